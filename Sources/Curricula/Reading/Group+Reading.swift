internal import Diagnostics

/// A group as it is written: one of people, or one made of other groups.
enum WrittenGroup {
  case people(Group)
  case combined(id: String, name: String, of: [Name], Diagnostic.Location)

  private static let keys = [
    "id", "name", "email", "size", "zone", "hours", "away", "only", "formerly",
  ]

  /// Reads a group.
  init?(_ node: Node, _ findings: inout Findings) {
    guard let fields = Fields(node, of: "group", keys: Self.keys + ["of"], &findings) else {
      return nil
    }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let name = fields.required("name", &findings)?.text(&findings)
    if let parts = fields["of"] {
      for key in Self.keys.dropFirst(2) where fields[key] != nil {
        findings.error(
          at: fields.location(of: key),
          "a group that is made of other groups cannot have '\(key)'",
          remedy: "write '\(key)' for the groups that it is made of"
        )
      }
      let names = parts.names(&findings)
      guard let id, let name else { return nil }
      self = .combined(id: id, name: name, of: names, fields.location(of: "id"))
      return
    }
    let email = fields["email"]?.emailAddress(&findings)
    let size = fields["size"]?.integer(in: 0...1_000_000, &findings) ?? 0
    let zone = fields["zone"]?.zone(&findings)
    let hours = fields["hours"].flatMap { Hours($0, &findings) }
    let away = Absence.list(fields["away"], &findings)
    let only = Absence.list(fields["only"], &findings)
    let formerly = fields["formerly"]?.names(&findings).map(\.text) ?? []
    guard let id, let name else { return nil }
    var group = Group(
      id: id,
      name: name,
      email: email,
      size: size,
      location: fields.location(of: "id")
    )
    group.zone = zone
    group.hours = hours
    group.away = away
    group.only = only
    group.formerly = formerly
    self = .people(group)
  }
}

/// The groups of a curriculum by their names.
struct GroupNames {
  /// The groups of people.
  let groups: [Group]
  /// The groups made of them.
  private(set) var combined: [CombinedGroup] = []
  /// For each name the groups of people that it stands for.
  private var parts: [String: [String]] = [:]
  /// Whether a name that is missing may be one that could not be read.
  private let isComplete: Bool

  /// Takes apart what is made of groups, and reports what cannot be.
  ///
  /// - Parameters:
  ///   - written: The groups in the order written, `nil` for those that could not be read.
  ///   - findings: Where problems are reported.
  init(_ written: [WrittenGroup?], _ findings: inout Findings) {
    isComplete = written.allSatisfy { $0 != nil }
    groups = written.compactMap { if case .people(let group)? = $0 { group } else { nil } }
    for group in groups { parts[group.id] = [group.id] }
    var left: [(id: String, name: String, of: [Name], place: Diagnostic.Location)] = []
    for case .combined(let id, let name, let names, let place)? in written {
      left.append((id, name, names, place))
    }
    var isMoving = true
    while isMoving, !left.isEmpty {
      isMoving = false
      for (index, union) in left.enumerated().reversed()
      where union.of.allSatisfy({ parts[$0.text] != nil }) {
        let members = Set(union.of.flatMap { parts[$0.text] ?? [] })
        parts[union.id] = groups.map(\.id).filter(members.contains)
        left.remove(at: index)
        isMoving = true
      }
    }
    for union in left { report(union.id, union.of, left.map(\.id), &findings) }
    for case .combined(let id, let name, let names, let place)? in written {
      if names.isEmpty {
        findings.error(
          at: place,
          "the group '\(id)' is not made of any group",
          remedy: "name at least one group under 'of'"
        )
      }
      let groups = parts[id] ?? []
      combined.append(CombinedGroup(id: id, name: name, groups: groups, location: place))
    }
  }

  /// Reports the parts for which a group cannot be taken apart.
  private func report(
    _ id: String,
    _ names: [Name],
    _ left: [String],
    _ findings: inout Findings
  ) {
    for name in names where parts[name.text] == nil {
      if left.contains(name.text) {
        findings.error(
          at: name.location,
          "the groups '\(id)' and '\(name.text)' are made of each other",
          remedy: "remove one of them from 'of'"
        )
      } else if isComplete {
        let known = parts.keys.sorted()
        findings.report(.undeclared("group", name.text, among: known, at: name.location))
      }
    }
  }

  /// Whether a name is declared; reported where it is not.
  func isDeclared(_ name: Name, _ findings: inout Findings) -> Bool {
    declared(name.text, at: name.location, &findings)
  }

  /// The groups of people that a name stands for, none where it is not declared.
  func people(_ name: String) -> [String] { parts[name] ?? [] }

  /// A session for groups of people only.
  func resolving(_ session: Session) -> Session {
    guard !session.groups.isEmpty else { return session }
    var session = session
    var seen: Set<String> = []
    session.groups = session.groups.flatMap { parts[$0] ?? [$0] }
      .filter { seen.insert($0).inserted }
    return session
  }

  /// The groups that stand behind `for`: `each group`, `each group of class-1`, or a list.
  func named(by node: Node, _ findings: inout Findings) -> [String] {
    let expected = "'each group', 'each group of' and a name, or a list of groups"
    if case .scalar(let text, _) = node.content, text.hasPrefix("each") {
      let words = text.split(separator: " ").map(String.init)
      if words == ["each", "group"] {
        if groups.isEmpty, isComplete {
          findings.error(
            at: node.location,
            "the curriculum has no group",
            remedy: "declare groups under 'groups'"
          )
        }
        return groups.map(\.id)
      }
      guard words.count == 4, Array(words.prefix(3)) == ["each", "group", "of"] else {
        node.mismatch(expected: expected, &findings, remedy: "write 'for: each group'")
        return []
      }
      return declared(words[3], at: node.location, &findings) ? people(words[3]) : []
    }
    let names = node.names(&findings)
    return names.filter { declared($0.text, at: $0.location, &findings) }.map(\.text)
  }

  private func declared(
    _ name: String,
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Bool {
    if parts[name] != nil { return true }
    if isComplete {
      let known = groups.map(\.id) + combined.map(\.id)
      findings.report(.undeclared("group", name, among: known, at: place))
    }
    return false
  }
}

internal import Diagnostics

/// How a session repeats: for groups, a number of times, or on certain days or weeks.
struct SeriesRule {
  /// The keys that make a session a series.
  static let keys = [
    "for", "repeat", "every", "weeks", "since", "until", "in-order", "titles", "members",
  ]
  /// The most members of one series.
  static let memberLimit = 2_000

  /// One time at which a series is held.
  struct Member {
    /// The identifier of the group; `nil` where the series is not for each of several groups.
    let group: String?
    /// The number, from 1; `nil` where it has none.
    let number: Int?
    /// Its place among those of its group, from 0.
    let position: Int
    /// The days on which it can be held; `nil` for any.
    let days: DateSpan?

    /// What is written after the identifier of the series: `A`, `3`, `A@3`.
    var suffix: String {
      [group, number.map(String.init)].compactMap(\.self).joined(separator: "@")
    }
  }

  let id: String
  /// The members, group by group.
  private(set) var members: [Member] = []
  /// Whether each member comes after the one before it.
  let isInOrder: Bool
  /// Where it says how often or when it is held.
  let location: Diagnostic.Location
  private let count: Int?
  private let titles: [Node]
  private var overrides: [String: [Node.Entry]] = [:]
  /// The words of the title, with the number where only a number tells the members apart.
  private let isTitleNumbered: Bool

  /// Reads the rule of a session that repeats; `nil`, with a report, where it has none that can be
  /// used.
  init?(
    _ fields: Fields,
    of id: String,
    _ groups: GroupNames,
    _ days: ProgrammeDays?,
    _ findings: inout Findings
  ) {
    self.id = id
    let main = ["every", "weeks", "repeat", "for", "titles"].first { fields.entry($0) != nil }
    guard let main else {
      findings.error(
        at: fields.location,
        "the session '\(id)' has keys of a series, but it does not repeat",
        remedy: "add 'repeat', 'for', 'every' or 'weeks', or remove them"
      )
      return nil
    }
    location = fields.location(of: main)
    titles = fields["titles"]?.list(&findings) ?? []
    let written = fields["repeat"].map { $0.integer(in: 1...500, &findings) }
    if let written, written == nil { return nil }
    let occasions = Occasions(fields, days, &findings)
    guard !occasions.isUnreadable else { return nil }
    count = (written ?? nil) ?? (titles.isEmpty ? nil : titles.count)
    isTitleNumbered = occasions.all == nil && titles.isEmpty
    isInOrder =
      occasions.all == nil && count != nil && fields["in-order"]?.boolean(&findings) ?? true
    if let count, !titles.isEmpty, titles.count != count {
      findings.error(
        at: fields.location(of: "titles"),
        "the series '\(id)' has \(titles.count.counted("title")), but it is held "
          + "\(count.counted("time"))",
        remedy: "write one title for each time, or leave out 'repeat'"
      )
    }
    let forGroups = fields["for"].map { groups.named(by: $0, &findings) }
    if forGroups != nil, fields["groups"] != nil {
      findings.error(
        at: fields.location(of: "groups"),
        "the series '\(id)' has both 'for' and 'groups'",
        remedy: "keep 'for' if each group has a session of its own, otherwise 'groups'"
      )
    }
    if let forGroups, forGroups.isEmpty { return nil }
    let moved = readOverrides(fields["members"], &findings)
    var unread = Findings()
    let named = fields["groups"]?.names(&unread).map(\.text)
    let everybody = named ?? groups.groups.map(\.id)
    var all: [Member] = []
    for group in forGroups?.map(Optional.some) ?? [nil] {
      let people = (group.map { [$0] } ?? everybody).flatMap(groups.people)
      let times = times(occasions, moved) { days?.isOpen($0, for: people) == true }
      if let count, occasions.all != nil, times.count < count {
        findings.error(
          at: location,
          "the series '\(id)' is held \(count.counted("time")), but only "
            + "\(times.count.counted("day or week", "days or weeks")) that it names "
            + "\(times.count == 1 ? "has" : "have") a block",
          remedy: "open more blocks, or let it repeat fewer times"
        )
      }
      all += times.enumerated().map {
        Member(group: group, number: $1.number, position: $0, days: $1.days)
      }
    }
    guard all.count <= Self.memberLimit else {
      findings.error(
        at: location,
        "the series '\(id)' has \(all.count) members; at most \(Self.memberLimit) are possible",
        remedy: "let it repeat fewer times, or divide it"
      )
      return nil
    }
    checkOverrides(all, occasions, &findings)
    members = all.filter { !isSkipped($0) }
    guard !members.isEmpty else {
      findings.error(
        at: location,
        "the series '\(id)' has no member: no block is open on the days that it names",
        remedy: "open a block on one of these days, or change the days"
      )
      return nil
    }
  }

  /// When it is held, in the order of time: with the numbers that stay, also where days are left out.
  private func times(
    _ occasions: Occasions,
    _ moved: [Int: DateSpan],
    _ isOpen: (DateSpan) -> Bool
  ) -> [(number: Int?, days: DateSpan?)] {
    guard let all = occasions.all else {
      guard let count else { return [(nil, nil)] }
      return (1...count).map { ($0, moved[$0]) }
    }
    let open = all.filter { moved[$0.number] != nil || $0.isWanted && isOpen($0.days) }
    return open.prefix(count ?? .max).map { ($0.number, moved[$0.number] ?? $0.days) }
  }

  /// Reads what is different for single members; the days of those that are moved are the result.
  private mutating func readOverrides(
    _ node: Node?,
    _ findings: inout Findings
  ) -> [Int: DateSpan] {
    guard let node else { return [:] }
    guard case .mapping(let entries) = node.content else {
      node.mismatch(
        expected: "the members that differ from the others",
        &findings,
        remedy: "write 'members: {3: {minutes: 90}}', with what follows the '@' in the name"
      )
      return [:]
    }
    let keys = Session.keys.filter { $0 != "id" } + ["on", "skip"]
    var moved: [Int: DateSpan] = [:]
    for entry in entries {
      guard let fields = Fields(entry.value, of: "member of a series", keys: keys, &findings),
        case .mapping(let values) = entry.value.content
      else { continue }
      if let on = fields["on"], let days = on.span(&findings) {
        if let number = Int(entry.key) {
          moved[number] = days
        } else {
          findings.error(
            at: fields.location(of: "on"),
            "the member '\(entry.key.visible)' has 'on', but no number",
            remedy: "write 'on' for a member with a number, as in '3: {on: 2026-05-12}'"
          )
        }
      }
      if let skip = fields["skip"] { _ = skip.boolean(&findings) }
      overrides[entry.key] = values
      locations[entry.key] = entry.location
    }
    return moved
  }

  private var locations: [String: Diagnostic.Location] = [:]

  /// Reports what is said of members that there are not.
  private func checkOverrides(
    _ members: [Member],
    _ occasions: Occasions,
    _ findings: inout Findings
  ) {
    let numbers = members.compactMap(\.number) + (occasions.all ?? []).map(\.number)
    let known = members.map(\.suffix) + numbers.map(String.init) + members.compactMap(\.group)
    for (key, place) in locations.sorted(by: { $0.value < $1.value })
    where !known.contains(key) {
      findings.error(
        at: place,
        "the series '\(id)' has no member '\(key.visible)'",
        remedy: didYouMean(
          key,
          among: Int(key) == nil ? known : [],
          otherwise: "its members are " + members.map(\.suffix).quoted(most: 8)
        )
      )
    }
  }

  /// What is written for a member alone, what concerns it most last.
  private func overrides(of member: Member) -> [Node.Entry] {
    let number = member.number.map(String.init)
    let keys = [number, member.group, number == nil || member.group == nil ? nil : member.suffix]
    return keys.compactMap(\.self).flatMap { overrides[$0] ?? [] }
  }

  private func isSkipped(_ member: Member) -> Bool {
    var unread = Findings()
    return overrides(of: member).last { $0.key == "skip" }?.value.boolean(&unread) ?? false
  }

  /// A member as if it had been written by itself, at the places of the series.
  func written(_ member: Member, _ entries: [Node.Entry]) -> Node {
    let own = overrides(of: member).filter { !["on", "skip"].contains($0.key) }
    var written = entries.filter { entry in
      !Self.keys.contains(entry.key) && !own.contains { $0.key == entry.key }
    }
    written += own.enumerated().filter { index, entry in
      !own[(index + 1)...].contains { $0.key == entry.key }
    }.map(\.element)
    for index in written.indices {
      let entry = written[index]
      switch entry.key {
      case "id": written[index].value = entry.value.replaced(by: "\(id)@\(member.suffix)")
      case "title" where !own.contains { $0.key == "title" }:
        written[index].value = title(of: member, entry.value)
      case "formerly" where !own.contains { $0.key == "formerly" }:
        written[index].value = entry.value.suffixed(by: "@\(member.suffix)")
      default: break
      }
    }
    if let group = member.group {
      written.removeAll { $0.key == "groups" }
      let value = Node(content: .scalar(group, isQuoted: true), location: location)
      written.append(Node.Entry(key: "groups", location: location, value: value))
    }
    return Node(content: .mapping(written), location: location)
  }

  private func title(of member: Member, _ title: Node) -> Node {
    guard let number = member.number else { return title }
    if titles.indices.contains(member.position) { return titles[member.position] }
    guard isTitleNumbered, case .scalar(let text, _) = title.content else { return title }
    return title.replaced(by: "\(text) \(number)")
  }

  /// That a member is held on its days, as a constraint; `nil` where it can be held on any day.
  func window(of member: Member, named name: String) -> Declaration? {
    guard let days = member.days else { return nil }
    func entry(_ key: String, _ text: String) -> Node.Entry {
      let value = Node(content: .scalar(text, isQuoted: false), location: location)
      return Node.Entry(key: key, location: location, value: value)
    }
    let entries = [
      entry("of", name), entry("from", days.first.description),
      entry("until", days.last.description),
    ]
    return Declaration(
      name: "window",
      argument: Node(content: .mapping(entries), location: location),
      location: location
    )
  }
}

extension Node {
  /// Texts with something after each.
  fileprivate func suffixed(by suffix: String) -> Node {
    switch content {
    case .scalar(let text, _): replaced(by: text + suffix)
    case .list(let nodes):
      Node(content: .list(nodes.map { $0.suffixed(by: suffix) }), location: location)
    case .mapping: self
    }
  }

  /// Another text in the place of this one.
  fileprivate func replaced(by text: String) -> Node {
    Node(content: .scalar(text, isQuoted: true), location: location)
  }
}

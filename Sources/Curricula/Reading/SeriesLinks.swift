internal import Diagnostics

/// What the names of series stand for in needs and constraints: between two series, the members of the
/// same group and number.
struct SeriesLinks {
  private let series: [Series]
  private let sessions: [String: Session]
  private let groups: GroupNames

  /// The links of some sessions.
  init(_ series: [Series], _ sessions: [Session], _ groups: GroupNames) {
    self.series = series
    self.sessions = Dictionary(sessions.map { ($0.id, $0) }) { first, _ in first }
    self.groups = groups
  }

  /// The needs of a session, each of a single session.
  func needs(of session: Session) -> [Session.Need] {
    session.needs.flatMap { need in
      guard sessions[need.session] == nil, let series = series(named: need.session) else {
        return [need]
      }
      return members(of: series, neededBy: session).filter { member in
        // The others of a series need the first one of it, for example.
        member.session != session.id || !isOfNumber(series)
      }.map { member in
        var need = need
        need.session = member.session
        return need
      }
    }
  }

  /// The series of a name, with the members of one group or of one number only where the name says so.
  ///
  /// Members of one number have no number any more, so that no other number takes their place.
  private func series(named name: String) -> Series? {
    for series in series {
      if series.id == name { return series }
      let named = Set(series.sessions(named: name))
      guard !named.isEmpty else { continue }
      var part = series
      part.members = series.members.filter { named.contains($0.session) }
      if series.number(of: name) != nil {
        for index in part.members.indices { part.members[index].number = nil }
      }
      return part
    }
    return nil
  }

  /// Whether a part of a series is that of one number.
  private func isOfNumber(_ part: Series) -> Bool {
    !part.isNumbered && series.contains { $0.id == part.id && $0.isNumbered }
  }

  /// The members that a session needs: those of its groups, and of each the one of its own number or,
  /// where there is none, the last before it; of its own series the one before.
  private func members(of series: Series, neededBy session: Session) -> [Series.Member] {
    var members = series.members
    if series.isForGroups, !session.groups.isEmpty {
      let shared = members.filter { share($0, session.groups) }
      if !shared.isEmpty { members = shared }
    }
    guard let number = session.membership?.number, series.isNumbered else { return members }
    let isOwn = session.membership?.series == series.id
    let known = members.filter { $0.number.map { isOwn ? $0 < number : $0 <= number } ?? true }
    return series.groups.isEmpty
      ? Array(known.suffix(1))
      : series.groups.compactMap { group in known.last { $0.group == group } }
  }

  /// Whether a member is for some of the people of some groups.
  private func share(_ member: Series.Member, _ people: [String]) -> Bool {
    guard let group = member.group else { return true }
    return !Set(groups.people(group)).isDisjoint(with: people)
  }

  // MARK: Constraints

  /// The keys under which a constraint names what it is about.
  private static let subjects = ["of", "from", "to", "session", "with"]

  /// The constraints that link single sessions, so that members of the same number belong together.
  private static let pairing = [
    "apart", "consecutive", "order", "same-time", "separate", "span", "starts-with", "together",
  ]

  /// The constraints that a declaration stands for, in which each series is written as its members.
  func constraints(_ declaration: Declaration) -> [Declaration] {
    guard !series.isEmpty || !groups.combined.isEmpty else { return [declaration] }
    return combined(declaration).flatMap(each).flatMap(paired)
  }

  /// One constraint for each group that another one is made of, where it is about that one; within a
  /// list, these groups.
  private func combined(_ declaration: Declaration) -> [Declaration] {
    func parts(_ node: Node) -> [Node]? {
      guard case .scalar(let text, _) = node.content, text.hasPrefix("group ") else { return nil }
      let name = text.dropFirst("group ".count)
      guard groups.combined.contains(where: { $0.id == name }) else { return nil }
      return groups.people(String(name)).map {
        Node(content: .scalar("group \($0)", isQuoted: true), location: node.location)
      }
    }
    var copy = declaration
    copy.argument = declaration.argument.withLists(under: Self.subjects) { parts($0) ?? [$0] }
    var several: [Node] = []
    _ = copy.argument.withSubjects(under: Self.subjects) { node in
      if several.isEmpty, let found = parts(node) { several = found }
      return [node]
    }
    guard let first = several.first else { return [copy] }
    return several.flatMap { part in
      var single = copy
      var isDone = false
      single.argument = copy.argument.withSubjects(under: Self.subjects) { node in
        guard !isDone, parts(node)?.first == first else { return [node] }
        isDone = true
        return [part]
      }
      return combined(single)
    }
  }

  /// One constraint for each series where it is written so.
  private func each(_ declaration: Declaration) -> [Declaration] {
    var exceptions: Set<String> = []
    if case .mapping(let entries) = declaration.argument.content,
      let except = entries.first(where: { $0.key == "except" })
    {
      var unread = Findings()
      exceptions = Set(except.value.names(&unread).map(\.text))
    }
    var isEach = false
    _ = declaration.argument.withSubjects(under: Self.subjects) { node in
      if node.says("each series") { isEach = true }
      return [node]
    }
    guard isEach else { return [declaration] }
    return series.filter { !exceptions.contains($0.id) }.map { series in
      var copy = declaration
      copy.argument = declaration.argument.withSubjects(under: Self.subjects) { node in
        guard node.says("each series") else { return [node] }
        return [Node(content: .scalar(series.id, isQuoted: true), location: node.location)]
      }.without("except")
      return copy
    }
  }

  private func paired(_ declaration: Declaration) -> [Declaration] {
    var named: [Series] = []
    var mentions = 0
    _ = declaration.argument.withSubjects(under: Self.subjects) { node in
      mentions += 1
      if let series = series(of: node) { named.append(series) }
      return [node]
    }
    guard !named.isEmpty else { return [declaration] }
    // A pin is for one session; where a name stands for several, its reader says so.
    if declaration.name == "pin", named.contains(where: { $0.members.count > 1 }) {
      return [declaration]
    }
    let forGroups = named.filter(\.isForGroups)
    let numbered = named.filter(\.isNumbered)
    let isByGroup = mentions > 1 || forGroups.first.map { $0.isNumbered || isOfNumber($0) } == true
    let isByNumber =
      Self.pairing.contains(declaration.name) && numbered.count > 1
    let keys = isByGroup ? forGroups.max { $0.groups.count < $1.groups.count }?.groups : nil
    let numbers = isByNumber ? numbered[0].members.compactMap(\.number) : nil
    return (keys.map { $0.map(Optional.some) } ?? [nil]).flatMap { group in
      (numbers.map { Set($0).sorted().map(Optional.some) } ?? [nil]).compactMap { number in
        self.declaration(declaration, of: group, number)
      }
    }
  }

  /// The constraint of one group and number; `nil` where a series has no member for them.
  private func declaration(
    _ declaration: Declaration,
    of group: String?,
    _ number: Int?
  ) -> Declaration? {
    var isComplete = true
    var copy = declaration
    copy.argument = declaration.argument.withSubjects(under: Self.subjects) { node in
      guard let series = series(of: node) else { return [node] }
      let members = series.members.filter { member in
        group.map { share(member, groups.people($0)) } != false
          && (number == nil || member.number == nil || member.number == number)
      }
      if members.isEmpty { isComplete = false }
      return members.map {
        Node(content: .scalar($0.session, isQuoted: true), location: node.location)
      }
    }
    return isComplete ? copy : nil
  }

  /// The series that a value names.
  private func series(of node: Node) -> Series? {
    guard case .scalar(let text, _) = node.content, sessions[text] == nil else { return nil }
    return series(named: text)
  }
}

extension Node {
  /// Whether it is a text.
  fileprivate func says(_ words: String) -> Bool {
    guard case .scalar(let text, _) = content else { return false }
    return text == words
  }

  /// The same without a key.
  fileprivate func without(_ key: String) -> Node {
    guard case .mapping(let entries) = content else { return self }
    return Node(content: .mapping(entries.filter { $0.key != key }), location: location)
  }

  /// The same with other values for each thing in the lists of what a constraint is about.
  fileprivate func withLists(under keys: [String], _ change: (Node) -> [Node]) -> Node {
    switch content {
    case .scalar: return self
    case .list(let nodes):
      return Node(content: .list(nodes.flatMap(change)), location: location)
    case .mapping(let entries):
      let changed = entries.map { entry in
        guard keys.contains(entry.key), case .list = entry.value.content else { return entry }
        var entry = entry
        entry.value = entry.value.withLists(under: keys, change)
        return entry
      }
      return Node(content: .mapping(changed), location: location)
    }
  }

  /// The same with other values for each thing that a constraint is about: the value itself, those of
  /// a list, or those under some keys.
  fileprivate func withSubjects(under keys: [String], _ change: (Node) -> [Node]) -> Node {
    switch content {
    case .scalar:
      let changed = change(self)
      return changed.count == 1
        ? changed[0] : Node(content: .list(changed), location: location)
    case .list(let nodes):
      return Node(content: .list(nodes.flatMap(change)), location: location)
    case .mapping(let entries):
      let changed = entries.map { entry in
        guard keys.contains(entry.key) else { return entry }
        var entry = entry
        if case .mapping = entry.value.content { return entry }
        entry.value = entry.value.withSubjects(under: keys, change)
        return entry
      }
      return Node(content: .mapping(changed), location: location)
    }
  }
}

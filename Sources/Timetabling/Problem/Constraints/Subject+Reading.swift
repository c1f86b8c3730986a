internal import Curricula
internal import Diagnostics

// In a file: `all sessions`, `w3s1`, `module cyber`, `kind workshop`, `tag GR`, `theme T05`,
// `group A`, `trainer unodc`, `room A`; `each module` and so on for one constraint for each; a list
// of sessions, modules, kinds, tags, themes or groups is one subject.
extension Subject {
  /// Reads the subjects of a constraint, one for each thing behind `each`.
  static func read(
    _ node: Node,
    isFixed: Bool = false,
    in problem: Problem,
    _ findings: inout Findings
  ) -> [Subject] {
    guard case .list(let nodes) = node.content else {
      let subjects = one(node, in: problem, &findings)
      if isFixed, let subject = subjects.first(where: { !$0.isFixed }) {
        refuse(subject, at: node, "this constraint", &findings)
        return []
      }
      return subjects
    }
    guard !nodes.isEmpty else {
      findings.error(at: node.location, "the list is empty", remedy: "name at least one session")
      return []
    }
    let parts = nodes.compactMap { part($0, in: problem, &findings) }
    guard parts.count == nodes.count else { return [] }
    let named = series(of: nodes, in: problem).map { "the series '\($0)'" }
    return [
      Subject(
        named ?? parts.map(\.label).joined(separator: ", "),
        sessions: Array(Set(parts.flatMap(\.sessions))).sorted(),
        isPlural: parts.count > 1 && named == nil,
        parts.count == 1 ? parts[0].topic : .other,
        mentioning: parts.reduce([]) { $0.union($1.mentions) }
      )
    ]
  }

  /// The series, or the part of one for a group, whose members a list names.
  private static func series(of nodes: [Node], in problem: Problem) -> String? {
    guard nodes.count > 1, case .scalar(let first, _) = nodes[0].content,
      let id = first.split(separator: "@").first.map(String.init),
      let series = problem.curriculum.series.first(where: { $0.id == id })
    else { return nil }
    let names = nodes.map { node in
      if case .scalar(let text, _) = node.content { text } else { "" }
    }
    return series.names.first { series.sessions(named: $0) == names }
  }

  /// Reads one part of a list.
  private static func part(
    _ node: Node,
    in problem: Problem,
    _ findings: inout Findings
  ) -> Subject? {
    if case .scalar(let text, _) = node.content, text.hasPrefix("each ") {
      findings.error(
        at: node.location,
        "\(node.summary) cannot be in a list",
        remedy: "write it without a list; it stands for one constraint for each"
      )
      return nil
    }
    guard let subject = one(node, in: problem, &findings).first else { return nil }
    guard subject.isFixed else {
      refuse(subject, at: node, "a list", &findings)
      return nil
    }
    return subject
  }

  private static func refuse(
    _ subject: Subject,
    at node: Node,
    _ place: String,
    _ findings: inout Findings
  ) {
    findings.error(
      at: node.location,
      "\(place) cannot be about \(node.summary)",
      remedy: "name sessions, modules, kinds, tags, themes or groups"
    )
  }

  private static func one(
    _ node: Node,
    in problem: Problem,
    _ findings: inout Findings
  ) -> [Subject] {
    let expected = "sessions, such as 'w1s1', 'module cyber' or 'each group'"
    guard let text = node.text(&findings, expected: expected) else { return [] }
    let words = text.split(separator: " ").map(String.init)
    if text == "all sessions" { return [all(in: problem)] }
    if words.count == 1 { return named(text, .session, in: problem, at: node, &findings) }
    guard words.count == 2 else {
      node.mismatch(expected: expected, &findings)
      return []
    }
    if words[0] == "each" { return each(words[1], node, in: problem, &findings) }
    if let sort = Sort(rawValue: words[0]), sort != .session {
      return named(words[1], sort, in: problem, at: node, &findings)
    }
    return refuse(words[0], among: ["each"] + Sort.words, node, expected, "begin with", &findings)
  }

  /// All subjects of a sort, one for each thing.
  private static func each(
    _ word: String,
    _ node: Node,
    in problem: Problem,
    _ findings: inout Findings
  ) -> [Subject] {
    guard let sort = Sort(rawValue: word) else {
      let words = ["session"] + Sort.words
      let expected = "'each' with one of " + words.quoted()
      return refuse(word, among: words, node, expected, nil, &findings)
    }
    let things = Things(sort, in: problem)
    if things.names.isEmpty, problem.curriculum.notHeld.isEmpty {
      findings.error(
        at: node.location,
        "the curriculum has no \(word)",
        remedy: "declare one, or remove the constraint"
      )
    }
    // What is in several rooms at once is in each of them.
    let isJoined = problem.curriculum.rooms.map { sort == .room && !$0.parts.isEmpty }
    return things.names.indices.filter { sort != .room || !isJoined[$0] }.map { index in
      var subject = things.subject(index)
      subject.id = things.names[index]
      return subject
    }
  }

  /// The thing of a name; reported where there is none.
  private static func named(
    _ name: String,
    _ sort: Sort,
    in problem: Problem,
    at node: Node,
    _ findings: inout Findings
  ) -> [Subject] {
    let things = Things(sort, in: problem)
    if let index = things.names.firstIndex(of: name) { return [things.subject(index)] }
    if let subject = notHeld(name, sort, in: problem) { return [subject] }
    switch sort {
    case .session, .module, .group, .trainer, .room:
      findings.report(.undeclared(sort.rawValue, name, among: things.names, at: node.location))
    case .kind, .tag, .theme:
      findings.error(
        at: node.location,
        "no session has the \(sort.rawValue) '\(name)'",
        remedy: didYouMean(name, among: things.names, otherwise: "check the sessions")
      )
    }
    return []
  }

  /// A subject without placements: what it names is in a choice and not held in this edition.
  private static func notHeld(_ name: String, _ sort: Sort, in problem: Problem) -> Subject? {
    let left = problem.curriculum.notHeld
    let isNamed =
      switch sort {
      case .session: left.contains { $0.id == name }
      case .kind: left.contains { $0.kind.id == name }
      case .tag: left.contains { $0.tags.contains(name) }
      case .theme: left.contains { $0.themes.contains(name) }
      case .module, .group, .trainer, .room: false
      }
    guard isNamed else { return nil }
    return sort == .session
      ? Subject("'\(name)'", sessions: [], .session)
      : Subject("sessions of \(sort.rawValue) \(name)", sessions: [], isPlural: true)
  }

  /// Reports a word that is none of those known.
  private static func refuse(
    _ word: String,
    among known: [String],
    _ node: Node,
    _ expected: String,
    _ verb: String?,
    _ findings: inout Findings
  ) -> [Subject] {
    let advice = verb.map { "\($0) one of \(known.quoted())" } ?? "use one of these words"
    let remedy = didYouMean(word, among: known, otherwise: advice)
    node.mismatch(expected: expected, &findings, remedy: remedy)
    return []
  }
}

/// What a constraint can be about.
private enum Sort: String {
  case session, module, group, trainer, room, kind, tag, theme

  /// The words that stand before a name.
  static let words = ["module", "group", "trainer", "room", "kind", "tag", "theme"]
}

/// The things of a sort, by name.
private struct Things {
  let names: [String]
  /// The subject that a thing is, by its index.
  let subject: (Int) -> Subject

  init(_ sort: Sort, in problem: Problem) {
    let curriculum = problem.curriculum
    switch sort {
    case .session:
      self.init(curriculum.sessions.map(\.id)) { .session($0, in: problem) }
    case .module:
      self.init(curriculum.modules.map(\.id)) { .module($0, in: problem) }
    case .group:
      self.init(curriculum.groups.map(\.id)) { .group($0, in: problem) }
    case .trainer:
      self.init(curriculum.trainers.map(\.id)) { .trainer($0, in: problem) }
    case .room:
      self.init(curriculum.rooms.map(\.id)) { .room($0, in: problem) }
    case .kind: self.init("kind", curriculum.sessions.map { [$0.kind.id] })
    case .tag: self.init("tag", curriculum.sessions.map(\.tags))
    case .theme: self.init("theme", curriculum.sessions.map(\.themes))
    }
  }

  private init(_ names: [String], _ subject: @escaping (Int) -> Subject) {
    self.names = names
    self.subject = subject
  }

  /// The sessions that have a value in common.
  private init(_ word: String, _ values: [[String]]) {
    var names: [String] = []
    var sessions: [String: [Int]] = [:]
    for (index, values) in values.enumerated() {
      for value in values where sessions[value, default: []].last != index {
        if sessions[value] == nil { names.append(value) }
        sessions[value, default: []].append(index)
      }
    }
    self.init(names) { [names, sessions] index in
      Subject(
        "sessions of \(word) \(names[index])",
        sessions: sessions[names[index]] ?? [],
        isPlural: true
      )
    }
  }
}

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
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Subject] {
    guard case .list(let nodes) = node.content else {
      let subjects = one(node, in: frame, &findings)
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
    let parts = nodes.compactMap { part($0, in: frame, &findings) }
    guard parts.count == nodes.count else { return [] }
    return [
      Subject(
        parts.map(\.label).joined(separator: ", "),
        sessions: Array(Set(parts.flatMap(\.sessions))).sorted(),
        isPlural: parts.count > 1,
        parts.count == 1 ? parts[0].topic : .other,
        mentioning: parts.reduce([]) { $0.union($1.mentions) }
      )
    ]
  }

  /// Reads one part of a list.
  private static func part(
    _ node: Node,
    in frame: Frame,
    _ findings: inout Findings
  ) -> Subject? {
    if case .scalar(let text, _) = node.content, text.hasPrefix("each ") {
      findings.error(
        at: node.location,
        "\(node.summary) stands in a list",
        remedy: "write it without a list, for one constraint for each"
      )
      return nil
    }
    guard let subject = one(node, in: frame, &findings).first else { return nil }
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
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Subject] {
    let expected = "sessions, such as 'w1s1', 'module cyber' or 'each group'"
    guard let text = node.text(&findings, expected: expected) else { return [] }
    let words = text.split(separator: " ").map(String.init)
    if text == "all sessions" { return [all(in: frame)] }
    if words.count == 1 {
      let name = named("session", text, in: frame, at: node, &findings)
      return name.map { [session($0, in: frame)] } ?? []
    }
    guard words.count == 2 else {
      node.mismatch(expected: expected, &findings)
      return []
    }
    if words[0] == "each" { return each(words[1], node, in: frame, &findings) }
    switch words[0] {
    case "module", "group", "trainer", "room":
      guard let index = named(words[0], words[1], in: frame, at: node, &findings) else {
        return []
      }
      return [thing(words[0], index, in: frame)]
    case "kind", "tag", "theme":
      let quality = Quality(words[0], in: frame)
      guard let sessions = quality.sessions[words[1]] else {
        findings.error(
          at: node.location,
          "no session has the \(words[0]) '\(words[1])'",
          remedy: didYouMean(words[1], among: quality.names, otherwise: "check the sessions")
        )
        return []
      }
      return [Subject("sessions of \(text)", sessions: sessions, isPlural: true)]
    default:
      node.mismatch(
        expected: expected,
        &findings,
        remedy: didYouMean(
          words[0],
          among: ["each"] + things + qualities,
          otherwise: "begin with one of "
            + (["each"] + things + qualities).quoted()
        )
      )
      return []
    }
  }

  private static let things = ["module", "group", "trainer", "room"]
  private static let qualities = ["kind", "tag", "theme"]

  private static func each(
    _ word: String,
    _ node: Node,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Subject] {
    let subjects: [Subject]
    if things.contains(word) {
      subjects = names(of: word, in: frame).indices.map { thing(word, $0, in: frame) }
    } else if qualities.contains(word) {
      let quality = Quality(word, in: frame)
      subjects = quality.names.map {
        Subject(
          "sessions of \(word) \($0)",
          sessions: quality.sessions[$0] ?? [],
          isPlural: true
        )
      }
    } else if word == "session" {
      subjects = frame.sessions.indices.map { session($0, in: frame) }
    } else {
      node.mismatch(
        expected: "'each' with one of "
          + (["session"] + things + qualities).quoted(),
        &findings,
        remedy: didYouMean(
          word,
          among: ["session"] + things + qualities,
          otherwise: "use one of these words"
        )
      )
      return []
    }
    if subjects.isEmpty {
      findings.error(
        at: node.location,
        "the curriculum has no \(word)",
        remedy: "declare one, or remove the constraint"
      )
    }
    return subjects
  }

  private static func thing(_ word: String, _ index: Int, in frame: Frame) -> Subject {
    switch word {
    case "module": module(index, in: frame)
    case "group": group(index, in: frame)
    case "trainer": trainer(index, in: frame)
    default: room(index, in: frame)
    }
  }

  private static func names(of word: String, in frame: Frame) -> [String] {
    let curriculum = frame.curriculum
    return switch word {
    case "session": curriculum.sessions.map(\.id)
    case "module": curriculum.modules.map(\.id)
    case "group": curriculum.groups.map(\.id)
    case "trainer": curriculum.trainers.map(\.id)
    default: curriculum.rooms.map(\.id)
    }
  }

  private static func named(
    _ word: String,
    _ name: String,
    in frame: Frame,
    at node: Node,
    _ findings: inout Findings
  ) -> Int? {
    let known = names(of: word, in: frame)
    if let index = known.firstIndex(of: name) { return index }
    findings.report(.undeclared(word, name, among: known, at: node.location))
    return nil
  }
}

/// The sessions by their kind, tag or theme.
private struct Quality {
  var names: [String] = []
  var sessions: [String: [Int]] = [:]

  init(_ word: String, in frame: Frame) {
    for (index, session) in frame.curriculum.sessions.enumerated() {
      let values =
        switch word {
        case "kind": [session.kind.rawValue]
        case "tag": session.tags
        default: session.themes
        }
      for value in values where sessions[value, default: []].last != index {
        if sessions[value] == nil { names.append(value) }
        sessions[value, default: []].append(index)
      }
    }
  }
}

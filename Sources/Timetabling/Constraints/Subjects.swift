internal import Curricula
internal import Diagnostics

/// What a declaration is about: some placements under a name.
///
/// In a file: `all sessions`, `w3s1`, `module cyber`, `each module`, `kind workshop`, `tag GR`,
/// `theme T05`, `trainer unodc`, `each trainer`, `group A`, `each group`, `room A`, or a list of
/// these, which is one subject.
struct Subject {
  let label: String
  let selection: Selection

  /// The sessions concerned; for a trainer or a room those that it might get.
  func sessions(in frame: Frame) -> [Int] {
    switch selection {
    case .sessions(let sessions): sessions
    case .trainer(let trainer):
      frame.sessions.indices.filter { session in
        frame.sessions[session].teams.contains { $0.trainers.contains(trainer) }
      }
    case .room(let room):
      frame.sessions.indices.filter { frame.sessions[$0].rooms.contains(room) }
    }
  }

  /// Reads the subjects of a declaration, one for each thing behind `each`.
  static func read(_ node: Node, in frame: Frame, _ findings: inout Findings) -> [Subject] {
    guard case .list(let nodes) = node.content else { return one(node, in: frame, &findings) }
    let parts = nodes.flatMap { one($0, in: frame, &findings) }
    guard parts.count == nodes.count else { return parts }
    let sessions = parts.flatMap { $0.sessions(in: frame) }
    let label = parts.map(\.label).joined(separator: ", ")
    return [Subject(label: label, selection: .sessions(Array(Set(sessions)).sorted()))]
  }

  private static func one(
    _ node: Node,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Subject] {
    let expected = "sessions, such as 'w1s1', 'module cyber' or 'each group'"
    guard let text = node.text(&findings, expected: expected) else { return [] }
    let words = text.split(separator: " ").map(String.init)
    let curriculum = frame.curriculum
    func named(_ names: [String], _ make: (Int) -> Subject) -> [Subject] {
      if let index = names.firstIndex(of: words[1]) { return [make(index)] }
      findings.report(.undeclared(words[0], words[1], among: names, at: node.location))
      return []
    }
    switch (words.count, words[0]) {
    case (2, "all") where words[1] == "sessions":
      return [Subject(label: text, selection: .sessions(Array(frame.sessions.indices)))]
    case (1, _):
      let names = curriculum.sessions.map(\.id)
      guard let index = names.firstIndex(of: text) else {
        findings.report(.undeclared("session", text, among: names, at: node.location))
        return []
      }
      return [Subject(label: "'\(text)'", selection: .sessions([index]))]
    case (2, "module"): return named(curriculum.modules.map(\.id)) { module($0, in: frame) }
    case (2, "group"): return named(curriculum.groups.map(\.id)) { group($0, in: frame) }
    case (2, "trainer"): return named(curriculum.trainers.map(\.id)) { trainer($0, in: frame) }
    case (2, "room"):
      return named(curriculum.rooms.map(\.id)) {
        Subject(label: curriculum.rooms[$0].name, selection: .room($0))
      }
    case (2, "each"):
      switch words[1] {
      case "module": return curriculum.modules.indices.map { module($0, in: frame) }
      case "group": return curriculum.groups.indices.map { group($0, in: frame) }
      case "trainer": return curriculum.trainers.indices.map { trainer($0, in: frame) }
      case "room":
        return curriculum.rooms.indices.map {
          Subject(label: curriculum.rooms[$0].name, selection: .room($0))
        }
      default: break
      }
    case (2, "kind"), (2, "tag"), (2, "theme"):
      let sessions = curriculum.sessions.indices.filter { index in
        let session = curriculum.sessions[index]
        return switch words[0] {
        case "kind": session.kind.rawValue == words[1]
        case "tag": session.tags.contains(words[1])
        default: session.themes.contains(words[1])
        }
      }
      guard !sessions.isEmpty else {
        let known =
          switch words[0] {
          case "kind": Set(curriculum.sessions.map(\.kind.rawValue))
          case "tag": Set(curriculum.sessions.flatMap(\.tags))
          default: Set(curriculum.sessions.flatMap(\.themes))
          }
        findings.error(
          at: node.location,
          "no session has the \(words[0]) '\(words[1])'",
          remedy: didYouMean(words[1], among: known.sorted(), otherwise: "check the sessions")
        )
        return []
      }
      return [Subject(label: "sessions of \(text)", selection: .sessions(sessions))]
    default: break
    }
    node.mismatch(expected: expected, &findings)
    return []
  }

  private static func module(_ index: Int, in frame: Frame) -> Subject {
    Subject(
      label: "module '\(frame.curriculum.modules[index].id)'",
      selection: .sessions(frame.sessions.indices.filter { frame.sessions[$0].module == index })
    )
  }

  private static func group(_ index: Int, in frame: Frame) -> Subject {
    Subject(
      label: "group '\(frame.curriculum.groups[index].id)'",
      selection: .sessions(
        frame.sessions.indices.filter { frame.sessions[$0].groups.contains(index) }
      )
    )
  }

  private static func trainer(_ index: Int, in frame: Frame) -> Subject {
    Subject(label: frame.curriculum.trainers[index].name, selection: .trainer(index))
  }
}

extension Declaration {
  /// The weight as the search knows it.
  var level: Weight { weight.map { .soft($0) } ?? .hard }

  /// The origin of a constraint made from this declaration.
  func origin(_ sentence: String, relaxation: String? = nil) -> Origin {
    Origin(
      name,
      level,
      sentence,
      relaxation: relaxation ?? "remove the constraint '\(name)', or give it a weight",
      reason: reason,
      at: location
    )
  }
}

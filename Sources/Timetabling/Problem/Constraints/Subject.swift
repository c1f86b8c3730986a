internal import Curricula
internal import Diagnostics

/// What a constraint is about: some placements under a name.
///
/// The placements are those of named sessions, or whatever a trainer holds or a room houses.
struct Subject {
  /// The name in sentences: "module 'cyber'".
  let label: String
  /// The placements.
  let selection: Selection
  /// The sessions whose placements may be among them, ascending.
  let sessions: [Int]
  /// What a sentence about it is about.
  let topic: Statement.Topic
  /// The name that a thing behind `each` has in the file; `nil` for anything else.
  var id: String?
  /// The sessions and modules that the name mentions.
  let mentions: Set<Statement.Mention>
  /// Whether the name is in the plural: "all sessions".
  private let isPlural: Bool

  /// Named sessions.
  init(
    _ label: String,
    sessions: [Int],
    isPlural: Bool = false,
    _ topic: Statement.Topic = .other,
    mentioning mentions: Set<Statement.Mention> = []
  ) {
    self.label = label
    self.sessions = sessions
    self.isPlural = isPlural
    self.topic = topic
    self.mentions = mentions
    selection = .sessions(sessions)
  }

  /// One session, by its index and its identifier.
  init(session: Int, _ id: String) {
    self.init("'\(id)'", sessions: [session], .session, mentioning: [.session(id)])
  }

  /// All sessions.
  static func all(in problem: Problem) -> Subject {
    Subject("all sessions", sessions: Array(problem.sessions.indices), isPlural: true)
  }

  /// One session.
  static func session(_ index: Int, in problem: Problem) -> Subject {
    Subject(session: index, problem.curriculum.sessions[index].id)
  }

  /// The sessions of a module.
  static func module(_ index: Int, in problem: Problem) -> Subject {
    let id = problem.curriculum.modules[index].id
    return Subject(
      "module '\(id)'",
      sessions: problem.sessions.indices.filter { problem.sessions[$0].module == index },
      .module,
      mentioning: [.module(id)]
    )
  }

  /// The sessions that a group attends.
  static func group(_ index: Int, in problem: Problem) -> Subject {
    Subject(
      "group '\(problem.curriculum.groups[index].id)'",
      sessions: problem.sessions.indices.filter { problem.sessions[$0].groups.contains(index) },
      .group
    )
  }

  /// Whatever a trainer holds.
  static func trainer(_ index: Int, in problem: Problem) -> Subject {
    Subject(problem.curriculum.trainers[index].name, .trainer(index), .other, in: problem)
  }

  /// Whatever a room houses.
  static func room(_ index: Int, in problem: Problem) -> Subject {
    Subject(
      "the room '\(problem.curriculum.rooms[index].id)'",
      .all(inRoom: index, of: problem),
      .room,
      in: problem
    )
  }

  private init(
    _ label: String,
    _ selection: Selection,
    _ topic: Statement.Topic,
    in problem: Problem
  ) {
    self.label = label
    self.topic = topic
    mentions = []
    self.selection = selection
    sessions = problem.sessions.indices(possiblyIn: selection)
    isPlural = false
  }

  /// What the subject does, with its verb in the singular and in the plural.
  func does(_ singular: String, _ plural: String, _ rest: String) -> Statement {
    Statement(self, "\(isPlural ? plural : singular) \(rest)")
  }

  /// Whether its sessions are known before anybody or anything is chosen for them.
  var isFixed: Bool { selection.isFixed }
}

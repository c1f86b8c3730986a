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
  /// Whether the name is in the plural: "all sessions".
  private let isPlural: Bool

  /// Named sessions.
  init(_ label: String, sessions: [Int], isPlural: Bool = false) {
    self.label = label
    self.sessions = sessions
    self.isPlural = isPlural
    selection = .sessions(sessions)
  }

  /// All sessions.
  static func all(in frame: Frame) -> Subject {
    Subject("all sessions", sessions: Array(frame.sessions.indices), isPlural: true)
  }

  /// One session.
  static func session(_ index: Int, in frame: Frame) -> Subject {
    Subject("'\(frame.curriculum.sessions[index].id)'", sessions: [index])
  }

  /// The sessions of a module.
  static func module(_ index: Int, in frame: Frame) -> Subject {
    Subject(
      "module '\(frame.curriculum.modules[index].id)'",
      sessions: frame.sessions.indices.filter { frame.sessions[$0].module == index }
    )
  }

  /// The sessions that a group attends.
  static func group(_ index: Int, in frame: Frame) -> Subject {
    Subject(
      "group '\(frame.curriculum.groups[index].id)'",
      sessions: frame.sessions.indices.filter { frame.sessions[$0].groups.contains(index) }
    )
  }

  /// Whatever a trainer holds.
  static func trainer(_ index: Int, in frame: Frame) -> Subject {
    Subject(frame.curriculum.trainers[index].name, .trainer(index), in: frame)
  }

  /// Whatever a room houses.
  static func room(_ index: Int, in frame: Frame) -> Subject {
    Subject("the room '\(frame.curriculum.rooms[index].id)'", .room(index), in: frame)
  }

  private init(_ label: String, _ selection: Selection, in frame: Frame) {
    self.label = label
    self.selection = selection
    sessions = frame.sessions.indices(possiblyIn: selection)
    isPlural = false
  }

  /// The name and a verb, the beginning of a sentence.
  func does(_ singular: String, _ plural: String) -> String {
    "\(label) \(isPlural ? plural : singular)"
  }

  /// Whether its sessions are known before anybody or anything is chosen for them.
  var isFixed: Bool { selection.isFixed }
}

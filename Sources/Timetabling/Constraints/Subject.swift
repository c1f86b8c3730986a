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
    Subject(
      label: frame.curriculum.trainers[index].name,
      selection: .trainer(index),
      sessions: frame.sessions.indices.filter { session in
        frame.sessions[session].teams.contains { $0.trainers.contains(index) }
      }
    )
  }

  /// Whatever a room houses.
  static func room(_ index: Int, in frame: Frame) -> Subject {
    Subject(
      label: "the room '\(frame.curriculum.rooms[index].id)'",
      selection: .room(index),
      sessions: frame.sessions.indices.filter { frame.sessions[$0].rooms.contains(index) }
    )
  }

  private init(label: String, selection: Selection, sessions: [Int]) {
    self.label = label
    self.selection = selection
    self.sessions = sessions
    isPlural = false
  }

  /// The name and a verb, the beginning of a sentence.
  func does(_ singular: String, _ plural: String) -> String {
    "\(label) \(isPlural ? plural : singular)"
  }

  /// Whether its sessions are known before anybody or anything is chosen for them.
  var isFixed: Bool {
    switch selection {
    case .sessions: true
    case .trainer, .room: false
    }
  }
}

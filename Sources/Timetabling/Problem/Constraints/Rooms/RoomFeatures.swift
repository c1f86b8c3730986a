internal import Curricula
internal import Diagnostics

/// A session's room has the features that the session, and any remote trainer, needs.
///
/// Hard, unless the curriculum declares `features` for the session with a weight.
enum RoomFeatures: ConstraintReader {
  static let name = "features"
  static let isFixed = true

  /// The feature that a room needs when a trainer joins by video link.
  static let videoLink = "video-link"

  /// Reads `features: all sessions`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    return arguments.constraints {
      Statement("the rooms of \($0.label) have the features needed", about: $0)
    } as: {
      shape(of: $0, in: problem)
    }
  }

  /// One hard constraint for each session that needs something and of which no declaration speaks.
  static func all(in problem: Problem) -> [Constraint] {
    guard !problem.curriculum.rooms.isEmpty else { return [] }
    return problem.sessionsWithout(Self.self).compactMap { index in
      let session = problem.curriculum.sessions[index]
      let mayBeRemote = problem.mayBeRemote(index)
      guard !session.features.isEmpty || mayBeRemote else { return nil }
      let isLinkExtra = mayBeRemote && !session.features.contains(videoLink)
      let wanted =
        session.features.sorted() + (isLinkExtra ? ["\(videoLink) for a remote trainer"] : [])
      return problem.requirement(
        name,
        .wishes,
        of: index,
        "needs a room with \(wanted.joined(separator: ", "))" + shortcoming(of: index, in: problem),
        Instruction("declare 'features' with a weight for", "'\(session.id)'")
      ) { shape(of: $0, in: problem) }
    }
  }

  /// What the rooms of a session lack, where none has all that it needs.
  private static func shortcoming(of session: Int, in problem: Problem) -> String {
    let needed = needed(by: session, in: problem)
    let rooms = problem.sessions[session].rooms.map { problem.curriculum.rooms[$0] }
    let lacking = rooms.map { needed.subtracting($0.features).sorted() }
    guard let first = lacking.first, !lacking.contains([]) else { return "" }
    return rooms.count == 1
      ? "; the room '\(rooms[0].id)' lacks \(first.map { "'\($0)'" }.listed())"
      : "; none of its rooms has all of that"
  }

  /// The features that a room needs for a session, whoever holds it.
  static func needed(by session: Int, in problem: Problem) -> Set<String> {
    let declared = problem.curriculum.sessions[session].features
    return problem.mayBeRemote(session) ? declared.union([videoLink]) : declared
  }

  private static func shape(of subject: Subject, in problem: Problem) -> Single {
    let needed = problem.curriculum.sessions.map(\.features)
    let rooms = problem.curriculum.rooms.map(\.features)
    let isRemote = problem.curriculum.trainers.map(\.isRemote)
    return Single(of: subject, reads: [.room, .trainers]) { placement in
      guard let room = placement.room else { return 0 }
      var features = needed[placement.session]
      if placement.trainers.contains(where: { isRemote[$0] }) { features.insert(videoLink) }
      return features.subtracting(rooms[room]).count
    }
  }
}

extension Problem {
  /// Whether somebody who can hold a session joins by video link.
  fileprivate func mayBeRemote(_ session: Int) -> Bool {
    sessions[session].teams.contains { team in
      team.trainers.contains { curriculum.trainers[$0].isRemote }
    }
  }

  /// The sessions of which no declaration of a reader speaks.
  func sessionsWithout(_ reader: any ConstraintReader.Type) -> [Int] {
    // What is wrong with the declarations is reported when they are read.
    var findings = Findings()
    let declared = curriculum.declarations.filter { $0.name == reader.name }.flatMap {
      Arguments($0, for: reader, in: self, &findings)?.subjects ?? []
    }
    let named = Set(declared.flatMap(\.sessions))
    return sessions.indices.filter { !named.contains($0) }
  }

  /// What a session needs of its room, hard.
  func requirement(
    _ name: String,
    _ standing: Standing,
    of session: Int,
    _ words: String,
    _ remedy: Instruction,
    as shape: (Subject) -> Single
  ) -> Constraint {
    let subject = Subject.session(session, in: self)
    let origin = Origin(
      name,
      .hard,
      standing,
      Statement(subject, words),
      Remedies(
        whole: .instruction(remedy),
        form: .request(name, of: curriculum.sessions[session].id)
      ),
      at: curriculum.sessions[session].location
    )
    return Constraint(origin, shape(subject))
  }
}

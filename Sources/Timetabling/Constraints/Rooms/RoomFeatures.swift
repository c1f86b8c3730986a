internal import Curricula
internal import Diagnostics

/// A session's room has the features that the session, and any remote trainer, needs.
///
/// Excess: for each placement the number of features missing; 0 without a room. Hard, unless the
/// curriculum declares `features` for the session with a weight.
enum RoomFeatures: ConstraintReader {
  static let name = "features"

  /// The feature that a room needs when a trainer joins by video link.
  static let videoLink = "video-link"

  /// Reads `features: all sessions`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      constraint(
        declaration.origin(
          .wishes,
          Statement("the rooms of \(subject.label) have the features needed", about: subject)
        ),
        subject,
        in: frame
      )
    }
  }

  /// One hard constraint for each session that needs something and of which no declaration speaks.
  static func all(in frame: Frame) -> [Constraint] {
    guard !frame.curriculum.rooms.isEmpty else { return [] }
    let trainers = frame.curriculum.trainers
    return frame.sessionsWithout(declared: name).compactMap { index in
      let session = frame.curriculum.sessions[index]
      let mayBeRemote = frame.sessions[index].teams.contains { team in
        team.trainers.contains { trainers[$0].isRemote }
      }
      guard !session.features.isEmpty || mayBeRemote else { return nil }
      let isLinkExtra = mayBeRemote && !session.features.contains(videoLink)
      let wanted =
        session.features.sorted() + (isLinkExtra ? ["\(videoLink) for a remote trainer"] : [])
      let subject = Subject.session(index, in: frame)
      let remedy = Instruction("hold", subject.label, "in a room without these features")
      let origin = Origin(
        name,
        .hard,
        .wishes,
        Statement(subject, "needs a room with \(wanted.joined(separator: ", "))"),
        Remedies(whole: .instruction(remedy)),
        at: session.location
      )
      return constraint(origin, subject, in: frame)
    }
  }

  private static func constraint(
    _ origin: Origin,
    _ subject: Subject,
    in frame: Frame
  ) -> Constraint {
    let needed = frame.curriculum.sessions.map(\.features)
    let rooms = frame.curriculum.rooms.map(\.features)
    let isRemote = frame.curriculum.trainers.map(\.isRemote)
    let shape = Single(of: subject, reads: [.room, .trainers]) { placement in
      guard let room = placement.room else { return 0 }
      var features = needed[placement.session]
      if placement.trainers.contains(where: { isRemote[$0] }) { features.insert(videoLink) }
      return features.subtracting(rooms[room]).count
    }
    return Constraint(origin, shape)
  }
}

extension Frame {
  /// The sessions of which no declaration of a name speaks.
  func sessionsWithout(declared name: String) -> [Int] {
    let declarations = curriculum.declarations.filter { $0.name == name }
    // What is wrong with the declarations is reported when they are read.
    var findings = Findings()
    let named = Set(
      declarations.flatMap { declaration in
        Arguments(declaration, isFixed: true, in: self, &findings)?.subjects ?? []
      }.flatMap(\.sessions)
    )
    return sessions.indices.filter { !named.contains($0) }
  }
}

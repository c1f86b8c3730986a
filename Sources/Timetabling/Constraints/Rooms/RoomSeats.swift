internal import Curricula
internal import Diagnostics

/// A room seats everybody who attends.
///
/// Excess: for each placement the number of people without a seat; 0 without a room, or in a room of
/// which no number of seats is given. Hard, unless the curriculum declares `seats` for the session
/// with a weight. With a weight of 1 this is the room capacity of the International Timetabling
/// Competition 2007, third track.
enum RoomSeats: ConstraintReader {
  static let name = "seats"

  /// Reads `seats: all sessions`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      let statement = Statement("everybody has a seat in \(subject.label)", about: subject)
      return constraint(declaration.origin(.rooms, statement), subject, in: frame)
    }
  }

  /// One hard constraint for each session of which no declaration speaks.
  static func all(in frame: Frame) -> [Constraint] {
    guard frame.curriculum.rooms.contains(where: { $0.seats != nil }) else { return [] }
    return frame.sessionsWithout(declared: name).map { index in
      let session = Subject.session(index, in: frame)
      let size = frame.sessions[index].size
      let remedy = Instruction("let", session.label, "use a room with fewer than \(size) seats")
      let origin = Origin(
        name,
        .hard,
        .rooms,
        Statement(session, "needs \(size) seats"),
        Remedies(whole: .instruction(remedy)),
        at: frame.curriculum.sessions[index].location
      )
      return constraint(origin, session, in: frame)
    }
  }

  private static func constraint(
    _ origin: Origin,
    _ subject: Subject,
    in frame: Frame
  ) -> Constraint {
    let seats = frame.curriculum.rooms.map(\.seats)
    let sizes = frame.sessions.map(\.size)
    let shape = Single(of: subject, reads: .room) { placement in
      guard let seats = placement.room.flatMap({ seats[$0] }) else { return 0 }
      return max(0, sizes[placement.session] - seats)
    }
    return Constraint(origin, shape)
  }
}

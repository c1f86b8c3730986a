internal import Curricula
internal import Diagnostics

/// A room seats everybody who attends.
///
/// Hard, unless the curriculum declares `seats` for the session with a weight.
enum RoomSeats: ConstraintReader {
  static let name = "seats"
  static let isFixed = true

  /// Reads `seats: all sessions`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    return arguments.constraints(.rooms) {
      Statement("everybody has a seat in \($0.label)", about: $0)
    } as: {
      shape(of: $0, in: problem)
    }
  }

  /// One hard constraint for each session of which no declaration speaks.
  static func all(in problem: Problem) -> [Constraint] {
    guard problem.curriculum.rooms.contains(where: { $0.seats != nil }) else { return [] }
    return problem.sessionsWithout(Self.self).map { index in
      let (id, size) = (problem.curriculum.sessions[index].id, problem.sessions[index].size)
      return problem.requirement(
        name,
        .rooms,
        of: index,
        "needs \(size) seats" + shortcoming(of: index, in: problem),
        Instruction("declare 'seats' with a weight for", "'\(id)'")
      ) { shape(of: $0, in: problem) }
    }
  }

  /// What the rooms of a session have, where none has enough seats.
  private static func shortcoming(of session: Int, in problem: Problem) -> String {
    let rooms = problem.sessions[session].rooms.map { problem.curriculum.rooms[$0] }
    guard let largest = rooms.max(by: { $0.seats ?? .max < $1.seats ?? .max }),
      let seats = largest.seats, seats < problem.sessions[session].size
    else { return "" }
    let others = rooms.count == 1 ? "" : ", its largest,"
    return "; the room '\(largest.id)'\(others) has \(seats)"
  }

  private static func shape(of subject: Subject, in problem: Problem) -> Single {
    let seats = problem.curriculum.rooms.map(\.seats)
    let sizes = problem.sessions.map(\.size)
    return Single(of: subject, reads: .room) { placement in
      guard let seats = placement.room.flatMap({ seats[$0] }) else { return 0 }
      return max(0, sizes[placement.session] - seats)
    }
  }
}

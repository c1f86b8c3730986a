internal import Curricula

/// Sessions are held in some of the rooms.
enum HeldIn: ConstraintReader {
  static let name = "held-in"
  static let keys = ["rooms"]

  /// Reads `held-in: {of: kind workshop, rooms: [training-room]}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let known = arguments.problem.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("rooms", of: "room", among: known)
    guard !rooms.isEmpty else { return [] }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " or ")
    let allowed = Set(rooms)
    return arguments.constraints(.rooms) {
      $0.does("is", "are", "held in \(listed)")
    } as: {
      Single(of: $0, reads: .room) { $0.room.map(allowed.contains) == true ? 0 : 1 }
    }
  }
}

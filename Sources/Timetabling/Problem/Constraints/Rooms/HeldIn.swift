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
    let named = Set(rooms.map { known[$0] })
    // Several rooms at once are allowed where each of them is.
    let allowed = Set(rooms).union(
      arguments.problem.curriculum.rooms.indices.filter { room in
        let parts = arguments.problem.curriculum.rooms[room].parts
        return !parts.isEmpty && named.isSuperset(of: parts)
      }
    )
    return arguments.constraints(.rooms) {
      $0.does("is", "are", "held in \(listed)")
    } as: {
      Single(of: $0, reads: .room) { $0.room.map(allowed.contains) == true ? 0 : 1 }
    }
  }
}

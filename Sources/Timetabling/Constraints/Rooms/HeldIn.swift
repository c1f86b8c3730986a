internal import Curricula
internal import Diagnostics

/// Sessions are held in some of the rooms.
///
/// Excess: 1 for each placement that is in none of them.
enum HeldIn: ConstraintReader {
  static let name = "held-in"

  /// Reads `held-in: {of: kind workshop, rooms: [training-room]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["rooms"], in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("rooms", of: "room", among: known, &findings)
    guard !rooms.isEmpty else { return [] }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " or ")
    let allowed = Set(rooms)
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(.rooms, subject.does("is", "are", "held in \(listed)")),
        Single(of: subject, reads: .room) { $0.room.map(allowed.contains) == true ? 0 : 1 }
      )
    }
  }
}

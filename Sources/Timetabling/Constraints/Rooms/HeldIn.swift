internal import Curricula
internal import Diagnostics

/// Sessions are held in some of the rooms.
///
/// Excess: 1 for each placement that is in none of them.
struct HeldIn: PlacementConstraint, ConstraintReader {
  static let name = "held-in"

  var origin: Origin
  let subject: Subject
  let rooms: Set<Int>

  var reads: PlacementForm.Parts { .room }

  func excess(of placement: Placement) -> Int {
    placement.room.map(rooms.contains) == true ? 0 : 1
  }

  /// Reads `held-in: {of: kind workshop, rooms: [training-room]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard let arguments = Arguments(declaration, keys: ["rooms"], in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("rooms", of: "room", among: known, &findings)
    guard !rooms.isEmpty else { return [] }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " or ")
    return arguments.subjects.map { subject in
      HeldIn(
        origin: declaration.origin("\(subject.does("is", "are")) held in \(listed)"),
        subject: subject,
        rooms: Set(rooms)
      )
    }
  }
}

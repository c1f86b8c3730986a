internal import Curricula
internal import Diagnostics

/// Sessions stay in one room.
///
/// Excess: the number of different rooms beyond one; see ``Distinct``. With a weight of 1 this is the
/// room stability of the International Timetabling Competition 2007, third track.
enum OneRoom: ConstraintReader {
  static let name = "one-room"

  /// Reads `one-room: each module`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      Constraint(
        declaration.origin(.rooms, subject.does("stays", "stay", "in one room")),
        Distinct(selection: subject.selection, dimension: .room, limits: Limits(most: 1))
      )
    }
  }
}

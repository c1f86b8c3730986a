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
  ) -> [any Constraint] {
    let subjects = Arguments(declaration, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      Distinct(
        origin: declaration.origin("\(subject.does("stays", "stay")) in one room"),
        limits: DistinctForm(selection: subject.selection, of: .room, least: 0, most: 1)
      )
    }
  }
}

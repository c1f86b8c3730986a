internal import Curricula
internal import Diagnostics

/// A day has no session that stands alone.
///
/// Excess: 1 for each placement that neither begins when another of the day ends nor ends when
/// another begins. With blocks of one period each this is the curriculum compactness of the
/// International Timetabling Competition 2007, third track.
struct NotIsolated: Constraint, ConstraintReader {
  static let name = "not-isolated"

  var origin: Origin
  let selection: Selection

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.gather(timetable.placements(of: selection), by: timetable.day(of:))
      .flatMap { _, placements in
        placements.filter { placement in
          !placements.contains {
            $0.start == timetable.end(of: placement) || timetable.end(of: $0) == placement.start
          }
        }
      }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form { .sequence(SequenceForm(selection: selection, pattern: .isolated)) }

  /// Reads `not-isolated: each group`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let subjects = Arguments(declaration, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      NotIsolated(
        origin: declaration.origin("nothing of \(subject.label) stands alone in its day"),
        selection: subject.selection
      )
    }
  }
}

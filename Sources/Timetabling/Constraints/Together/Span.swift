internal import Curricula
internal import Diagnostics

/// From the first of some sessions to the last there are at most so many days.
///
/// Excess: the days from the day of the first placement to that of the last above the most. Within one
/// day there are 0 days, to the same weekday of the next week 7.
struct Span: Constraint, ConstraintReader {
  static let name = "span"

  var origin: Origin
  let limits: SpanForm

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: limits.selection)
    guard let first = placements.first, let last = placements.last else { return [] }
    let days = timetable.date(of: last).days(since: timetable.date(of: first))
    let excess = days - limits.mostDays
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  var form: Form { .span(limits) }

  /// Reads `span: {of: each module, most: 14 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard let arguments = Arguments(declaration, keys: ["most"], in: frame, &findings),
      let most = arguments.required("most", &findings)?.quantity(of: ["days"], &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Span(
        origin: declaration.origin(
          "\(subject.does("takes", "take")) at most \(most.spelled) from its first session to its last"
        ),
        limits: SpanForm(selection: subject.selection, mostDays: most.amount)
      )
    }
  }
}

internal import Curricula
internal import Diagnostics

/// Any two of some sessions are at least so many days apart.
///
/// Excess: for each two placements the days by which the distance between their days is below the
/// least. The same day is 0 days apart, the next day 1.
struct Apart: Constraint, ConstraintReader {
  static let name = "apart"

  var origin: Origin
  let sessions: [Int]
  let leastDays: Int

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: .sessions(sessions))
    return placements.indices.flatMap { first in
      placements[(first + 1)...].map { second in
        let days = timetable.date(of: second).days(since: timetable.date(of: placements[first]))
        return Violation(by: [placements[first], second], excess: leastDays - days)
      }
    }.filter { $0.excess > 0 }
  }

  var form: Form { .apart(ApartForm(sessions: sessions, leastDays: leastDays)) }

  /// Reads `apart: {of: module cyber, least: 2 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard
      let arguments = Arguments(
        declaration,
        keys: ["least"],
        isFixed: true,
        in: frame,
        &findings
      ),
      let least = arguments.required("least", &findings)?.quantity(of: ["days"], &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Apart(
        origin: declaration.origin(
          "any two of \(subject.label) are at least \(least.spelled) apart"
        ),
        sessions: subject.sessions,
        leastDays: least.amount
      )
    }
  }
}

extension Timetable {
  /// The date of a placement.
  func date(of placement: Placement) -> CivilDate {
    problem.days[day(of: placement)].date
  }
}

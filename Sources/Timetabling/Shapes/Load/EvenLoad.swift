internal import Curricula
internal import Diagnostics

/// The load is spread evenly over the weeks.
///
/// Excess: for each week that has a block, the minutes by which its load is below the mean over those
/// weeks rounded down, or above the mean rounded up; see ``Load``.
enum EvenLoad: ConstraintReader {
  static let name = "even-load"

  /// Reads `even-load: each group`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let weeks = Set(frame.blocks.map(\.week)).count
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    guard weeks > 0 else { return [] }
    return subjects.map { subject in
      let total = subject.sessions.reduce(0) { $0 + frame.sessions[$1].minutes }
      return Constraint(
        declaration.origin(.wishes, subject.does("has", "have", "an even load over the weeks")),
        Load(
          selection: subject.selection,
          measure: .minutes,
          per: .week,
          limits: Limits(least: total / weeks, most: (total + weeks - 1) / weeks)
        )
      )
    }
  }
}

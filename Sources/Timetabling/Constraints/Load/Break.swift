internal import Curricula
internal import Diagnostics

/// No more than so many minutes without a break.
///
/// A run is a row of placements, in the order of time, in one block, each beginning less than `least`
/// minutes after the one before it ends. Excess: for each run of two or more placements the minutes,
/// from its beginning to its latest end, above `after`. One long session is its own affair.
struct Break: Constraint, ConstraintReader {
  static let name = "break"

  var origin: Origin
  let selection: Selection
  let limit: Int
  let pause: Int

  func violations(in timetable: Timetable) -> [Violation] {
    var runs: [[Placement]] = []
    for placement in timetable.placements(of: selection) {
      if let last = runs.last?.last, last.block == placement.block,
        placement.start - timetable.end(of: last) < pause
      {
        runs[runs.count - 1].append(placement)
      } else {
        runs.append([placement])
      }
    }
    return runs.filter { $0.count > 1 }.compactMap { run in
      let end = run.map(timetable.end(of:)).max() ?? 0
      let excess = end - run[0].start - limit
      return excess > 0 ? Violation(by: run, excess: excess) : nil
    }
  }

  var form: Form {
    .sequence(SequenceForm(selection: selection, pattern: .unbroken(run: limit, pause: pause)))
  }

  /// Reads `break: {of: each group, after: 120 minutes, least: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["after", "least"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let after = arguments.required("after", &findings)?.quantity(of: ["minutes"], &findings)
    let least = arguments.required("least", &findings)?.quantity(of: ["minutes"], &findings)
    guard let after, let least else { return [] }
    return arguments.subjects.map { subject in
      Break(
        origin: declaration.origin(
          "\(subject.does("has", "have")) a break of \(least.spelled) after at most "
            + after.spelled
        ),
        selection: subject.selection,
        limit: after.amount,
        pause: least.amount
      )
    }
  }
}

internal import Curricula

/// The minutes or the number of sessions in any so many weeks in a row lie within limits.
///
/// All rows of that many weeks of the programme count, from the one that begins in week 1 on; where the
/// programme is shorter, it is one row.
struct WeeksLoad: SelectionShape {
  var selection: Selection
  let measure: Measure
  /// How many weeks a row has.
  let weeks: Int
  var limits: Limits

  var outlook: Outlook { .several }
  var isInMinutes: Bool { measure == .minutes }

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return (1...rows(in: timetable.problem)).compactMap { first in
      let held = placements.filter {
        (first..<first + weeks).contains(timetable.week(of: $0))
      }
      let amount = held.reduce(0) {
        $0 + measure.amount(ofMinutes: timetable.problem.sessions[$1.session].minutes)
      }
      let excess = limits.excess(amount)
      return excess > 0 ? Violation(by: held, excess: excess) : nil
    }
  }

  /// How many rows there are.
  private func rows(in problem: Problem) -> Int { max(1, problem.curriculum.weeks - weeks + 1) }

  /// A session is in as many rows as a row has weeks, or in fewer.
  func count(in draft: inout Draft, at level: Level) {
    let rows = rows(in: draft.problem)
    let formula = WeeksLoadFormula(measure: measure, limits: limits, weeks: weeks, rows: rows)
    let entry = draft.entry(formula, of: selection, at: level)
    draft.weekLoads.append(entry)
    draft.saves(in: entry.selection, level) {
      2 * min(weeks, rows) * measure.amount(ofMinutes: $0)
    }
  }

  /// What several weeks hold is not followed; where it could be too much or too little, costs are
  /// bounds.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    let most = compiler.amount(of: extent.scope, measure)
    if limits.least > 0 || most > limits.top { compiler.giveUp() }
  }

  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let problem = relaxation.problem
    for first in 1...rows(in: problem) {
      let blocks = problem.blocks.indices.filter {
        (first..<first + weeks).contains(problem.blocks[$0].week)
      }
      relaxation.limit(selection, measure, to: limits, in: blocks, weight)
    }
  }

  var tie: Tie { .none }
  /// Sessions left out could fill a least amount.
  var needsAll: Bool { limits.least > 0 }
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { Easing(self, \.limits, by: excess) }
}

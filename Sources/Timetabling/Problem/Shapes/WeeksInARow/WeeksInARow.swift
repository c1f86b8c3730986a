internal import Curricula

/// No more than so many weeks in a row.
///
/// A run is a row of weeks of the programme, each the one after the week before it, in every one of
/// which there is a placement.
struct WeeksInARow: SelectionShape {
  var selection: Selection
  var most: Int

  var outlook: Outlook { .several }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    var runs: [(week: Int, placements: [[Placement]])] = []
    for (week, placements) in timetable.gather(
      timetable.placements(of: selection),
      by: timetable.week(of:)
    ) {
      if let last = runs.last, last.week + 1 == week {
        runs[runs.count - 1] = (week, last.placements + [placements])
      } else {
        runs.append((week, [placements]))
      }
    }
    return runs.filter { $0.placements.count > most }.map { run in
      Violation(by: Array(run.placements.joined()), excess: run.placements.count - most)
    }
  }

  func count(in draft: inout Draft, at level: Level) {
    draft.weekRuns.append(draft.entry(WeekFormula(most: most), of: selection, at: level))
    draft.savesAnything()
  }

  /// Sessions of other parts could only make runs longer.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    guard extent.scope.count > most else { return }
    let bits = compiler.bitWidth(2 * (most + 1))
    compiler.couple(WeekRule(most: most), selection, extent, weight, bits)
  }

  /// A run is longer than the most by as many rows of one week more as it has.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let weeks = relaxation.problem.buckets(.week)
    let used = relaxation.used(.week, by: selection)
    for first in weeks.indices {
      guard let last = weeks.firstIndex(of: weeks[first] + most) else { continue }
      let row = used[first...last]
      guard row.count == most + 1, !row.contains(nil) else { continue }
      relaxation.require(anyOf: row.compactMap(\.self).map { !$0 }, weight)
    }
  }

  var tie: Tie { .none }
  let needsAll = false
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { Easing(self, \.most, by: excess) }
}

/// Carry: twice the length of the run before the current week, no longer than the most, plus 1 when
/// the current week has a placement.
private struct WeekRule: PresenceRule {
  let most: Int

  let stateless = Coupling.Stateless.no
  let asks = Coupling.Asks.everyWeek

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    var (run, isUsed) = (carry >> 1, carry & 1 == 1)
    if track.startsWeek[step.day] {
      let isNext =
        step.day > 0 && track.days[step.day - 1].week + 1 == track.days[step.day].week
      run = isUsed && isNext ? min(run + 1, most) : 0
      isUsed = false
    }
    let isVisited = step.contribution.map { $0 > 0 } ?? step.set.meets(coupling.members)
    let excess = isVisited && !isUsed && run == most ? 1 : 0
    guard !coupling.isComplete(after: step) else { return (0, excess) }
    return (run << 1 | (isUsed || isVisited ? 1 : 0), excess)
  }
}

extension WeeksInARow: ConstraintReader {
  static let name = "weeks-in-a-row"
  static let keys = ["most"]

  /// Reads `weeks-in-a-row: {of: each trainer, most: 3 weeks}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let most = arguments.quantity("most", in: "weeks") else { return [] }
    return arguments.constraints(hasLimit: true) {
      $0.does("has", "have", "sessions in at most \(most.spelled) in a row")
    } as: {
      WeeksInARow(selection: $0.selection, most: most.amount)
    }
  }
}

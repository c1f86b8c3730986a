internal import Curricula
internal import Diagnostics

/// No more than so many weeks in a row.
///
/// A run is a row of weeks of the programme, each the one after the week before it, in every one of
/// which there is a placement. Excess: for each run the weeks above `most`.
struct WeeksInARow: Shape {
  let selection: Selection
  let most: Int

  let outlook = Outlook.several

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
    draft.weekRuns.append((WeeksInARow(selection: draft.settled(selection), most: most), level))
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

  let tie = Tie.none

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    selection.kept(excerpt.position).map { WeeksInARow(selection: $0, most: most) }
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing {
    let easier = WeeksInARow(selection: selection, most: most + excess)
    return .limit(easier, before: most, after: most + excess)
  }
}

/// Carry: twice the length of the run before the current week, no longer than the most, plus 1 when
/// the current week has a placement.
private struct WeekRule: PresenceRule {
  let most: Int

  let stateless = Coupling.Stateless.no

  let asks = Coupling.Asks.everyWeek

  func advance(
    _ carry: Int,
    _ contribution: Int?,
    _ step: DayStep,
    _ coupling: Coupling,
    in track: Track
  ) -> (carry: Int, excess: Int) {
    var (run, isUsed) = (carry >> 1, carry & 1 == 1)
    if track.startsWeek[step.day] {
      let isNext =
        step.day > 0 && track.days[step.day - 1].week + 1 == track.days[step.day].week
      run = isUsed && isNext ? min(run + 1, most) : 0
      isUsed = false
    }
    let isVisited = contribution.map { $0 > 0 } ?? step.set.meets(coupling.members)
    let excess = isVisited && !isUsed && run == most ? 1 : 0
    guard !coupling.isComplete(after: step) else { return (0, excess) }
    return (run << 1 | (isUsed || isVisited ? 1 : 0), excess)
  }
}

extension WeeksInARow: ConstraintReader {
  static let name = "weeks-in-a-row"

  /// Reads `weeks-in-a-row: {of: each trainer, most: 3 weeks}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["most"], in: frame, &findings),
      let most = arguments.required("most", &findings)?.quantity(of: ["weeks"], &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does("has", "have", "sessions in at most \(most.spelled) in a row"),
          hasLimit: true
        ),
        WeeksInARow(selection: subject.selection, most: most.amount)
      )
    }
  }
}

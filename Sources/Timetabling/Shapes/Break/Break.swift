internal import Curricula
internal import Diagnostics

/// No more than so many minutes without a break.
///
/// A run is a row of placements, in the order of time, in one block, each beginning less than `least`
/// minutes after the one before it ends. Excess: for each run of two or more placements the minutes,
/// from its beginning to its latest end, above `after`. One long session is its own affair.
struct Break: PatternShape {
  let selection: Selection
  /// The longest run, in minutes.
  let run: Int
  /// The shortest pause that ends a run, in minutes.
  let pause: Int

  let isInMinutes = true

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
      let excess = end - run[0].start - self.run
      return excess > 0 ? Violation(by: run, excess: excess) : nil
    }
  }

  var row: Selection { selection }

  func pattern(in problem: Problem) -> any DayPattern { UnbrokenRuns(run: run, pause: pause) }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    guard extent.scope.count > 1 else { return }
    compiler.add(pattern(in: compiler.problem), of: selection, extent, weight)
  }

  let tie = Tie.none

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    selection.kept(excerpt.position).map { Break(selection: $0, run: run, pause: pause) }
  }

  func coarse(in problem: Problem) -> Coarse { .dropped }

  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing {
    let easier = Break(selection: selection, run: run + excess, pause: pause)
    return .limit(easier, before: run, after: run + excess)
  }
}

/// For each run of two or more placements in a block, each beginning less than `pause` minutes after
/// the one before it ends, the minutes from its beginning to its latest end above `run`.
private struct UnbrokenRuns: DayPattern {
  let run: Int
  let pause: Int

  let grows = true
  let readsRooms = false

  /// Shifting the row to the left makes no run longer.
  var starts: StartDemand { .afterBreak(minutes: pause) }

  func excess(of row: inout DayRow, on day: Int) -> Int {
    var sum = 0
    var index = 0
    while index < row.count {
      let first = row[index]
      var end = first.end
      var next = index &+ 1
      while next < row.count, row[next].block == first.block,
        Int(row[next].start &- row[next &- 1].end) < pause
      {
        end = max(end, row[next].end)
        next &+= 1
      }
      if next > index &+ 1 { sum &+= max(0, Int(end &- first.start) &- run) }
      index = next
    }
    return sum
  }
}

extension Break: ConstraintReader {
  static let name = "break"

  /// Reads `break: {of: each group, after: 120 minutes, least: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["after", "least"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let after = arguments.required("after", &findings)?.quantity(of: ["minutes"], &findings)
    let least = arguments.required("least", &findings)?.quantity(of: ["minutes"], &findings)
    guard let after, let least else { return [] }
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does(
            "has",
            "have",
            "a break of \(least.spelled) after at most \(after.spelled)"
          ),
          hasLimit: true
        ),
        Break(selection: subject.selection, run: after.amount, pause: least.amount)
      )
    }
  }
}

internal import Curricula

/// No more than so many minutes without a break.
///
/// A run is a row of placements, in the order of time, in one block, each beginning less than the least
/// pause after the one before it ends. One long session is its own affair.
struct Break: PatternShape, SelectionShape {
  var selection: Selection
  /// The longest run, in minutes.
  var run: Int
  /// The shortest pause that ends a run, in minutes.
  let pause: Int

  let isInMinutes = true
  var step: Int { run }

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

  func pattern(in problem: Problem) -> any DayPattern { UnbrokenRuns(run: run, pause: pause) }

  /// What fits into a block beside the breaks, where one thing is held at a time.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    if case .soft(let weight) = weight {
      return relaxation.limitRuns(of: selection, to: run, pause: pause, weight)
    }
    guard relaxation.isOneAtATime(selection) else { return }
    let time = time(for: relaxation.members(of: selection), in: relaxation.problem)
    var most: [Int: Int] = [:]
    for minutes in Set(relaxation.problem.blocks.map(\.minutes)) {
      most[minutes] = time.most(in: minutes)
    }
    relaxation.limitTime(of: selection) { [most] in most[$0.minutes] ?? $0.minutes }
  }

  private func time(for sessions: [Int], in problem: Problem) -> TimeBesideBreaks {
    TimeBesideBreaks(
      of: sessions.map { problem.sessions[$0].minutes },
      run: run,
      pause: pause,
      grid: problem.curriculum.grid
    )
  }

  var tie: Tie { .none }
  let needsAll = false
  /// What fits into the longest block beside the breaks: days are chosen for one thing at a time.
  var coarse: Coarse {
    .eased { problem in
      let sessions = problem.sessions.indices(possiblyIn: selection)
      let longest = problem.blocks.map(\.minutes).max() ?? 0
      let most = time(for: sessions, in: problem).most(in: longest)
      return Load(selection: selection, measure: .minutes, per: .block, limits: Limits(most: most))
    }
  }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { Easing(self, \.run, by: excess) }
}

/// How a ``Break`` reads a day.
private struct UnbrokenRuns: DayPattern {
  let run: Int
  let pause: Int

  let grows = true
  let isByBlocks = true
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
  static let keys = ["after", "least"]

  /// Reads `break: {of: each group, after: 120 minutes, least: 15 minutes}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let after = arguments.quantity("after", in: "minutes")
    let least = arguments.quantity("least", in: "minutes")
    guard let after, let least else { return [] }
    return arguments.constraints(hasLimit: true) {
      $0.does("has", "have", "a break of \(least.spelled) after at most \(after.spelled)")
    } as: {
      Break(selection: $0.selection, run: after.amount, pause: least.amount)
    }
  }
}

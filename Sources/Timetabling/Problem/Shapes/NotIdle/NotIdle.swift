internal import Curricula
internal import Diagnostics

/// A day has no idle time between its sessions.
///
/// What lies outside blocks, as a lunch break, costs nothing.
struct NotIdle: PatternShape, SelectionShape {
  var selection: Selection

  let isInMinutes = true
  /// Only times and lengths of blocks make it up.
  let step = 0

  func violations(in timetable: Timetable) -> [Violation] {
    let problem = timetable.problem
    return timetable.gather(timetable.placements(of: selection), by: timetable.day(of:))
      .flatMap { day, placements in
        let blocks = problem.days[day].blocks.map { problem.blocks[$0] }
        var latestEnd = 0
        return zip(placements, placements.dropFirst()).map { first, second in
          latestEnd = max(latestEnd, timetable.end(of: first))
          let idle = latestEnd..<max(latestEnd, second.start)
          let minutes = blocks.reduce(0) { $0 + idle.clamped(to: $1.start..<$1.end).count }
          return Violation(by: [first, second], excess: minutes)
        }
      }
      .filter { $0.excess > 0 }
  }

  func pattern(in problem: Problem) -> any DayPattern {
    IdleTime(
      days: problem.days.map(\.blocks),
      blocks: problem.blocks.map { Int32($0.start)..<Int32($0.end) }
    )
  }

  /// Between two blocks in use, what sessions do not fill of another block is idle.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    relaxation.requireFilling(by: selection, weight)
  }

  var tie: Tie { .none }
  /// Sessions left out could fill the time.
  let needsAll = true
  var coarse: Coarse { .dropped }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { .none(because: "there is no number in it") }
}

/// How ``NotIdle`` reads a day.
private struct IdleTime: DayPattern {
  /// For each day its blocks.
  let days: [Range<Int>]
  /// For each block its minutes.
  let blocks: [Range<Int32>]

  let grows = true
  let isByBlocks = false
  let readsRooms = false
  let starts = StartDemand.anyInSeveralBlocks

  func excess(of row: inout DayRow, on day: Int) -> Int {
    row.arrangeByStart()
    defer { row.arrange() }
    var sum = 0
    var reached = Int32.max
    for index in 0..<row.count {
      let entry = row[index]
      if reached < entry.start { sum &+= open(from: reached, to: entry.start, on: day) }
      reached = reached == .max ? entry.end : max(reached, entry.end)
    }
    return sum
  }

  /// The minutes between two times of a day that lie in blocks.
  private func open(from start: Int32, to end: Int32, on day: Int) -> Int {
    var sum = 0
    var reached = start
    for block in days[day] {
      let first = max(reached, blocks[block].lowerBound)
      let last = min(end, blocks[block].upperBound)
      if last > first { sum &+= Int(last &- first) }
      reached = max(reached, last)
    }
    return sum
  }
}

extension NotIdle: ConstraintReader {
  static let name = "not-idle"

  /// Reads `not-idle: each group`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.constraints {
      Statement("no idle time lies within the day of \($0.label)", about: $0)
    } as: {
      NotIdle(selection: $0.selection)
    }
  }
}

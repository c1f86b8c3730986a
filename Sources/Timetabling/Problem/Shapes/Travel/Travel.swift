internal import Curricula
internal import Diagnostics

/// There is time to go from one room to another.
///
/// Placements that share a minute have no time between them.
struct Travel: PatternShape, SelectionShape {
  var selection: Selection
  let rooms: Set<Int>
  /// The minutes that it takes from any of the rooms to any other.
  let minutes: Int

  let isInMinutes = true
  let step = 1

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
      .filter { $0.room.map(rooms.contains) == true }
    return timetable.gather(placements, by: timetable.day(of:)).flatMap { _, day in
      day.indices.flatMap { first in
        day[(first + 1)...].filter { $0.room != day[first].room }.map { second in
          let pause = max(0, second.start - timetable.end(of: day[first]))
          return Violation(by: [day[first], second], excess: minutes - pause)
        }
      }
    }.filter { $0.excess > 0 }
  }

  func pattern(in problem: Problem) -> any DayPattern {
    HurriedWays(isEnd: problem.curriculum.rooms.indices.map(rooms.contains), minutes: minutes)
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    compiler.add(pattern(in: compiler.problem), of: selection, extent, weight)
  }

  /// Nothing of it is left without times.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {}

  var tie: Tie { .none }
  let needsAll = true
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.everything] }

  func eased(by excess: Int) -> Easing {
    .none(because: "a way does not get shorter by asking for less")
  }
}

/// How ``Travel`` reads a day.
private struct HurriedWays: DayPattern {
  /// For each room whether it is at an end of a way.
  let isEnd: [Bool]
  let minutes: Int

  let grows = true
  let isByBlocks = false
  let readsRooms = true
  let starts = StartDemand.any

  /// - Complexity: Quadratic in the placements of the day.
  func excess(of row: inout DayRow, on day: Int) -> Int {
    var sum = 0
    for index in 0..<row.count {
      let left = row[index]
      if left.room < 0 || !isEnd[Int(left.room)] { continue }
      for other in (index &+ 1)..<max(index &+ 1, row.count) {
        let right = row[other]
        if right.room < 0 || right.room == left.room || !isEnd[Int(right.room)] { continue }
        sum &+= max(0, minutes &- max(0, Int(right.start &- left.end)))
      }
    }
    return sum
  }
}

extension Travel: ConstraintReader {
  static let name = "travel"
  static let keys = ["between", "least"]

  /// Reads `travel: {of: each group, between: [hall, annex], least: 15 minutes}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let known = arguments.problem.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("between", of: "room", among: known)
    guard let least = arguments.quantity("least", in: "minutes"), !rooms.isEmpty else { return [] }
    guard Set(rooms).count > 1 else {
      arguments.findings.error(
        at: arguments.location(of: "between"),
        "'between' names one room, expected two or more",
        remedy: "name the rooms at both ends of the way"
      )
      return []
    }
    // Who is in several rooms at once is at each of these ends.
    let ends = arguments.problem.curriculum.rooms.indices.filter { room in
      rooms.contains { arguments.problem.curriculum.rooms[room].takes(known[$0]) }
    }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " and ")
    return arguments.constraints {
      $0.does("has", "have", "\(least.spelled) to go between \(listed)")
    } as: {
      Travel(selection: $0.selection, rooms: Set(ends), minutes: least.amount)
    }
  }
}

internal import Curricula
internal import Diagnostics

/// There is time to go from one room to another.
///
/// Excess: for each two placements of a day in two different ones of the rooms, the minutes by which
/// the time between the end of the one and the beginning of the other falls short. Placements that
/// share a minute have no time between them.
struct Travel: PatternShape {
  let selection: Selection
  let rooms: Set<Int>
  /// The minutes that it takes from any of the rooms to any other.
  let minutes: Int

  let isInMinutes = true

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

  var row: Selection { selection }

  func pattern(in problem: Problem) -> any DayPattern {
    HurriedWays(
      isEnd: problem.curriculum.rooms.indices.map(rooms.contains),
      minutes: minutes
    )
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    compiler.add(pattern(in: compiler.problem), of: selection, extent, weight)
  }

  let tie = Tie.none

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    excerpt.hasAll(of: selection)
      ? selection.kept(excerpt.position).map {
        Travel(selection: $0, rooms: rooms, minutes: minutes)
      } : nil
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  let distinctions = [Distinction.everything]

  func eased(by excess: Int) -> Easing {
    .none(because: "a way does not get shorter by asking for less")
  }
}

/// For each two placements of the day in two different ones of the rooms, the minutes by which the
/// time between them falls short.
private struct HurriedWays: DayPattern {
  /// For each room whether it is at an end of a way.
  let isEnd: [Bool]
  let minutes: Int

  let grows = true
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

  /// Reads `travel: {of: each group, between: [hall, annex], least: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["between", "least"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("between", of: "room", among: known, &findings)
    let least = arguments.required("least", &findings)?.quantity(of: ["minutes"], &findings)
    guard let least, !rooms.isEmpty else { return [] }
    guard Set(rooms).count > 1 else {
      findings.error(
        at: arguments.location(of: "between"),
        "'between' names one room, expected two or more",
        remedy: "name the rooms at both ends of the way"
      )
      return []
    }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " and ")
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does("has", "have", "\(least.spelled) to go between \(listed)")
        ),
        Travel(selection: subject.selection, rooms: Set(rooms), minutes: least.amount)
      )
    }
  }
}

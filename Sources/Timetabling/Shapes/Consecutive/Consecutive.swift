internal import Curricula
internal import Diagnostics

/// Sessions directly follow one another in one block, in any order.
///
/// Excess: 1 for each placement but the first, in the order of time, that is in another block than the
/// one before it, or begins more than `most` minutes after that one has ended.
struct Consecutive: PatternShape {
  let selection: Selection
  /// The longest pause between two, in minutes.
  let longestPause: Int

  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block != second.block
          || second.start - timetable.end(of: first) > longestPause
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  var row: Selection { selection }

  func pattern(in problem: Problem) -> any DayPattern {
    Interruptions(longestPause: longestPause)
  }

  /// Each day has its own excess, and each day but the first one more.
  private var oneDay: Distinct {
    Distinct(selection: selection, dimension: .bucket(.day), limits: Limits(most: 1))
  }

  func count(in draft: inout Draft, at level: Level) {
    oneDay.count(in: &draft, at: level)
    draft.patterns.append((draft.settled(row), self, level))
    draft.savesAnything()
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    guard extent.isWhole else {
      compiler.giveUp()
      return
    }
    guard extent.scope.count > 1 else { return }
    compiler.add(pattern(in: compiler.problem), of: selection, extent, weight)
    oneDay.follow(in: &compiler, at: weight)
  }

  let tie = Tie.together(in: .block)

  /// Sessions left out could be held between.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    excerpt.hasAll(of: selection)
      ? selection.kept(excerpt.position).map {
        Consecutive(selection: $0, longestPause: longestPause)
      } : nil
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  let distinctions = [Distinction.everything]

  func eased(by excess: Int) -> Easing {
    .none(because: "an excess counts interruptions, and says nothing of how long they are")
  }
}

/// 1 for each placement of the day but the first that is in another block than the one before it, or
/// begins more than the longest pause after that one ends.
private struct Interruptions: DayPattern {
  let longestPause: Int

  let grows = true
  let readsRooms = false
  let starts = StartDemand.atOnce

  func excess(of row: inout DayRow, on day: Int) -> Int {
    var sum = 0
    for index in 1..<max(1, row.count) {
      let left = row[index &- 1]
      let right = row[index]
      if left.block != right.block || Int(right.start &- left.end) > longestPause { sum &+= 1 }
    }
    return sum
  }
}

extension Consecutive: ConstraintReader {
  static let name = "consecutive"

  /// Reads `consecutive: {of: [w3s1, w3s2], most: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["most"], in: frame, &findings) else {
      return []
    }
    let most = arguments["most"].map { $0.quantity(of: ["minutes"], &findings)?.amount } ?? 0
    guard let most else { return [] }
    let pause = most > 0 ? " with at most \(most) minutes between" : ""
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does("is", "are", "held directly one after the other\(pause)")
        ),
        Consecutive(selection: subject.selection, longestPause: most)
      )
    }
  }
}

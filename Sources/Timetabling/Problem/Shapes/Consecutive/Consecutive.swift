internal import Curricula

/// Sessions directly follow one another in one block, in any order.
struct Consecutive: PatternShape, SelectionShape {
  var selection: Selection
  /// The longest pause between two, in minutes.
  let longestPause: Int

  /// Sessions on two days interrupt one another.
  var outlook: Outlook { .several }
  let isInMinutes = false
  let step = 1

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block != second.block
          || second.start - timetable.end(of: first) > longestPause
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  func pattern(in problem: Problem) -> any DayPattern {
    Interruptions(longestPause: longestPause)
  }

  /// Each day has its own excess, and each day but the first one more.
  private var oneDay: Distinct {
    Distinct(selection: selection, dimension: .bucket(.day), limits: Limits(most: 1))
  }

  func count(in draft: inout Draft, at level: Level) {
    oneDay.count(in: &draft, at: level)
    draft.watch(self, at: level)
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    if compiler.follow(rowsOf: self, at: weight) { oneDay.follow(in: &compiler, at: weight) }
  }

  /// Each block but the first one is an interruption.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    Distinct(selection: selection, dimension: .bucket(.block), limits: Limits(most: 1))
      .relax(in: &relaxation, at: weight)
  }

  var tie: Tie { .together(in: .block) }
  /// Sessions left out could be held between.
  let needsAll = true
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.everything] }

  func eased(by excess: Int) -> Easing {
    .none(because: "an excess counts interruptions, and says nothing of how long they are")
  }
}

/// How ``Consecutive`` reads a day.
private struct Interruptions: DayPattern {
  let longestPause: Int

  let grows = true
  let isByBlocks = false
  let readsRooms = false
  let starts = StartDemand.atOnce

  func excess(of row: inout DayRow, on day: Int) -> Int {
    row.neighbours { $0.block != $1.block || Int($1.start &- $0.end) > longestPause }
  }
}

extension Consecutive: ConstraintReader {
  static let name = "consecutive"
  static let keys = ["most"]

  /// Reads `consecutive: {of: [w3s1, w3s2], most: 15 minutes}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let given = arguments["most"]
    let most = given == nil ? 0 : arguments.quantity("most", in: "minutes")?.amount
    guard let most else { return [] }
    let pause = most > 0 ? " with at most \(most) minutes between" : ""
    return arguments.constraints {
      $0.does("is", "are", "held directly one after the other\(pause)")
    } as: {
      Consecutive(selection: $0.selection, longestPause: most)
    }
  }
}

internal import Curricula
internal import Diagnostics

/// A day has no session that stands alone.
struct NotIsolated: PatternShape, SelectionShape {
  var selection: Selection

  let isInMinutes = false
  let step = 1

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.gather(timetable.placements(of: selection), by: timetable.day(of:))
      .flatMap { _, placements in
        placements.filter { placement in
          !placements.contains {
            $0.start == timetable.end(of: placement) || timetable.end(of: $0) == placement.start
          }
        }
      }
      .map { Violation(by: [$0], excess: 1) }
  }

  func pattern(in problem: Problem) -> any DayPattern { LoneSessions() }

  /// Where every session takes a whole block, blocks in use are bits of a word.
  ///
  /// Then a move of a session changes the number of those alone by at most 3.
  func count(in draft: inout Draft, at level: Level) {
    let settled = draft.settled(selection)
    guard draft.hasBitsForDays, settled.isFixed else { return draft.watch(self, at: level) }
    draft.isolations.add(settled, level)
    draft.saves(in: settled, level) { _ in 3 }
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    compiler.follow(rowsOf: self, at: weight, from: 1)
  }

  /// What is held in blocks without neighbours is alone there, unless more is held in them.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    relaxation.requireCompany(for: selection, weight)
  }

  var tie: Tie { .none }
  /// Sessions left out could be neighbours.
  let needsAll = true
  var coarse: Coarse { .dropped }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { .none(because: "there is no number in it") }
}

/// How ``NotIsolated`` reads a day.
private struct LoneSessions: DayPattern {
  let grows = false
  let isByBlocks = false
  let readsRooms = false
  let starts = StartDemand.anyWhereBlocksAbut

  /// - Complexity: Quadratic in the placements of the day.
  func excess(of row: inout DayRow, on day: Int) -> Int {
    var sum = 0
    for one in 0..<row.count {
      let entry = row[one]
      var isAlone = true
      for other in 0..<row.count where isAlone {
        let near = row[other]
        isAlone = near.start != entry.end && near.end != entry.start
      }
      if isAlone { sum &+= 1 }
    }
    return sum
  }
}

extension NotIsolated: ConstraintReader {
  static let name = "not-isolated"

  /// Reads `not-isolated: each group`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.constraints {
      Statement("nothing of \($0.label) stands alone in its day", about: $0)
    } as: {
      NotIsolated(selection: $0.selection)
    }
  }
}

internal import Curricula
internal import Diagnostics

/// A day has no session that stands alone.
///
/// Excess: 1 for each placement that neither begins when another of the day ends nor ends when
/// another begins. With blocks of one period each this is the curriculum compactness of the
/// International Timetabling Competition 2007, third track.
struct NotIsolated: PatternShape {
  let selection: Selection

  let isInMinutes = false

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

  var row: Selection { selection }

  func pattern(in problem: Problem) -> any DayPattern { LoneSessions() }

  /// Where every session takes a whole block, blocks in use are bits of a word.
  ///
  /// Then a move of a session changes the number of those alone by at most 3.
  func count(in draft: inout Draft, at level: Level) {
    let settled = draft.settled(selection)
    if draft.hasBitsForDays, settled.isFixed {
      draft.isolations.add(settled, level)
      draft.saves(in: settled, level) { _ in 3 }
    } else {
      draft.patterns.append((settled, self, level))
      draft.savesAnything()
    }
  }

  /// Without the sessions of other parts there would be more to pay.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    guard extent.isWhole else {
      compiler.giveUp()
      return
    }
    compiler.add(LoneSessions(), of: selection, extent, weight)
  }

  let tie = Tie.none

  /// Sessions left out could be neighbours.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    excerpt.hasAll(of: selection)
      ? selection.kept(excerpt.position).map { NotIsolated(selection: $0) } : nil
  }

  func coarse(in problem: Problem) -> Coarse { .dropped }

  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { .none(because: "there is no number in it") }
}

/// 1 for each placement that neither begins when another of the day ends nor ends when another begins.
private struct LoneSessions: DayPattern {
  let grows = false
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
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          Statement("nothing of \(subject.label) stands alone in its day", about: subject)
        ),
        NotIsolated(selection: subject.selection)
      )
    }
  }
}

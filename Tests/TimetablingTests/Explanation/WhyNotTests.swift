import Curricula
import Testing

@testable import Timetabling

struct WhyNotTests {
  private let curriculum = Impossible(
    trainers: """
      - {id: ann, name: Ann, away: [{on: 2026-03-09, weight: 4}]}
      - {id: bo, name: Bo, away: [2026-03-09]}
      """,
    sessions: """
      - {id: a, title: A, minutes: 60, trainers: [ann]}
      - {id: b, title: B, minutes: 60, trainers: [bo]}
      """,
    constraints: "- pin: {session: a, at: 2026-03-02T10:00}\n  weight: 3"
  )

  /// Asks about a session of the curriculum laid out as well as it can be.
  private func why(_ session: Int, on day: String) throws -> WhyNot {
    let solver = Solver(try curriculum.problem())
    guard case .found(let best) = solver.exactly() else { throw NoTimetable() }
    let date = try #require(CivilDate(day))
    return solver.why(session, on: date, comparedWith: best)
  }

  private struct NoTimetable: Error {}

  @Test func `another day is possible at a price, told by constraint`() throws {
    guard case .possible(let comparison) = try why(0, on: "2026-03-09") else {
      Issue.record("it is possible")
      return
    }
    #expect(comparison.extra == 7)
    #expect(comparison.solution.isOptimal)
    #expect(
      comparison.differences.map(\.sentence) == [
        "4 more (from 0 to 4) for the constraint: Ann would rather not come on 9 March 2026",
        "3 more (from 0 to 3) for the constraint: 'a' is held on 2 March 2026 at 10:00",
      ]
    )
    let placement = try #require(comparison.solution.timetable.placement(of: 0))
    #expect(comparison.solution.timetable.date(of: placement) == CivilDate("2026-03-09"))
  }

  @Test func `a day on which it cannot be held has a conflict that begins with what was asked`()
    throws
  {
    guard case .impossible(let conflict) = try why(1, on: "2026-03-09") else {
      Issue.record("it is impossible")
      return
    }
    #expect(conflict.isMinimal)
    #expect(
      conflict.lines.map(\.sentence) == [
        "'b' is to be held on 9 March 2026, as asked", "Bo cannot come on 9 March 2026",
        "'b' is held by Bo",
      ]
    )
    #expect(
      conflict.repairs.map(\.sentence) == [
        "let Bo also come on 9 March 2026", "let somebody else hold 'b'",
      ]
    )
  }

  @Test(arguments: [
    ("2026-03-08", ["2026-03-02", "2026-03-09"]), ("2026-02-01", ["2026-03-02"]),
    ("2027-01-01", ["2026-03-16"]),
  ])
  func `a day without a block has neighbours`(day: String, neighbours: [String]) throws {
    guard case .noBlock(let nearest, _) = try why(0, on: day) else {
      Issue.record("there is no block")
      return
    }
    #expect(nearest == neighbours.compactMap { CivilDate($0) })
  }

  @Test func `a day without a block offers to open one, and a full day another one`() throws {
    guard case .noBlock(_, let opening) = try why(0, on: "2026-03-10") else {
      Issue.record("there is no block")
      return
    }
    #expect(
      opening.map(\.sentence) == ["open another block on 10 March 2026, 10:00 to 12:00"]
    )
    let full = Impossible(
      sessions: """
        - {id: a, title: A, minutes: 120}
        - {id: b, title: B, minutes: 60}
        """,
      constraints: "- pin: {session: a, at: 2026-03-02T10:00}"
    )
    let solver = Solver(try full.problem())
    guard case .found(let best) = solver.exactly(), let day = CivilDate("2026-03-02"),
      case .impossible(let conflict) = solver.why(1, on: day, comparedWith: best)
    else {
      Issue.record("the day is full")
      return
    }
    #expect(
      conflict.repairs.map(\.sentence).contains(
        "open another block on 2 March 2026, 13:00 to 15:00"
      ),
      "\(conflict.repairs.map(\.sentence))"
    )
  }

  @Test func `the day on which it is held already changes nothing`() throws {
    guard case .heldAlready(let placement) = try why(0, on: "2026-03-02") else {
      Issue.record("it is held then")
      return
    }
    #expect(placement.start == 600)
  }
}

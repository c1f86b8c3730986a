import Testing

@testable import Timetabling

struct RobustnessTests {
  /// What becomes of a curriculum laid out as well as it can be, in sentences.
  private func effects(_ curriculum: Impossible) throws -> [String] {
    let solver = Solver(try curriculum.problem())
    guard case .found(let best) = solver.exactly() else { return ["no timetable"] }
    return solver.robustness(of: best.timetable).map { $0.sentence(in: solver.problem) }
  }

  private let pinned = "- pin: {session: a, at: 2026-03-02T10:00}\n  weight: 1"

  @Test func `an alternate stands in, and nothing moves`() throws {
    let curriculum = Impossible(
      trainers: "- {id: ann, name: Ann, alternates: [bo]}\n- {id: bo, name: Bo}",
      sessions: "- {id: a, title: A, minutes: 60, trainers: [ann]}",
      constraints: pinned + "\n- stand-in: all sessions\n  weight: 1"
    )
    #expect(
      try effects(curriculum) == [
        "without Ann on 2 March 2026 ('a'): others stand in, and nothing moves"
      ]
    )
  }

  @Test func `sessions move to the days that the trainer has left`() throws {
    let curriculum = Impossible(
      trainers: "- {id: ann, name: Ann, away: [2026-03-09]}",
      sessions: "- {id: a, title: A, minutes: 60, trainers: [ann]}",
      constraints: pinned
    )
    #expect(
      try effects(curriculum) == [
        "without Ann on 2 March 2026 ('a'): 1 session moves: 'a' to 16 March 2026"
      ]
    )
  }

  @Test func `what needs the session moves along, and no more`() throws {
    let curriculum = Impossible(
      trainers: "- {id: ann, name: Ann, away: [2026-03-16]}",
      sessions: """
        - {id: a, title: A, minutes: 60, trainers: [ann]}
        - {id: b, title: B, minutes: 60, needs: [a]}
        - {id: c, title: C, minutes: 60}
        """,
      constraints: pinned
        + "\n- pin: {session: b, at: 2026-03-02T11:00}\n  weight: 1"
        + "\n- pin: {session: c, at: 2026-03-09T10:00}\n  weight: 1"
    )
    let solver = Solver(try curriculum.problem())
    guard case .found(let best) = solver.exactly() else {
      Issue.record("there are timetables")
      return
    }
    let entries = solver.robustness(of: best.timetable)
    #expect(entries.count == 1)
    guard case .survives(let change)? = entries.first?.effect else {
      Issue.record("the programme survives")
      return
    }
    #expect(change.moved == [0, 1])
    #expect(change.isLeast)
    #expect(solver.problem.cost(of: change.timetable).hard == 0)
  }

  @Test func `a trainer with one day only cannot be missed`() throws {
    let curriculum = Impossible(
      trainers: "- {id: ann, name: Ann, only: [2026-03-02]}",
      sessions: "- {id: a, title: A, minutes: 60, trainers: [ann]}"
    )
    #expect(
      try effects(curriculum) == ["without Ann on 2 March 2026 ('a'): no timetable exists"]
    )
  }

  @Test func `nobody is missed who holds nothing`() throws {
    let curriculum = Impossible(
      trainers: "- {id: ann, name: Ann}",
      sessions: "- {id: a, title: A, minutes: 60}"
    )
    #expect(try effects(curriculum).isEmpty)
  }
}

import Curricula
import Diagnostics
import Testing

@testable import Timetabling

@Suite struct WeeksInARowTests {
  @Test func `the weeks of a run above the most count`() throws {
    try verify("weeks-in-a-row: {of: all sessions, most: 1 week}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:05"),
        held("d", at: "2026-03-11T09:00"),
        held("c", at: "2026-03-16T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b", "c", "d"])
  }

  @Test func `a week between ends a run`() throws {
    try verify("weeks-in-a-row: {of: all sessions, most: 1 week}")
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-16T09:00"))
      .holds()
  }

  @Test func `a trainer is named with the limit`() throws {
    try verify("weeks-in-a-row: {of: trainer ann, most: 2 weeks}")
      .says("Ann has sessions in at most 2 weeks in a row")
  }

  @Test func `the most is required`() {
    expectMistake(
      "weeks-in-a-row: 1️⃣{of: each trainer}",
      "the constraint 'weeks-in-a-row' has no 'most'"
    )
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `the proof finds what all timetables say`(seed: UInt64) throws {
    let random = try RandomCurriculum(seed: seed).problem()
    let subjects: [Selection] = [.sessions(Array(random.sessions.indices)), .trainer(0)]
    let weights: [Weight] = [.hard, .soft(3)]
    let run = Constraint(
      Origin(
        WeeksInARow.name,
        weights[Int(seed % 2)],
        .wishes,
        Statement(""),
        at: random.curriculum.location
      ),
      WeeksInARow(selection: subjects[Int(seed / 2 % 2)], most: 1 + Int(seed / 4 % 2))
    )
    let problem = random.with(constraints: random.constraints + [run])
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    switch Solver(problem).exactly() {
    case .found(let solution):
      #expect(solution.cost >= all.optimum ?? .max)
      #expect(solution.bound <= all.optimum ?? .max)
    case .none: #expect(all.optimum == nil)
    case .open(let bound): #expect(bound <= all.optimum ?? .max)
    }
  }

  @Test func `a limit that leaves no timetable is blamed, and raised`() throws {
    let problem = try Impossible(
      trainers: "- {id: ann, name: Ann}",
      sessions: """
        - {id: a, title: A, minutes: 120, trainers: [ann]}
        - {id: b, title: B, minutes: 120, trainers: [ann]}
        """,
      constraints: "- weeks-in-a-row: {of: trainer ann, most: 0 weeks}"
    ).problem()
    let conflict = try #require(Solver(problem).explainConflict())
    #expect(
      conflict.lines.contains { $0.sentence == "Ann has sessions in at most 0 weeks in a row" }
    )
    #expect(
      conflict.repairs.contains {
        $0.sentence.hasPrefix("raise the limit from 0 to ")
      }
    )
  }
}

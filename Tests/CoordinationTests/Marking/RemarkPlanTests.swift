import Coordination
import Quizzes
import Records
import Testing

/// What marking again would change, and what is recorded of it.
@Suite struct RemarkPlanTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func plan(_ quiz: Quiz) throws -> RemarkPlan {
    try RemarkPlan(of: quiz, named: "tools", in: bench.markbook, at: Workbench.minute(60))
  }

  private func record(_ plan: RemarkPlan) throws {
    try plan.record(
      because: "The hammer is right.",
      decidedBy: "ana",
      in: bench.markbook,
      at: Workbench.minute(60)
    )
  }

  private func reading(_ attempt: RecordedAttempt) throws -> AttemptReading {
    try AttemptReading(
      bench.markbook.attempt(attempt.id),
      in: bench.markbook,
      at: Workbench.minute(90)
    )
  }

  @Test func `a plan says who moves by how much, and records nothing`() throws {
    let sat = try Workbench.quiz()
    let up = try bench.sit(sat, ["b", "t", "yes"])
    let down = try bench.sit(sat, ["a", "t", "yes"], by: "p02")
    let same = try bench.sit(sat, ["c", "f", "yes"], by: "p02")
    let before = try bench.markbook.heads()
    let plan = try plan(Workbench.quiz(key: "Hammer"))
    #expect(plan.rows.map(\.recorded.id) == [up.id, down.id, same.id])
    #expect(plan.rows.map { $0.before?.total } == [1, 2, 0])
    #expect(plan.rows.map { $0.after?.total } == [2, 1, 0])
    #expect(plan.rows.map { $0.after?.isPassed } == [true, false, false])
    #expect(plan.rows.map(\.moves) == [true, true, false])
    #expect(try bench.markbook.heads() == before)
  }

  @Test func `recorded once, the same plan has nothing to do`() throws {
    let attempt = try bench.sit(try Workbench.quiz(), ["b", "t", "yes"])
    let corrected = try Workbench.quiz(key: "Hammer")
    try record(plan(corrected))
    let marked = try #require(try reading(attempt).marked)
    #expect(marked.firstScore.total == 1)
    #expect(marked.score.total == 2)
    let head = try bench.markbook.heads()
    let again = try plan(corrected)
    #expect(again.rows.isEmpty)
    #expect(again.unchangedCount == 1)
    try record(again)
    #expect(try bench.markbook.heads() == head)
  }

  @Test func `a file that was only rearranged or explained better marks nothing again`() throws {
    _ = try bench.sit(try Workbench.quiz(), ["b", "t", "yes"])
    let explained = try Workbench.quiz(extra: "    rationale: It has a flat face.")
    #expect(try plan(explained).rows.isEmpty)
  }

  @Test func `an item that was changed otherwise stops the whole plan, by name`() throws {
    let sat = try Workbench.quiz()
    _ = try bench.sit(sat, ["b", "t", "yes"])
    _ = try bench.sit(sat, ["b", "t", "yes"], by: "p02")
    var other = try Workbench.quiz(key: "Hammer")
    other.items[1].stem = "A plane makes wood rough."
    let plan = try plan(other)
    #expect(plan.mismatches.map(\.item) == ["plane"])
    #expect(plan.mismatches.map(\.change) == [.stem])
    #expect(plan.mismatches.map(\.count) == [2])
  }

  @Test func `an open attempt is marked by the corrected version once it is submitted`() throws {
    let open = try bench.sit(try Workbench.quiz(), ["b"])
    let plan = try plan(Workbench.quiz(key: "Hammer"))
    #expect(plan.rows.map { $0.after } == [nil])
    try record(plan)
    let events: [Event.Kind] = [
      .responded(.init(item: "plane", typed: "t", response: .truth(true), milliseconds: 1)),
      .submitted,
    ]
    try bench.markbook.append(
      events.map { Event($0, at: Workbench.minute(70)) },
      to: open.id,
      after: open.eventCount + 1
    )
    let marked = try #require(try reading(open).marked)
    #expect(marked.firstScore.total == 1)
    #expect(marked.score.total == 2)
  }

  @Test func `practice is left out`() throws {
    _ = try bench.sit(try Workbench.quiz(), ["b", "t"], by: nil, .practice)
    #expect(try plan(Workbench.quiz(key: "Hammer")).rows.isEmpty)
  }

  @Test func `another correction after the first counts from the version that was sat`() throws {
    let attempt = try bench.sit(try Workbench.quiz(), ["b", "t", "yes"])
    try record(plan(Workbench.quiz(key: "Hammer")))
    try record(plan(Workbench.quiz(key: "Plane", head: "penalty: 0.5")))
    let marked = try #require(try reading(attempt).marked)
    #expect(marked.firstScore.total == 1)
    #expect(marked.steps.map(\.score.total) == [2, 1])
  }
}

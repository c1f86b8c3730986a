import GoldenFiles
import Testing

/// Questions about a timetable: why not on another day, and what if a trainer cannot come.
@Suite struct QuestionTests {
  @Test(arguments: [
    ("possible", "saws=2026-03-24", Int32(0)), ("several-changes", "glues=2026-03-31", 1),
    ("impossible", "saws=2026-04-07", 1),
    ("no-block", "saws=2026-04-08", 0), ("before", "saws=2025-12-24", 0),
    ("held", "glues=2026-04-07", 0), ("no-session", "sows=2026-04-07", 64),
    ("no-day", "saws=2026-02-31", 64), ("no-date", "saws=tomorrow", 64), ("no-sign", "saws", 64),
  ])
  func `what a session on another day would mean is said`(
    name: String,
    question: String,
    status: Int32
  ) throws {
    let bench = try Workbench.joinery()
    let answer = try bench.seminar("timetable", "--why", question)
    #expect(answer.status == status)
    expectGolden(answer.transcript, "questions/why-\(name).txt")
  }

  @Test func `what becomes of the programme without each trainer is said`() throws {
    let bench = try Workbench.joinery()
    let answer = try bench.seminar("timetable", "--robust")
    #expect(answer.status == 0)
    expectGolden(answer.transcript, "questions/robust.txt")
  }
}

import Quizzes
import Records
import Testing

/// Windows of quizzes that follow the published timetable.
@Suite struct TiedWindowTests {
  /// The course in years to come or long past, whose quiz on crafts is tied to week 1.
  private func bench(in year: Int) throws -> Workbench {
    let bench = try Workbench.crafts()
    try bench.setCrafts("opens", "after week 1")
    try bench.setCrafts("closes", "7 days after week 1")
    if year == 2037 {
      let name = "curricula/joinery.yaml"
      try bench.write(bench.text(of: name).replacing("2026-", with: "2037-"), to: name)
    }
    return bench
  }

  @Test func `before the timetable is published the quiz does not open`() throws {
    let bench = try bench(in: 2026)
    let ended = try bench.sitCrafts(typing: [])
    #expect(ended.status == 77)
    #expect(ended.error.contains("the quiz opens after week 1, and that part of the"))
    #expect(try bench.seminar("quiz", "--as", "p01").output.contains("opens after week 1"))
  }

  @Test func `the quiz opens and closes with the week as published`() throws {
    let past = try bench(in: 2026)
    #expect(try past.seminar("publish").status == 0)
    let closed = try past.sitCrafts(typing: [])
    #expect(closed.error.contains("the quiz closed on Tuesday 31 March 2026, 12:00, New York time"))
    #expect(try past.seminar("quiz", "--as", "p01").output.contains("closed"))
    let future = try bench(in: 2037)
    #expect(try future.seminar("publish").status == 0)
    let early = try future.sitCrafts(typing: [])
    #expect(early.error.contains("the quiz opens on Tuesday 24 March 2037, 12:00, New York time"))
  }

  @Test func `the window follows the timetable when it is published anew`() throws {
    let bench = try bench(in: 2026)
    _ = try bench.seminar("publish")
    try bench.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    #expect(try bench.seminar("publish", "--anew").status == 0)
    let closed = try bench.sitCrafts(typing: [])
    #expect(closed.error.contains("the quiz closed on Tuesday 31 March 2026, 12:30, New York time"))
  }

  @Test func `an attempt under way gets the later close of a timetable published anew`() throws {
    let bench = try bench(in: 2026)
    try bench.setCrafts("time-limit", nil)
    try bench.setCrafts("opens", "500 weeks before week 1")
    try bench.setCrafts("closes", "500 weeks after week 1")
    _ = try bench.seminar("publish")
    #expect(try bench.sitCrafts(typing: ["", "b"]).status == 0)
    try bench.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    _ = try bench.seminar("publish", "--anew")
    #expect(try bench.sitCrafts(typing: ["100"]).status == 0)
    let markbook = try bench.markbook()
    let attempt = try #require(try markbook.attempts().last)
    let deadlines = try markbook.events(of: attempt.id).compactMap { event -> Deadline? in
      switch event.kind {
      case .started(let start): start.deadline
      case .extended(let new): new.deadline
      default: nil
      }
    }
    #expect(deadlines.count == 2)
    #expect(deadlines.first.map { $0.milliseconds + 1_800_000 } == deadlines.last?.milliseconds)
  }

  @Test func `a week or session that does not exist is found by the check`() throws {
    let bench = try bench(in: 2026)
    try bench.setCrafts("opens", "after week 4")
    try bench.setCrafts("closes", "1 day after session plans")
    let checked = try bench.seminar("check")
    #expect(checked.status == 1)
    #expect(checked.output.contains("error: the curriculum has no week 4"))
    #expect(checked.output.contains("did you mean 'planes'?"))
  }
}

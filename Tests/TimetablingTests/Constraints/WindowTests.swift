import Testing

@Suite struct WindowTests {
  private func outside(_ window: String) throws -> Verifier {
    verify("window: {of: module one, \(window)}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-11T09:00"),
        held("c", at: "2026-03-16T13:00"),
        held("d", at: "2026-03-04T09:00")
      )
  }

  @Test(arguments: [
    ("from: 2026-03-11", ["a"]), ("until: 2026-03-11", ["c"]), ("weeks: [1, 3]", ["b"]),
    ("weekdays: Monday", ["b"]), ("weekdays: [monday, wednesday]", []),
    ("blocks: [2026-03-02T09:00, 2026-03-11T09:00]", ["c"]), ("not: 2026-03-16T13:00", ["c"]),
    ("from: 2026-03-10, weekdays: Monday", ["a", "b"]),
  ])
  func `each session outside counts 1`(window: String, sessions: [String]) throws {
    try outside(window).penalises(by: sessions.count, sessions: sessions)
  }

  @Test func `a trainer's window is about what the trainer holds`() throws {
    try verify("window: {of: trainer cy, weeks: 1}")
      .given(
        held("b", at: "2026-03-11T09:00", by: "bo"),
        held("c", at: "2026-03-16T13:00", by: "cy")
      )
      .penalises(by: 1, sessions: ["c"])
  }

  @Test func `the sentence tells the window`() throws {
    try verify("window: {of: a, from: 2026-03-03, weeks: [1, 2], weekdays: Wednesday}")
      .says("'a' is held only from 3 March 2026, in week 1, 2, on Wednesday")
  }

  @Test func `a window without any limit is reported`() {
    expectMistake(
      "window: 1️⃣a",
      "the constraint 'window' has none of 'from', 'until', 'weeks', 'weekdays', 'blocks', 'not'"
    )
  }

  @Test func `a window that ends before it begins is reported`() {
    expectMistake(
      "window: {of: a, from: 2026-03-04, 1️⃣until: 2026-03-02}",
      "the window ends on 2026-03-02, before it begins on 2026-03-04",
      help: "exchange 'from' and 'until'"
    )
  }

  @Test func `a day that does not exist is reported`() {
    expectMistake(
      "window: {of: a, from: 1️⃣2026-02-30}",
      "found '2026-02-30', expected a day such as 2026-03-24",
      help: "the calendar has no such day"
    )
  }

  @Test func `a week after the last is reported`() {
    expectMistake(
      "window: {of: a, weeks: [1, 1️⃣4]}",
      "found '4', expected a whole number from 1 to 3"
    )
  }

  @Test func `a weekday that is not understood is reported`() {
    expectMistake(
      "window: {of: a, weekdays: 1️⃣Munday}",
      "found 'Munday', expected one of 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', "
        + "'saturday', 'sunday'",
      help: "did you mean 'monday'?"
    )
  }

  @Test func `a block that does not exist is reported`() {
    expectMistake(
      "window: {of: a, blocks: [1️⃣2026-03-02T09:30]}",
      "the block '2026-03-02T09:30' is not declared",
      help: "did you mean '2026-03-02T09:00'?"
    )
  }
}

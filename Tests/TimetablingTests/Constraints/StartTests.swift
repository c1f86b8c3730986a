import Testing

/// When sessions begin: on the hour, with one another, at the same time each week.
@Suite struct StartTests {
  @Test(arguments: [
    ("hour", 2), ("half-hour", 1), ("quarter-hour", 1), ("block", 2), ("[09:00, 10:30]", 1),
    ("10:05", 2),
  ])
  func `each session that begins at another time counts 1`(at: String, excess: Int) throws {
    try verify("starts-at: {of: module one, at: \(at)}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:05"),
        held("c", at: "2026-03-04T10:30")
      )
      .costs(hard: excess)
  }

  @Test func `the sentence tells when sessions begin`() throws {
    try verify("starts-at: {of: module one, at: hour}").says("module 'one' begins on the hour")
    try verify("starts-at: {of: a, at: [9:00, 10:30]}").says("'a' begins at 09:00 or 10:30")
    try verify("starts-with: [a, b]").says("'a', 'b' begin at the same moment")
    try verify("same-time: module one").says("module 'one' begins at the same time each week")
  }

  @Test func `a word for beginnings is checked`() {
    expectMistake(
      "starts-at: {of: a, at: 1️⃣hours}",
      "found 'hours', expected one of 'hour', 'block', 'half-hour', 'quarter-hour'",
      help: "did you mean 'hour'?"
    )
  }

  @Test func `each moment beyond the first counts 1`() throws {
    try verify("starts-with: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-09T09:00")
      )
      .penalises(by: 1, sessions: ["a", "b", "c"])
  }

  @Test func `another weekday or time counts 1, another week does not`() throws {
    try verify("same-time: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-09T09:00"),
        held("c", at: "2026-03-16T09:00")
      )
      .holds()
    try verify("same-time: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-04T09:00"),
        held("c", at: "2026-03-09T09:05")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }
}

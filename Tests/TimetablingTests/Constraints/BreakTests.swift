import Testing

@Suite struct BreakTests {
  private let pause = "break: {of: each group, after: 100 minutes, least: 15 minutes}"

  @Test func `minutes of a run above the limit count, pauses included`() throws {
    try verify(pause)
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T10:10"))
      .penalises(by: 30, sessions: ["a", "b"])
  }

  @Test func `a break ends the run`() throws {
    try verify(pause)
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T10:15"))
      .holds()
  }

  @Test func `the end of the block ends the run`() throws {
    try verify(pause)
      .given(
        held("a", at: "2026-03-02T10:30"),
        held("b", at: "2026-03-02T12:00"),
        held("c", at: "2026-03-02T13:00")
      )
      .penalises(by: 0)
  }

  @Test func `one long session needs no break`() throws {
    try verify("break: {of: each group, after: 60 minutes, least: 15 minutes}")
      .given(held("c", at: "2026-03-02T09:00"))
      .holds()
  }

  @Test func `groups rest by themselves`() throws {
    try verify(pause)
      .given(held("a", at: "2026-03-02T09:00"), held("d", at: "2026-03-02T10:00"))
      .holds()
  }

  @Test func `both amounts are required`() {
    expectMistake("break: 1️⃣each group", "the constraint 'break' has no 'after'")
    expectMistake("break: 1️⃣each group", "the constraint 'break' has no 'least'")
  }
}

import Testing

@Suite struct ConsecutiveTests {
  @Test func `sessions that follow one another in any order are right`() throws {
    try verify("consecutive: [a, b, c]")
      .given(
        held("b", at: "2026-03-02T13:00"),
        held("c", at: "2026-03-02T14:00"),
        held("a", at: "2026-03-02T15:30")
      )
      .holds()
  }

  @Test func `each pause counts 1`() throws {
    try verify("consecutive: [a, b, c]")
      .given(
        held("b", at: "2026-03-02T13:00"),
        held("a", at: "2026-03-02T14:05"),
        held("c", at: "2026-03-02T15:30")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }

  @Test func `a pause within the most is right`() throws {
    try verify("consecutive: {of: [a, b], most: 15 minutes}")
      .given(held("b", at: "2026-03-02T13:00"), held("a", at: "2026-03-02T14:15"))
      .holds()
  }

  @Test func `another block counts 1`() throws {
    try verify("consecutive: {of: [a, b], most: 120 minutes}")
      .given(held("b", at: "2026-03-02T11:00"), held("a", at: "2026-03-02T13:00"))
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `a list of nothing is reported`() {
    expectMistake("consecutive: 1️⃣[]", "the list is empty", help: "name at least one session")
  }
}

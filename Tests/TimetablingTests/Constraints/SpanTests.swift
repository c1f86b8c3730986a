import Testing

@Suite struct SpanTests {
  @Test func `the days above the most count`() throws {
    try verify("span: {of: each module, most: 5 days}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-04T13:00"),
        held("b", at: "2026-03-09T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }

  @Test func `one day spans nothing`() throws {
    try verify("span: {of: each module, most: 0 days}")
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-02T13:00"))
      .holds()
  }

  @Test func `the most is required`() {
    expectMistake("span: 1️⃣{of: each module}", "the constraint 'span' has no 'most'")
  }
}

import Testing

@Suite struct SpreadTests {
  @Test func `days below the least count`() throws {
    try verify("spread: {of: module one, least: 3 days}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T13:00"),
        held("c", at: "2026-03-04T09:00")
      )
      .penalises(by: 1, sessions: ["a", "b", "c"])
  }

  @Test func `days above the most count for a trainer who travels`() throws {
    try verify("spread: {of: trainer ann, most: 1 day}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-04T09:00", by: "cy"),
        held("d", at: "2026-03-09T09:00")
      )
      .penalises(by: 1, sessions: ["a", "d"])
  }

  @Test func `tags are spread over the weeks`() throws {
    try verify("spread: {of: tag X, least: 2 weeks}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-04T13:00"))
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `somebody without a session has no days to count`() throws {
    try verify("spread: {of: trainer dee, least: 2 days}").holds()
  }

  @Test func `least and most may stand together`() throws {
    try verify("spread: {of: module one, least: 2 days, most: 2 days}")
      .says("module 'one' is spread over at least 2 and at most 2 days")
  }

  @Test func `limits are required`() {
    expectMistake(
      "spread: 1️⃣{of: module one}",
      "the constraint 'spread' has none of 'least', 'most'",
      help: "add one of them"
    )
  }

  @Test func `limits in two units are reported`() {
    expectMistake(
      "spread: {of: module one, least: 2 days, 1️⃣most: 2 weeks}",
      "'least' is in days and 'most' in weeks"
    )
  }
}

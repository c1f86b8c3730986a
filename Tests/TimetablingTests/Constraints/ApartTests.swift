import Testing

@Suite struct ApartTests {
  @Test func `the days that are missing count for each two`() throws {
    try verify("apart: {of: module one, least: 3 days}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T13:00"),
        held("c", at: "2026-03-04T09:00")
      )
      .penalises(by: 5, sessions: ["a", "b", "c"])
  }

  @Test func `sessions far enough apart are right`() throws {
    try verify("apart: {of: [a, b], least: 7 days}")
      .given(held("a", at: "2026-03-09T09:00"), held("b", at: "2026-03-02T13:00"))
      .holds()
  }

  @Test func `a trainer is no subject`() {
    expectMistake(
      "apart: {of: 1️⃣each trainer, least: 2 days}",
      "this constraint cannot be about 'each trainer'"
    )
  }
}

import Testing

@Suite struct NotIdleTests {
  @Test func `minutes between sessions count where a block is open`() throws {
    try verify("not-idle: each group")
      .given(held("a", at: "2026-03-02T10:30"), held("b", at: "2026-03-02T13:20"))
      .penalises(by: 50, sessions: ["a", "b"])
  }

  @Test func `before the first and after the last nothing counts`() throws {
    try verify("not-idle: each group")
      .given(held("a", at: "2026-03-02T10:00"), held("b", at: "2026-03-02T11:00"))
      .holds()
  }

  @Test func `another day begins anew`() throws {
    try verify("not-idle: each group")
      .given(held("a", at: "2026-03-02T10:00"), held("b", at: "2026-03-04T11:00"))
      .holds()
  }

  @Test func `a long session beneath a short one leaves no gap`() throws {
    try verify("not-idle: all sessions")
      .given(
        held("c", at: "2026-03-02T09:00"),
        held("e", at: "2026-03-02T09:15"),
        held("d", at: "2026-03-02T10:30")
      )
      .holds()
  }
}

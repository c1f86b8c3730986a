import Testing

@Suite struct NotIsolatedTests {
  @Test func `a session that stands alone in its day counts 1`() throws {
    try verify("not-isolated: each group")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:00"),
        held("c", at: "2026-03-02T13:00"),
        held("d", at: "2026-03-02T12:00")
      )
      .penalises(by: 2, sessions: ["c", "d"])
  }

  @Test func `a neighbour in the next block counts when the blocks touch`() throws {
    let sample = Sample().replacing("from: 13:00, to: 17:00", with: "from: 12:00, to: 17:00")
    try verify("not-isolated: each group", in: sample)
      .given(held("a", at: "2026-03-02T11:00"), held("b", at: "2026-03-02T12:00"))
      .holds()
  }
}

import Testing

@Suite struct EvenLoadTests {
  @Test func `minutes below and above the mean count`() throws {
    // 210 minutes over three weeks: 70 each.
    try verify("even-load: group A")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-04T10:00"),
        held("c", at: "2026-03-09T09:00")
      )
      .penalises(by: 140, sessions: ["a", "b", "c"])
  }

  @Test func `a mean that is no whole number is rounded both ways`() throws {
    // 200 minutes over three weeks: 66 to 67 each.
    try verify(
      "even-load: group A",
      in: Sample().replacing("kind: workshop, minutes: 90", with: "kind: workshop, minutes: 80")
    )
    .given(
      held("a", at: "2026-03-02T09:00"),
      held("b", at: "2026-03-09T10:00"),
      held("c", at: "2026-03-16T09:00")
    )
    .penalises(by: 25, sessions: ["a", "b", "c"])
  }

  @Test func `a trainer is no subject`() {
    expectMistake("even-load: 1️⃣trainer ann", "this constraint cannot be about 'trainer ann'")
  }
}

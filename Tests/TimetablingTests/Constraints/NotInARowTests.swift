import Testing

@Suite struct NotInARowTests {
  @Test func `two next to each other count 1, whatever the pause`() throws {
    try verify("not-in-a-row: kind workshop")
      .given(held("b", at: "2026-03-02T13:00"), held("c", at: "2026-03-02T15:00"))
      .penalises(by: 1, sessions: ["b", "c"])
  }

  @Test func `another session of the group between takes it away`() throws {
    try verify("not-in-a-row: kind workshop")
      .given(
        held("b", at: "2026-03-02T13:00"),
        held("a", at: "2026-03-02T14:00"),
        held("c", at: "2026-03-02T15:00")
      )
      .holds()
  }

  @Test func `a session of another group does not`() throws {
    try verify("not-in-a-row: kind workshop")
      .given(
        held("b", at: "2026-03-02T13:00"),
        held("d", at: "2026-03-02T14:00"),
        held("c", at: "2026-03-02T15:00")
      )
      .penalises(by: 1, sessions: ["b", "c"])
  }

  @Test func `another block takes it away`() throws {
    try verify("not-in-a-row: kind workshop")
      .given(held("b", at: "2026-03-02T11:00"), held("c", at: "2026-03-02T13:00"))
      .holds()
  }

  @Test func `two groups that attend both count twice`() throws {
    let sample = Sample().replacing(
      "minutes: 60, groups: [A], trainers: [bo]",
      with: "minutes: 60, groups: [A, B], trainers: [bo]"
    )
    .replacing("minutes: 90, groups: [A]", with: "minutes: 90, groups: [A, B]")
    try verify("not-in-a-row: kind workshop", in: sample)
      .given(held("b", at: "2026-03-02T13:00"), held("c", at: "2026-03-02T15:00"))
      .penalises(by: 2, sessions: ["b", "c"])
  }

  @Test func `a kind that no session has is reported`() {
    expectMistake(
      "not-in-a-row: 1️⃣kind workshops",
      "no session has the kind 'workshops'",
      help: "did you mean 'workshop'?"
    )
  }
}

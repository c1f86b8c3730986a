import Testing

@Suite struct ClashTests {
  @Test func `a group with two sessions at once clashes`() throws {
    try verify(inherent: "clash")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T09:30", in: "studio")
      )
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `a trainer with two sessions at once clashes`() throws {
    try verify(inherent: "clash")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("d", at: "2026-03-02T09:30", in: "studio")
      )
      .penalises(by: 1, sessions: ["a", "d"])
  }

  @Test func `a room with two sessions at once clashes`() throws {
    try verify(inherent: "clash")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("e", at: "2026-03-02T09:55", in: "hall")
      )
      .penalises(by: 1, sessions: ["a", "e"])
  }

  @Test func `one pair that shares group, trainer and room clashes three times`() throws {
    try verify(inherent: "clash")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-02T09:00", by: "ann")
      )
      .penalises(by: 3, sessions: ["a", "c"])
  }

  @Test func `sessions that follow one another do not clash`() throws {
    try verify(inherent: "clash")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T10:00"))
      .holds()
  }

  @Test func `sessions at one time on two days do not clash`() throws {
    try verify(inherent: "clash")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-04T09:00"))
      .holds()
  }

  @Test func `it is hard`() throws {
    try verify(inherent: "clash")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T09:30", in: "studio")
      )
      .costs(hard: 1)
  }
}

import Testing

@Suite struct SeparateTests {
  @Test func `each session of a day beyond the first counts 1`() throws {
    try verify("separate: {of: module one, in: day}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:00"),
        held("c", at: "2026-03-02T13:00"),
        held("d", at: "2026-03-02T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }

  @Test func `sessions on different days are right`() throws {
    try verify("separate: {of: module one, in: day}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-04T09:00"))
      .holds()
  }

  @Test func `the sentence tells where they are kept apart`() throws {
    try verify("separate: {of: module one, in: block}")
      .says("no two of module 'one' are in one block")
  }

  @Test func `the word behind 'in' is required`() {
    expectMistake("separate: 1️⃣module one", "the constraint 'separate' has no 'in'")
  }
}

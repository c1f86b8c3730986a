import Testing

@Suite struct HeldByTests {
  @Test func `a session by none of the trainers counts 1`() throws {
    try verify("held-by: {of: module one, trainers: [cy, ann]}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:00", by: "bo"),
        held("c", at: "2026-03-04T10:00", by: "cy")
      )
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `a session without trainers is by none of them`() throws {
    try verify("held-by: {of: e, trainers: [ann]}")
      .given(held("e", at: "2026-03-02T09:00"))
      .penalises(by: 1, sessions: ["e"])
  }

  @Test func `a trainer that is not declared is reported where it stands`() {
    expectMistake(
      "held-by: {of: a, trainers: 1️⃣an}",
      "the trainer 'an' is not declared",
      help: "did you mean 'ann'?"
    )
  }
}

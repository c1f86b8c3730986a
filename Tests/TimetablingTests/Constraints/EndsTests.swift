import Testing

@Suite struct EndsTests {
  @Test func `each session before the first counts 1 with each of the first`() throws {
    try verify("first: module two")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-11T09:00"),
        held("d", at: "2026-03-04T09:00"),
        held("e", at: "2026-03-04T10:00")
      )
      .penalises(by: 2, sessions: ["a", "d", "e"])
  }

  @Test func `each session after the last counts 1`() throws {
    try verify("last: c")
      .given(
        held("a", at: "2026-03-18T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-16T10:00")
      )
      .penalises(by: 1, sessions: ["a", "c"])
  }

  @Test func `the first may be followed on the same day`() throws {
    try verify("first: a")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T10:00"))
      .holds()
  }

  @Test func `a name that is not declared is reported where it stands`() {
    expectMistake(
      "first: module 1️⃣two2".replacing("module 1️⃣", with: "1️⃣module "),
      "the module 'two2' is not declared",
      help: "did you mean 'two'?"
    )
  }
}

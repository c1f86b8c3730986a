import Testing

@Suite struct HeldInTests {
  @Test func `a session in another room counts 1`() throws {
    try verify("held-in: {of: kind workshop, rooms: [studio, attic]}")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:00", in: "hall"),
        held("c", at: "2026-03-04T10:00", in: "studio")
      )
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `the sentence names the rooms`() throws {
    try verify("held-in: {of: a, rooms: [studio, attic]}")
      .says("'a' is held in 'studio' or 'attic'")
  }

  @Test func `a room that is not declared is reported where it stands`() {
    expectMistake(
      "held-in: {of: a, rooms: [hall, 1️⃣studioo]}",
      "the room 'studioo' is not declared",
      help: "did you mean 'studio'?"
    )
  }

  @Test func `the rooms are required`() {
    expectMistake("held-in: 1️⃣a", "the constraint 'held-in' has no 'rooms'")
  }
}

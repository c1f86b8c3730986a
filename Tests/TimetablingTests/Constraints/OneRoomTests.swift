import Testing

@Suite struct OneRoomTests {
  @Test func `each room beyond the first counts 1`() throws {
    try verify("one-room: each module")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:00", in: "studio"),
        held("c", at: "2026-03-04T10:00", in: "attic"),
        held("d", at: "2026-03-04T09:00", in: "hall")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }

  @Test func `a trainer may stay in one room too`() throws {
    try verify("one-room: trainer ann")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:00", in: "studio"),
        held("d", at: "2026-03-04T09:00", in: "attic")
      )
      .penalises(by: 1, sessions: ["a", "d"])
  }

  @Test func `the sentence names the module`() throws {
    try verify("one-room: each module")
      .says("module 'one' stays in one room", "module 'two' stays in one room")
  }
}

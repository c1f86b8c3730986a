import Testing

@Suite struct StandInTests {
  @Test func `the trainer named costs nothing`() throws {
    try verify("stand-in: all sessions").given(held("b", at: "2026-03-02T09:00", by: "bo")).holds()
  }

  @Test(arguments: [("cy", 1), ("dee", 2)])
  func `an alternate counts its place in the list`(trainer: String, rank: Int) throws {
    try verify("stand-in: all sessions")
      .given(held("b", at: "2026-03-02T09:00", by: trainer))
      .penalises(by: rank, sessions: ["b"])
  }

  @Test func `each of those of whom one is enough counts nothing`() throws {
    try verify("stand-in: all sessions").given(held("c", at: "2026-03-02T09:00", by: "cy")).holds()
  }

  @Test func `sessions not named may have alternates`() throws {
    try verify("stand-in: module two").given(held("b", at: "2026-03-02T09:00", by: "cy")).holds()
  }
}

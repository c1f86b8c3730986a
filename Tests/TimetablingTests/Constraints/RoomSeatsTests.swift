import Testing

@Suite struct RoomSeatsTests {
  @Test func `each person without a seat counts 1`() throws {
    try verify(inherent: "seats")
      .given(
        held("a", at: "2026-03-02T09:00", in: "studio"),
        held("d", at: "2026-03-04T09:00", in: "studio")
      )
      .penalises(by: 5, sessions: ["d"])
  }

  @Test func `groups that attend together need seats together`() throws {
    let sample = Sample().replacing("groups: [B], trainers: [ann]", with: "trainers: [ann]")
    try verify(inherent: "seats", in: sample)
      .given(held("d", at: "2026-03-04T09:00", in: "hall"))
      .penalises(by: 10, sessions: ["d"])
  }

  @Test func `a room without a number of seats takes everybody`() throws {
    try verify(inherent: "seats").given(held("d", at: "2026-03-04T09:00", in: "attic")).holds()
  }

  @Test func `it is hard by itself`() throws {
    try verify(inherent: "seats").given(held("d", at: "2026-03-04T09:00", in: "studio"))
      .costs(hard: 5)
  }

  @Test func `declared with a weight it is soft for the sessions named, hard for the others`()
    throws
  {
    let sample = Sample().replacing(
      "{id: studio, name: Studio, seats: 25",
      with: "{id: studio, name: Studio, seats: 10"
    )
    .declaring("{seats: module two, weight: 3}")
    try verify(inherent: "seats", in: sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "studio"),
        held("d", at: "2026-03-04T09:00", in: "studio")
      )
      .costs(hard: 10, soft: 60)
  }
}

import Testing

@Suite struct RoomTimesTests {
  private func attic(_ more: String) -> Sample {
    Sample().replacing("{id: attic, name: Attic}", with: "{id: attic, name: Attic, \(more)}")
  }

  @Test func `a closed day counts 1 for each session in the room`() throws {
    try verify(inherent: "room-closed", in: attic("closed: [2026-03-02]"))
      .given(
        held("a", at: "2026-03-02T09:00", in: "attic"),
        held("b", at: "2026-03-02T09:00", in: "hall"),
        held("c", at: "2026-03-04T09:00", in: "attic")
      )
      .penalises(by: 1, sessions: ["a"])
  }

  @Test func `a closed part of a day leaves the rest of it`() throws {
    let sample = attic("closed: [{on: 2026-03-02, hours: {from: 13:00, to: 15:00}}]")
    try verify(inherent: "room-closed", in: sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "attic"),
        held("b", at: "2026-03-02T15:00", in: "attic"),
        held("c", at: "2026-03-02T14:00", in: "attic")
      )
      .penalises(by: 1, sessions: ["c"])
  }

  @Test func `only days leave no other`() throws {
    try verify(inherent: "room-only", in: attic("only: [2026-03-02]"))
      .given(
        held("a", at: "2026-03-02T09:00", in: "attic"),
        held("b", at: "2026-03-04T09:00", in: "attic")
      )
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `minutes outside the hours count`() throws {
    try verify(inherent: "room-hours", in: attic("hours: {from: 09:30, to: 16:00}"))
      .given(
        held("a", at: "2026-03-02T09:00", in: "attic"),
        held("b", at: "2026-03-02T15:45", in: "attic"),
        held("d", at: "2026-03-02T09:00", in: "hall")
      )
      .penalises(by: 75, sessions: ["a", "b"])
  }

  @Test func `hours with a weight cost it a minute`() throws {
    try verify(inherent: "room-hours", in: attic("hours: {from: 09:10, to: 16:00, weight: 3}"))
      .given(held("a", at: "2026-03-02T09:00", in: "attic"))
      .costs(soft: 30)
  }

  @Test func `a closed day with a weight costs it`() throws {
    try verify(inherent: "room-closed", in: attic("closed: [{on: 2026-03-02, weight: 6}]"))
      .given(held("a", at: "2026-03-02T09:00", in: "attic"))
      .costs(soft: 6)
  }
}

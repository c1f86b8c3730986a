import Testing

@Suite struct InsideBlockTests {
  @Test func `a session inside its block is right`() throws {
    try verify(inherent: "inside-block")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T11:00"),
        held("c", at: "2026-03-02T15:30"),
        held("d", at: "2026-03-04T10:05"),
        held("e", at: "2026-03-04T09:00")
      )
      .holds()
  }

  @Test func `a session that is not placed counts 1`() throws {
    try verify(inherent: "inside-block")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T11:00"),
        held("c", at: "2026-03-02T15:30")
      )
      .penalises(by: 2, sessions: ["d", "e"])
  }

  @Test func `minutes before the block begins and after it ends count`() throws {
    try verify(inherent: "inside-block")
      .given(
        held("a", at: "2026-03-02T08:50"),
        held("b", at: "2026-03-02T11:15"),
        held("c", at: "2026-03-02T15:30"),
        held("d", at: "2026-03-04T10:05"),
        held("e", at: "2026-03-04T09:00")
      )
      .penalises(by: 25, sessions: ["a", "b"])
  }

  @Test func `a start off the grid counts 1`() throws {
    try verify(inherent: "inside-block")
      .given(
        held("a", at: "2026-03-02T09:01"),
        held("b", at: "2026-03-02T11:00"),
        held("c", at: "2026-03-02T15:30"),
        held("d", at: "2026-03-04T10:05"),
        held("e", at: "2026-03-04T09:00")
      )
      .penalises(by: 1, sessions: ["a"])
  }

  @Test func `trainers who cannot hold the session count 1`() throws {
    try verify(inherent: "inside-block")
      .given(
        held("a", at: "2026-03-02T09:00", by: "bo"),
        held("b", at: "2026-03-02T11:00"),
        held("c", at: "2026-03-02T15:30"),
        held("d", at: "2026-03-04T10:05"),
        held("e", at: "2026-03-04T09:00")
      )
      .penalises(by: 1, sessions: ["a"])
  }

  @Test(arguments: ["attic", "studio"])
  func `a room that is none of the session's counts 1`(room: String) throws {
    let sample = Sample().replacing(
      "id: a, title: A,",
      with: "id: a, title: A, rooms: [hall, studio],"
    )
    try verify(inherent: "inside-block", in: sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: room),
        held("b", at: "2026-03-02T11:00"),
        held("c", at: "2026-03-02T15:30"),
        held("d", at: "2026-03-04T10:05"),
        held("e", at: "2026-03-04T09:00")
      )
      .penalises(by: room == "attic" ? 1 : 0, sessions: room == "attic" ? ["a"] : [])
  }

  @Test func `it is hard`() throws {
    try verify(inherent: "inside-block").costs(hard: 5)
  }
}

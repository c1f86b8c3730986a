import Testing

@Suite struct TravelTests {
  private let way = "travel: {of: each group, between: [hall, studio], least: 15 minutes}"

  @Test func `minutes that are missing count`() throws {
    try verify(way)
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:05", in: "studio")
      )
      .penalises(by: 10, sessions: ["a", "b"])
  }

  @Test func `time enough counts nothing`() throws {
    try verify(way)
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:15", in: "studio")
      )
      .holds()
  }

  @Test func `the same room and other rooms count nothing`() throws {
    try verify(way)
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("b", at: "2026-03-02T10:00", in: "hall"),
        held("c", at: "2026-03-02T11:00", in: "attic")
      )
      .holds()
  }

  @Test func `a short session between does not hide the way`() throws {
    try verify("travel: {of: all sessions, between: [hall, studio], least: 45 minutes}")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("e", at: "2026-03-02T10:00", in: "attic"),
        held("b", at: "2026-03-02T10:30", in: "studio")
      )
      .penalises(by: 15, sessions: ["a", "b"])
  }

  @Test func `two groups do not travel for each other`() throws {
    try verify(way)
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("d", at: "2026-03-02T10:00", in: "studio")
      )
      .holds()
  }

  @Test func `a trainer travels`() throws {
    try verify("travel: {of: each trainer, between: [hall, studio], least: 15 minutes}")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("d", at: "2026-03-02T10:00", in: "studio")
      )
      .penalises(by: 15, sessions: ["a", "d"])
  }

  @Test func `sessions that overlap have no time between them`() throws {
    try verify("travel: {of: trainer ann, between: [hall, studio], least: 15 minutes}")
      .given(
        held("a", at: "2026-03-02T09:00", in: "hall"),
        held("d", at: "2026-03-02T09:30", in: "studio")
      )
      .penalises(by: 15, sessions: ["a", "d"])
  }

  @Test func `the night is long enough`() throws {
    try verify("travel: {of: each group, between: [hall, studio], least: 240 minutes}")
      .given(
        held("a", at: "2026-03-02T16:00", in: "hall"),
        held("b", at: "2026-03-04T09:00", in: "studio")
      )
      .holds()
  }

  @Test func `one room has no way`() {
    expectMistake(
      "travel: {of: a, 1️⃣between: [hall, hall], least: 15 minutes}",
      "'between' names one room, expected two or more"
    )
  }

  @Test func `the minutes are required`() {
    expectMistake(
      "travel: 1️⃣{of: a, between: [hall, studio]}",
      "the constraint 'travel' has no 'least'"
    )
  }
}

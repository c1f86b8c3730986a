import Testing

@Suite struct TimesTests {
  @Test func `minutes outside the times count`() throws {
    try verify("times: {of: kind workshop, from: 10:00, until: 14:00}")
      .given(
        held("b", at: "2026-03-02T09:30"),
        held("c", at: "2026-03-02T13:00"),
        held("a", at: "2026-03-02T16:00")
      )
      .penalises(by: 60, sessions: ["b", "c"])
  }

  @Test func `one end may be open`() throws {
    try verify("times: {of: all sessions, until: 12:00}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T13:00"))
      .penalises(by: 60, sessions: ["b"])
  }

  @Test func `a trainer's times are about what the trainer holds`() throws {
    try verify("times: {of: trainer cy, until: 12:00}")
      .given(held("b", at: "2026-03-02T13:00", by: "bo")).holds()
  }

  @Test func `the sentence tells the times`() throws {
    try verify("times: {of: a, from: 9:30}").says("'a' is held within 09:30 to 24:00")
  }

  @Test func `times may pass midnight, in blocks that do`() throws {
    let sample = Sample().replacing("from: 13:00, to: 17:00", with: "from: 20:00, to: 02:00")
    let times = "times: {of: all sessions, from: 21:00, until: 01:00}"
    try verify(times, in: sample).says("all sessions are held within 21:00 to 01:00")
    try verify(times, in: sample)
      .given(
        held("a", at: "2026-03-02T20:30"),
        held("b", at: "2026-03-02T23:30"),
        held("d", at: "2026-03-02T24:00")
      )
      .penalises(by: 30, sessions: ["a"])
  }

  @Test func `a time that does not exist is reported`() {
    expectMistake(
      "times: {of: a, from: 1️⃣25:00}",
      "found '25:00', expected a time from 00:00 to 24:00",
      help: "write hours and minutes, such as 10:30"
    )
  }

  @Test func `times that end before they begin are reported`() {
    expectMistake(
      "times: {of: a, from: 12:00, 1️⃣until: 10:00}",
      "the times end before they begin"
    )
  }

  @Test func `times without any limit are reported`() {
    expectMistake("times: 1️⃣a", "the constraint 'times' has none of 'from', 'until'")
  }
}

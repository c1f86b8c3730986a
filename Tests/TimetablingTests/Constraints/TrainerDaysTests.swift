import Testing

@Suite struct TrainerDaysTests {
  private func ann(_ more: String) -> Sample {
    Sample().replacing("{id: ann, name: Ann}", with: "{id: ann, name: Ann, \(more)}")
  }

  @Test func `a session on a day away counts 1`() throws {
    try verify(
      inherent: "trainer-away",
      in: ann("away: [{from: 2026-03-02, to: 2026-03-05}]")
    )
    .given(
      held("a", at: "2026-03-02T09:00"),
      held("c", at: "2026-03-04T09:00", by: "cy"),
      held("d", at: "2026-03-09T09:00")
    )
    .penalises(by: 1, sessions: ["a"])
  }

  @Test func `a day away is hard without a weight`() throws {
    try verify(inherent: "trainer-away", in: ann("away: [2026-03-02]"))
      .given(held("a", at: "2026-03-02T09:00"))
      .costs(hard: 1)
  }

  @Test func `a day away with a weight costs it`() throws {
    try verify(inherent: "trainer-away", in: ann("away: [{on: 2026-03-02, weight: 4}]"))
      .given(held("a", at: "2026-03-02T09:00"))
      .costs(soft: 4)
  }

  @Test func `a tentative day costs 1 without a weight`() throws {
    try verify(inherent: "trainer-tentative", in: ann("tentative: [2026-03-02]"))
      .given(held("a", at: "2026-03-02T09:00"))
      .costs(soft: 1)
  }

  @Test func `sessions on other than the only days count 1`() throws {
    try verify(inherent: "trainer-only", in: ann("only: [2026-03-02, 2026-03-09]"))
      .given(held("a", at: "2026-03-02T09:00"), held("d", at: "2026-03-04T09:00"))
      .penalises(by: 1, sessions: ["d"])
  }

  @Test func `an only day with a weight is possible but not sure`() throws {
    let sample = ann("only: [2026-03-02, {on: 2026-03-09, weight: 5}]")
    let sessions = (held("a", at: "2026-03-02T09:00"), held("d", at: "2026-03-09T09:00"))
    try verify(inherent: "trainer-only", in: sample).given(sessions.0, sessions.1).holds()
    try verify(inherent: "trainer-tentative", in: sample).given(sessions.0, sessions.1)
      .costs(soft: 5)
  }

  @Test func `a part of a day away counts when a minute is shared`() throws {
    let sample = ann("away: [{on: 2026-03-02, hours: {from: 10:00, to: 11:00}}]")
    try verify(inherent: "trainer-away", in: sample).given(held("a", at: "2026-03-02T09:00"))
      .holds()
    try verify(inherent: "trainer-away", in: sample).given(held("a", at: "2026-03-02T11:00"))
      .holds()
    try verify(inherent: "trainer-away", in: sample)
      .given(held("a", at: "2026-03-02T09:05"), held("d", at: "2026-03-02T10:55"))
      .penalises(by: 2, sessions: ["a", "d"])
  }

  @Test func `an only part of a day must hold the whole session`() throws {
    let sample = ann("only: [{on: 2026-03-02, hours: {from: 09:00, to: 11:00}}]")
    try verify(inherent: "trainer-only", in: sample).given(held("a", at: "2026-03-02T10:00"))
      .holds()
    try verify(inherent: "trainer-only", in: sample)
      .given(held("a", at: "2026-03-02T10:05"))
      .penalises(by: 1, sessions: ["a"])
  }

  @Test func `parts of days are told by the trainer's own clock, across the clock change`() throws {
    // Vienna is 6 hours ahead on 2 March and, New York having changed, 5 hours on 9 March.
    let sample = Sample().replacing(
      "{id: dee, name: Dee,",
      with: "{id: dee, name: Dee, away: [{from: 2026-03-02, to: 2026-03-31,"
        + " hours: {from: 15:00, to: 16:00}}],"
    )
    try verify(inherent: "trainer-away", in: sample)
      .given(held("b", at: "2026-03-02T09:00", by: "dee"))
      .penalises(by: 1, sessions: ["b"])
    try verify(inherent: "trainer-away", in: sample)
      .given(held("b", at: "2026-03-09T09:00", by: "dee"))
      .holds()
    try verify(inherent: "trainer-away", in: sample)
      .given(held("b", at: "2026-03-09T10:00", by: "dee"))
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `the sentences can be acted on`() throws {
    try verify(inherent: "trainer-away", in: ann("away: [2026-03-02]"))
      .says("Ann cannot come on 2 March 2026")
    try verify(
      inherent: "trainer-only",
      in: ann("only: [2026-03-02, {on: 2026-03-04, hours: {from: 9:00, to: 10:00}}]")
    )
    .says("Ann can come only on 2 March 2026, 4 March 2026, 09:00 to 10:00")
  }
}

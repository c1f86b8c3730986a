import Testing

@Suite struct CalendarTests {
  private func sample(_ entry: String) -> Sample {
    Sample(text: Sample().text + "calendar:\n  - \(entry)\n")
  }

  @Test func `a session on a closed day counts 1`() throws {
    try verify(
      inherent: "closed-days",
      in: sample("{closed: {from: 2026-03-03, to: 2026-03-04}, name: Holiday}")
    )
    .given(
      held("a", at: "2026-03-02T09:00"),
      held("b", at: "2026-03-04T09:00"),
      held("c", at: "2026-03-04T10:00")
    )
    .penalises(by: 2, sessions: ["b", "c"])
  }

  @Test func `a closed day is hard`() throws {
    try verify(inherent: "closed-days", in: sample("{closed: 2026-03-04, name: Holiday}"))
      .given(held("b", at: "2026-03-04T09:00"))
      .costs(hard: 1)
  }

  @Test func `a day to avoid costs its weight for each session`() throws {
    try verify(inherent: "avoid-days", in: sample("{avoid: 2026-03-04, name: Fair, weight: 7}"))
      .given(held("a", at: "2026-03-04T09:00"), held("b", at: "2026-03-04T10:00"))
      .costs(soft: 14)
  }

  @Test func `a day is avoided only by the sessions of its themes and modules`() throws {
    try verify(
      inherent: "avoid-days",
      in: sample("{avoid: 2026-03-04, name: Fair, themes: [law], modules: [one]}")
    )
    .given(
      held("a", at: "2026-03-04T09:00"),
      held("d", at: "2026-03-04T10:00"),
      held("e", at: "2026-03-04T11:00")
    )
    .penalises(by: 2, sessions: ["a", "d"])
  }

  @Test func `a preferred day costs for each session elsewhere`() throws {
    try verify(
      inherent: "prefer-days",
      in: sample("{prefer: 2026-03-04, name: Peace day, modules: [two], weight: 3}")
    )
    .given(
      held("a", at: "2026-03-02T09:00"),
      held("d", at: "2026-03-04T10:00"),
      held("e", at: "2026-03-09T09:00")
    )
    .costs(soft: 3)
  }

  @Test func `the sentence tells the days and the name`() throws {
    try verify(inherent: "closed-days", in: sample("{closed: 2026-03-04, name: Holiday}"))
      .says("4 March 2026 is closed: Holiday")
    try verify(
      inherent: "avoid-days",
      in: sample("{avoid: 2026-03-04, name: Fair, modules: [one]}")
    )
    .says("sessions of module 'one' should not be held on 4 March 2026: Fair")
  }
}

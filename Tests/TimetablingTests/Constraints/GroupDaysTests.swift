import Testing

@Suite struct GroupDaysTests {
  private func group(_ more: String) -> Sample {
    Sample().replacing("name: Group A, size: 20", with: "name: Group A, size: 20, \(more)")
  }

  @Test func `a session on a group's day away counts 1`() throws {
    try verify(inherent: "group-away", in: group("away: [2026-03-02]"))
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("d", at: "2026-03-02T10:00"),
        held("b", at: "2026-03-04T09:00")
      )
      .penalises(by: 1, sessions: ["a"])
  }

  @Test func `a group's day away is hard without a weight, and costs it with one`() throws {
    try verify(inherent: "group-away", in: group("away: [2026-03-02]"))
      .given(held("a", at: "2026-03-02T09:00")).costs(hard: 1)
    try verify(inherent: "group-away", in: group("away: [{on: 2026-03-02, weight: 4}]"))
      .given(held("a", at: "2026-03-02T09:00")).costs(soft: 4)
  }

  @Test func `sessions on other than a group's only days count 1`() throws {
    let sample = group("only: [2026-03-02, {on: 2026-03-09, weight: 5}]")
    try verify(inherent: "group-only", in: sample)
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-04T09:00"))
      .penalises(by: 1, sessions: ["b"])
    try verify(inherent: "group-tentative", in: sample)
      .given(held("a", at: "2026-03-09T09:00")).costs(soft: 5)
  }

  @Test func `a group's hours count on its own clock`() throws {
    // 10:30 in New York is 16:30 in Vienna on 2 March, and 15:30 on 9 March.
    let sample = group("zone: Europe/Vienna, hours: {from: 08:00, to: 17:00}")
    try verify(inherent: "group-hours", in: sample)
      .given(held("a", at: "2026-03-02T10:30"), held("b", at: "2026-03-09T10:30"))
      .penalises(by: 30, sessions: ["a"])
    try verify(inherent: "group-hours", in: sample)
      .says("the group 'A' can come 08:00 to 17:00 in Europe/Vienna")
  }

  @Test func `a group without a zone has the clock of the programme`() throws {
    try verify(inherent: "group-hours", in: group("hours: {from: 10:00, to: 17:00}"))
      .given(held("a", at: "2026-03-02T09:30"))
      .penalises(by: 30, sessions: ["a"])
  }
}

import Testing

@Suite struct TrainerHoursTests {
  private func dee(_ hours: String) -> Sample {
    Sample().replacing("{id: dee, name: Dee,", with: "{id: dee, name: Dee, hours: \(hours),")
  }

  @Test func `minutes after the hours count on the trainer's own clock`() throws {
    // 10:30 in New York is 16:30 in Vienna on 2 March.
    try verify(inherent: "trainer-hours", in: dee("{from: 08:00, to: 17:00}"))
      .given(held("b", at: "2026-03-02T10:30", by: "dee"))
      .penalises(by: 30, sessions: ["b"])
  }

  @Test func `the clock change moves the hours`() throws {
    // 10:30 in New York is 15:30 in Vienna on 9 March.
    try verify(inherent: "trainer-hours", in: dee("{from: 08:00, to: 17:00}"))
      .given(held("b", at: "2026-03-09T10:30", by: "dee"))
      .holds()
  }

  @Test func `minutes past the trainer's midnight count by the next day's hours`() throws {
    let evening = dee("{from: 01:00, to: 22:00}")
    // 16:00 to 17:00 in New York is 22:00 to 23:00 in Vienna.
    try verify(inherent: "trainer-hours", in: evening)
      .given(held("b", at: "2026-03-02T16:00", by: "dee"))
      .penalises(by: 60, sessions: ["b"])
  }

  @Test func `an alternate's hours do not bind the trainer`() throws {
    try verify(inherent: "trainer-hours", in: dee("{from: 08:00, to: 09:00}"))
      .given(held("b", at: "2026-03-02T09:00", by: "bo"))
      .holds()
  }

  @Test func `hours with a weight cost it a minute`() throws {
    try verify(inherent: "trainer-hours", in: dee("{from: 08:00, to: 15:30, weight: 2}"))
      .given(held("b", at: "2026-03-02T09:00", by: "dee"))
      .costs(soft: 60)
  }

  @Test func `the sentence tells the hours and the zone`() throws {
    try verify(inherent: "trainer-hours", in: dee("{from: 8:00, to: 17:00}"))
      .says("Dee works 08:00 to 17:00 in Europe/Vienna")
  }
}

import Testing

@Suite struct OrderTests {
  private func c(needs: String) -> Sample {
    Sample().replacing("tags: [Y]}", with: "tags: [Y], needs: [\(needs)]}")
  }

  @Test func `a session before what it needs counts 1, however far`() throws {
    try verify(inherent: "needs", in: c(needs: "a"))
      .given(held("a", at: "2026-03-18T09:00"), held("c", at: "2026-03-02T09:00"))
      .penalises(by: 1, sessions: ["a", "c"])
  }

  @Test func `a session may begin when the one needed ends`() throws {
    try verify(inherent: "needs", in: c(needs: "a"))
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-02T10:00"))
      .holds()
  }

  @Test func `a session that begins before the one needed ends counts 1`() throws {
    try verify(inherent: "needs", in: c(needs: "a"))
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-02T09:55"))
      .penalises(by: 1, sessions: ["a", "c"])
  }

  @Test func `days below the least count`() throws {
    try verify(inherent: "needs", in: c(needs: "{session: a, least: 7 days, most: 9 days}"))
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-04T09:00"))
      .penalises(by: 5, sessions: ["a", "c"])
  }

  @Test func `days above the most count`() throws {
    try verify(inherent: "needs", in: c(needs: "{session: a, least: 7 days, most: 9 days}"))
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-16T09:00"))
      .penalises(by: 5, sessions: ["a", "c"])
  }

  @Test func `days within the limits count nothing`() throws {
    try verify(inherent: "needs", in: c(needs: "{session: a, least: 7 days, most: 9 days}"))
      .given(held("a", at: "2026-03-02T09:00"), held("c", at: "2026-03-09T09:00"))
      .holds()
  }

  @Test func `a need with a weight is soft`() throws {
    try verify(inherent: "needs", in: c(needs: "{session: a, weight: 8}"))
      .given(held("a", at: "2026-03-18T09:00"), held("c", at: "2026-03-02T09:00"))
      .costs(soft: 8)
  }

  @Test func `the sentence of a need tells its days`() throws {
    try verify(inherent: "needs", in: c(needs: "{session: a, least: 7 days}, b"))
      .says("'c' needs 'a' before it, at least 7 days", "'c' needs 'b' before it")
  }

  @Test func `every session of the one subject comes before every session of the other`() throws {
    try verify("order: {from: kind lecture, to: kind workshop}")
      .given(
        held("a", at: "2026-03-04T09:00"),
        held("d", at: "2026-03-09T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-11T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b", "d"])
  }

  @Test func `within a module the order binds only its own sessions`() throws {
    try verify("order: {from: kind lecture, to: kind workshop, within: each module}")
      .given(
        held("a", at: "2026-03-04T09:00"),
        held("d", at: "2026-03-09T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-11T09:00")
      )
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `the days of an order have limits`() throws {
    try verify("order: {from: a, to: b, least: 1 day, most: 7 days}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-11T09:00"))
      .penalises(by: 2, sessions: ["a", "b"])
  }

  @Test func `a least above the most is reported`() {
    expectMistake(
      "order: {from: a, to: b, 1️⃣least: 8 days, most: 7 days}",
      "the least, 8, is more than the most, 7",
      help: "exchange the two"
    )
  }

  @Test func `both ends are required`() {
    expectMistake("order: 1️⃣{from: a}", "the constraint 'order' has no 'to'")
    expectMistake("order: 1️⃣{to: a}", "the constraint 'order' has no 'from'")
  }

  @Test func `a unit that is not understood is reported`() {
    expectMistake(
      "order: {from: a, to: b, least: 1️⃣2 weeks}",
      "found '2 weeks', expected an amount such as '3 days'"
    )
  }
}

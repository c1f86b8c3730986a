import Testing

@Suite struct LoadTests {
  @Test func `minutes above the most of a day count`() throws {
    try verify("load: {of: each group, per: day, most: 100 minutes}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T13:00"),
        held("c", at: "2026-03-04T09:00"),
        held("d", at: "2026-03-02T10:00")
      )
      .penalises(by: 20, sessions: ["a", "b"])
  }

  @Test func `sessions above the most of a block count`() throws {
    try verify("load: {of: all sessions, per: block, most: 1 session}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:00"),
        held("d", at: "2026-03-02T13:00")
      )
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `the least counts in every week that has a block`() throws {
    try verify("load: {of: tag X, per: week, least: 1 session}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-04T10:00"))
      .penalises(by: 2)
  }

  @Test func `at least one of each tag a week`() throws {
    try verify("load: {of: each tag, per: week, least: 1 session}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-09T10:00"))
      .penalises(by: 3)
  }

  @Test func `a trainer has at most so many minutes a day`() throws {
    try verify("load: {of: trainer ann, per: day, most: 60 minutes}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-02T13:00", by: "cy"),
        held("d", at: "2026-03-02T10:00")
      )
      .penalises(by: 60, sessions: ["a", "d"])
  }

  @Test func `a trainer has at most so many sessions a week`() throws {
    try verify("load: {of: each trainer, per: week, most: 1 session}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-04T09:00", by: "ann"),
        held("d", at: "2026-03-04T11:00"),
        held("b", at: "2026-03-04T11:00")
      )
      .penalises(by: 2, sessions: ["a", "c", "d"])
  }

  @Test func `a trainer has at most so many sessions in the programme`() throws {
    try verify("load: {of: trainer ann, per: programme, most: 1 session}")
      .given(held("a", at: "2026-03-02T09:00"), held("d", at: "2026-03-18T11:00"))
      .penalises(by: 1, sessions: ["a", "d"])
  }

  @Test func `a trainer has at least so many minutes in the programme`() throws {
    try verify("load: {of: trainer cy, per: programme, least: 100 minutes}")
      .given(held("b", at: "2026-03-02T09:00", by: "cy"))
      .penalises(by: 40, sessions: ["b"])
  }

  @Test func `the limits are exact`() throws {
    try verify("load: {of: group A, per: day, least: 0 minutes, most: 120 minutes}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T13:00"))
      .holds()
  }

  @Test func `the sentence tells the limits`() throws {
    try verify("load: {of: group A, per: week, least: 1 session, most: 3 sessions}")
      .says("group 'A': at least 1 and at most 3 sessions a week")
  }

  @Test func `a missing period is reported`() {
    expectMistake(
      "load: 1️⃣{of: group A, most: 3 sessions}",
      "the constraint 'load' has no 'per'"
    )
  }

  @Test func `a unit that is not understood is reported`() {
    expectMistake(
      "load: {of: group A, per: day, most: 1️⃣3 hours}",
      "found '3 hours', expected an amount such as '3 minutes' or '3 sessions'"
    )
  }

  @Test(arguments: ["-3 sessions", "+3 sessions", "3.5 sessions", "sessions", "1000001 sessions"])
  func `an amount that is no whole number is reported`(amount: String) {
    expectMistake(
      "load: {of: group A, per: day, most: 1️⃣\(amount)}",
      "found '\(amount)', expected an amount such as '3 minutes' or '3 sessions'"
    )
  }

  @Test func `limits in two units are reported`() {
    expectMistake(
      "load: {of: group A, per: day, least: 3 sessions, 1️⃣most: 60 minutes}",
      "'least' is in sessions and 'most' in minutes"
    )
  }

  @Test func `a least above the most is reported`() {
    expectMistake(
      "load: {of: group A, per: day, 1️⃣least: 3 sessions, most: 2 sessions}",
      "the least, 3, is more than the most, 2"
    )
  }

  @Test func `any so many weeks in a row have their load`() throws {
    try verify("load: {of: module one, per: 2 weeks, most: 1 session}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-09T09:00"),
        held("c", at: "2026-03-18T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
    try verify("load: {of: module one, per: 2 weeks, least: 90 minutes}")
      .given(held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-09T09:00"))
      .penalises(by: 30, sessions: ["b"])
    try verify("load: {of: a, per: 9 weeks, most: 0 sessions}")
      .given(held("a", at: "2026-03-18T09:00")).costs(hard: 1)
    try verify("load: {of: module one, per: 1 week, most: 2 sessions}")
      .says("module 'one': at most 2 sessions in any 1 week")
  }

  @Test func `a load over no weeks is reported`() {
    expectMistake(
      "load: {of: a, 1️⃣per: 0 weeks, most: 1 session}",
      "the load is counted over 0 weeks",
      help: "write at least '1 week'"
    )
  }
}

import Testing

@Suite struct TogetherTests {
  private let placements = (
    held("a", at: "2026-03-02T09:00"), held("b", at: "2026-03-02T13:00"),
    held("c", at: "2026-03-04T09:00")
  )

  @Test(arguments: [("block", 2), ("day", 1), ("week", 0)])
  func `each block, day or week beyond the first counts 1`(bucket: String, excess: Int) throws {
    try verify("together: {of: module one, in: \(bucket)}")
      .given(placements.0, placements.1, placements.2)
      .penalises(by: excess, sessions: excess > 0 ? ["a", "b", "c"] : [])
  }

  @Test func `a week begins on the weekday on which the programme begins`() throws {
    try verify("together: {of: module one, in: week}")
      .given(held("a", at: "2026-03-04T09:00"), held("b", at: "2026-03-09T09:00"))
      .penalises(by: 1, sessions: ["a", "b"])
  }

  @Test func `the word behind 'in' is checked`() {
    expectMistake(
      "together: {of: module one, in: 1️⃣weak}",
      "found 'weak', expected one of 'block', 'day', 'week'",
      help: "did you mean 'week'?"
    )
  }

  @Test func `an unknown key is reported with the nearest name`() {
    expectMistake(
      "together: {1️⃣off: module one, in: week}",
      "unknown key 'off' in the constraint 'together'",
      help: "did you mean 'of'?"
    )
  }
}

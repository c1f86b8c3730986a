import Testing

@Suite struct PinTests {
  private let pin = "pin: {session: b, at: 2026-03-02T09:30, room: studio, trainers: cy}"

  @Test func `exactly so is right`() throws {
    try verify(pin).given(held("b", at: "2026-03-02T09:30", in: "studio", by: "cy")).holds()
  }

  @Test func `another start counts 1`() throws {
    try verify(pin).given(held("b", at: "2026-03-02T09:35", in: "studio", by: "cy"))
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `the same start on another day counts 1`() throws {
    try verify(pin).given(held("b", at: "2026-03-04T09:30", in: "studio", by: "cy"))
      .penalises(by: 1, sessions: ["b"])
  }

  @Test func `another time, room and trainer count 3`() throws {
    try verify(pin).given(held("b", at: "2026-03-04T09:00", in: "hall", by: "bo"))
      .penalises(by: 3, sessions: ["b"])
  }

  @Test func `a time after midnight is in the block of the night`() throws {
    let night = Sample().replacing("from: 13:00, to: 17:00", with: "from: 22:00, to: 02:00")
    let declaration = "pin: {session: b, at: 2026-03-03T00:00}"
    try verify(declaration, in: night).given(held("b", at: "2026-03-02T24:00")).holds()
    try verify(declaration, in: night).says("'b' is held on 3 March 2026 at 00:00")
  }

  @Test func `what the pin leaves open counts nothing`() throws {
    try verify("pin: {session: b, room: studio}")
      .given(held("b", at: "2026-03-04T09:00", in: "studio", by: "bo")).holds()
  }

  @Test func `a session of several trainers is pinned with all of them, in any order`() throws {
    let sample = Sample().replacing("groups: [B]}", with: "groups: [B], trainers: [cy, ann]}")
    try verify("pin: {session: e, trainers: [cy, ann]}", in: sample)
      .given(held("e", at: "2026-03-04T09:00")).holds()
  }

  private let twice = Sample().replacing("groups: [B]}", with: "groups: [B], repeat: 2}")

  @Test func `a member of a series is pinned by its name`() throws {
    let pin = "pin: {session: \"e@2\", room: studio}"
    try verify(pin, in: twice).given(held("e@2", at: "2026-03-04T09:00", in: "studio")).holds()
    try verify(pin, in: twice).given(held("e@2", at: "2026-03-04T09:00", in: "hall"))
      .penalises(by: 1, sessions: ["e@2"])
  }

  @Test func `a name that stands for several sessions is reported with them`() {
    expectMistake(
      "pin: {session: 1️⃣e, room: studio}",
      "a pin is for one session, but 'e' stands for 'e@1', 'e@2'",
      help: "write a pin for each of them",
      in: twice
    )
  }

  @Test func `the sentence tells all`() throws {
    try verify(pin).says("'b' is held on 2 March 2026 at 09:30 in the room 'studio' by Cy")
  }

  @Test func `a time outside any block is reported with the blocks of the day`() {
    expectMistake(
      "pin: {session: b, at: 1️⃣2026-03-02T12:00}",
      "no block is open at '2026-03-02T12:00'",
      help: "the blocks of that day are 09:00 to 12:00, 13:00 to 17:00"
    )
  }

  @Test func `a day without blocks is reported`() {
    expectMistake(
      "pin: {session: b, at: 1️⃣2026-03-03T12:00}",
      "no block is open at '2026-03-03T12:00'",
      help: "add a block on 2026-03-03, or choose a day that has one"
    )
  }

  @Test func `a session that would end after its block is reported`() {
    expectMistake(
      "pin: {session: b, at: 1️⃣2026-03-02T11:30}",
      "'b' takes 60 minutes and would end 30 minutes after its block"
    )
  }

  @Test func `a time off the grid is reported`() {
    expectMistake(
      "pin: {session: b, at: 1️⃣2026-03-02T09:02}",
      "'2026-03-02T09:02' is off the grid",
      help: "sessions begin every 5 minutes from the block's beginning"
    )
  }

  @Test func `a moment that is not understood is reported`() {
    expectMistake(
      "pin: {session: b, at: 1️⃣2026-03-02 9:30}",
      "found '2026-03-02 9:30', expected a day and a time such as 2026-03-24T10:30"
    )
  }

  @Test func `a room that the session cannot use is reported`() {
    expectMistake(
      "pin: {session: b, room: 1️⃣hall}",
      "'b' cannot be held in 'hall'",
      in: Sample().replacing("trainers: [bo],", with: "trainers: [bo], rooms: [attic],")
    )
  }

  @Test func `trainers who cannot hold the session are reported`() {
    expectMistake(
      "pin: {session: b, trainers: 1️⃣[bo, cy]}",
      "'b' cannot be held by just these trainers"
    )
  }

  @Test func `an unknown session is reported`() {
    expectMistake("pin: {session: 1️⃣bb, room: hall}", "the session 'bb' is not declared")
  }

  @Test func `a pin that says nothing is reported`() {
    expectMistake("pin: 1️⃣{session: b}", "the constraint 'pin' has no 'at'")
  }
}

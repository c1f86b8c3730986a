import Testing

@testable import Timetabling

@Suite struct PerturbationTests {
  private func published(_ placements: Held, today: String) -> Verifier {
    verify(inherent: "perturbation").published(placements, today: today)
  }

  private let before = held("b", at: "2026-03-16T09:00", in: "hall", by: "bo")

  @Test func `what stays costs nothing`() throws {
    try published(before, today: "2026-03-01").given(before).holds()
  }

  @Test func `another day of the week costs 10 for the trainer and twice that for the group`()
    throws
  {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-18T09:00", in: "hall", by: "bo"))
      .penalises(by: 30, sessions: ["b"])
  }

  @Test func `another week costs half as much again`() throws {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-11T09:00", in: "hall", by: "bo"))
      .penalises(by: 45, sessions: ["b"])
  }

  @Test func `another time of day costs 2 for the trainer and 4 for the group`() throws {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-16T13:00", in: "hall", by: "bo"))
      .penalises(by: 6, sessions: ["b"])
  }

  @Test func `another room costs 2 for the trainer and 4 for the group`() throws {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-16T09:00", in: "studio", by: "bo"))
      .penalises(by: 6, sessions: ["b"])
  }

  @Test func `a trainer who comes and one who does not cost 10 each`() throws {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-16T09:00", in: "hall", by: "cy"))
      .penalises(by: 20, sessions: ["b"])
  }

  @Test func `a day that changes costs only those who stay, beside the trainers who do not`() throws
  {
    try published(before, today: "2026-02-01")
      .given(held("b", at: "2026-03-18T09:00", in: "hall", by: "cy"))
      .penalises(by: 40, sessions: ["b"])
  }

  @Test(arguments: [
    ("2026-03-02", 30), ("2026-03-03", 60), ("2026-03-09", 60), ("2026-03-10", 90),
    ("2026-03-16", 90),
  ])
  func `less than 14 days away costs double, less than 7 threefold`(
    today: String,
    cost: Int
  ) throws {
    try published(before, today: today)
      .given(held("b", at: "2026-03-18T09:00", in: "hall", by: "bo"))
      .penalises(by: cost, sessions: ["b"])
  }

  @Test func `the nearer of the old and the new day counts`() throws {
    try published(before, today: "2026-03-01")
      .given(held("b", at: "2026-03-04T09:00", in: "hall", by: "bo"))
      .penalises(by: 135, sessions: ["b"])
  }

  @Test func `what was held stays`() throws {
    try verify(inherent: "past").published(before, today: "2026-03-17")
      .given(held("b", at: "2026-03-16T09:05", in: "hall", by: "bo"))
      .costs(hard: 1)
    try verify(inherent: "past").published(before, today: "2026-03-17").given(before).holds()
  }

  @Test func `today can still be changed`() throws {
    try verify(inherent: "past").published(before, today: "2026-03-16")
      .given(held("b", at: "2026-03-18T09:00")).holds()
  }

  @Test func `nothing new is laid before today`() throws {
    try verify(inherent: "past").published(before, today: "2026-03-04")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-04T09:00")
      )
      .penalises(by: 2, sessions: ["a", "b"])
  }

  @Test func `a session that was not published moves freely`() throws {
    try published(before, today: "2026-03-01").given(held("a", at: "2026-03-02T09:00")).holds()
  }

  @Test func `what is no longer in the curriculum is passed over`() throws {
    let problem = try Sample().problem()
    let gone = PublishedPlacement(
      session: "gone",
      date: problem.days[0].date,
      start: 540,
      room: "cellar",
      trainers: ["zoe"]
    )
    let constraints = problem.perturbation(from: [gone], today: problem.days[1].date)
    #expect(constraints.count == problem.sessions.count)
    #expect(constraints.allSatisfy { $0.origin.name == "past" })
  }

  @Test func `of what was held, a room and trainers that are gone count no longer`() throws {
    let problem = try Sample().problem()
    let gone = PublishedPlacement(
      session: "b",
      date: problem.days[0].date,
      start: 540,
      room: "cellar",
      trainers: ["zoe"]
    )
    let constraints = problem.perturbation(from: [gone], today: problem.days[1].date)
    let kept = Placement(session: 1, block: 0, start: 540, room: 2, trainers: [1])
    let timetable = Timetable(of: problem, [kept])
    #expect(constraints.flatMap { $0.violations(in: timetable) } == [])
  }

  @Test func `the sentences tell when it was`() throws {
    try published(before, today: "2026-03-01")
      .says("'b' is published on 16 March 2026 at 09:00")
  }
}

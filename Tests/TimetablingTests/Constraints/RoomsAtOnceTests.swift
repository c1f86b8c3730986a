import Curricula
import Testing

@testable import Timetabling

@Suite struct RoomsAtOnceTests {
  /// A sample in which 'a' takes the hall and the studio, and 'd' any two rooms.
  private static let sample = Sample()
    .replacing("groups: [A], trainers: [ann]", with: "groups: [A], trainers: [ann], rooms: [both]")
    .replacing("groups: [B], trainers: [ann]", with: "groups: [B], rooms-at-once: 2")
    .replacing("{id: attic,", with: "{id: both, of: [hall, studio]}\n  - {id: attic,")

  @Test func `what is in several rooms clashes in each of them`() throws {
    try verify(inherent: "clash", in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "both"),
        held("e", at: "2026-03-02T09:00", in: "studio")
      )
      .penalises(by: 1, sessions: ["a", "e"])
    try verify(inherent: "clash", in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "both"),
        held("e", at: "2026-03-02T09:00", in: "attic")
      ).holds()
    try verify(inherent: "clash", in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "both"),
        held("d", at: "2026-03-02T09:30", in: "attic+hall")
      )
      .penalises(by: 1, sessions: ["a", "d"])
  }

  @Test func `rooms used at once have their seats together and what each of them has`() throws {
    let rooms = try Self.sample.problem().curriculum.rooms
    let both = try #require(rooms.first { $0.id == "both" })
    #expect(both.name == "Hall and Studio")
    #expect(both.seats == 65)
    #expect(both.features == [])
    #expect(rooms.map(\.id) == ["hall", "studio", "both", "attic", "attic+hall", "attic+studio"])
    #expect(rooms[5].seats == nil)
  }

  @Test func `a session that names no rooms is in one room`() throws {
    let problem = try Self.sample.problem()
    let names = problem.sessions.map { $0.rooms.map { problem.curriculum.rooms[$0].id } }
    #expect(names[0] == ["both"])
    #expect(names[3] == ["both", "attic+hall", "attic+studio"])
    #expect(names[4] == ["hall", "studio", "attic"])
  }

  @Test func `what a room says counts for all that takes it`() throws {
    let closed = Self.sample.replacing(
      "features: [tables]",
      with: "features: [tables], closed: [2026-03-02]"
    )
    try verify(inherent: "room-closed", in: closed)
      .given(held("a", at: "2026-03-02T09:00"), held("e", at: "2026-03-02T10:00", in: "hall"))
      .penalises(by: 1, sessions: ["a"])
    try verify("load: {of: each room, per: day, most: 60 minutes}", in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("e", at: "2026-03-02T10:00", in: "hall")
      )
      .penalises(by: 30, sessions: ["a", "e"])
  }

  @Test func `several rooms are allowed where each of them is`() throws {
    let law = "held-in: {of: d, rooms: [hall, attic]}"
    try verify(law, in: Self.sample)
      .given(held("d", at: "2026-03-02T09:00", in: "attic+hall")).holds()
    try verify(law, in: Self.sample).given(held("d", at: "2026-03-02T09:00", in: "both"))
      .penalises(by: 1, sessions: ["d"])
  }

  @Test func `a way begins in each of the rooms`() throws {
    let way = "travel: {of: each group, between: [hall, attic], least: 30 minutes}"
    try verify(way, in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "both"),
        held("b", at: "2026-03-02T10:10", in: "attic")
      )
      .penalises(by: 20, sessions: ["a", "b"])
    try verify(way, in: Self.sample)
      .given(
        held("a", at: "2026-03-02T09:00", in: "both"),
        held("b", at: "2026-03-02T10:00", in: "studio")
      ).holds()
  }

  @Test func `a pin names all rooms`() throws {
    let pin = "pin: {session: d, room: [attic, hall]}"
    try verify(pin, in: Self.sample).given(held("d", at: "2026-03-02T09:00", in: "attic+hall"))
      .holds()
    try verify(pin, in: Self.sample).given(held("d", at: "2026-03-02T09:00", in: "both"))
      .penalises(by: 1, sessions: ["d"])
    expectMistake(
      "pin: {session: e, room: 1️⃣[attic, studio, hall]}",
      "'e' is not held in these rooms at once",
      help: "write 'rooms-at-once: 3' at the session",
      in: Self.sample
    )
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the search counts rooms used at once as the definition does`(seed: UInt64) async throws {
    let sample = Self.sample.declaring(
      "{load: {of: each room, per: day, most: 60 minutes}, weight: 2}",
      "{one-room: each group, weight: 1}"
    )
    let problem = try sample.problem()
    let limits = Solver.Limits(steps: 0, moves: 20_000)
    guard case .laidOut(let solution) = try await Solver(problem).solve(within: limits, seed: seed)
    else {
      Issue.record("no timetable")
      return
    }
    #expect(problem.cost(of: solution.timetable) == Cost(hard: 0, soft: solution.cost))
    #expect(solution.bound <= solution.cost)
  }

  @Test func `who wants a room that several at once take is given the reason`() async throws {
    let taken = Self.sample.declaring(
      "pin: {session: a, at: 2026-03-02T09:00}",
      "pin: {session: e, at: 2026-03-02T09:00}",
      "held-in: {of: e, rooms: [hall]}"
    )
    guard case .infeasible(let conflict) = try await Solver(taken.problem()).solve(seed: 1) else {
      Issue.record("a timetable, or no reason")
      return
    }
    #expect(
      conflict.facts.map(\.name).sorted()
        == ["held-in", "inside-block", "inside-block", "pin", "pin"]
    )
    #expect(conflict.isMinimal)
  }

  @Test func `one of the rooms makes up for the seats that all of them lack`() async throws {
    let full = Self.sample.replacing("size: 20", with: "size: 70")
    guard case .infeasible(let conflict) = try await Solver(full.problem()).solve(seed: 1) else {
      Issue.record("a timetable, or no reason")
      return
    }
    let sentences = conflict.repairs.map(\.sentence)
    #expect(sentences.contains("give the room 'hall' 45 seats instead of 40"))
    #expect(sentences.contains("give the room 'studio' 30 seats instead of 25"))
    #expect(!sentences.contains { $0.contains("'both'") && $0.contains("seats instead") })
  }

  @Test func `sessions that want more rooms than there are have no timetable`() async throws {
    // Both groups take the hall at their only time.
    let full = Self.sample
      .replacing("  - {every: Monday, from: 13:00, to: 17:00}\n", with: "")
      .declaring(
        "pin: {session: a, at: 2026-03-02T09:00}",
        "pin: {session: d, at: 2026-03-02T09:00}"
      )
    guard case .infeasible(let conflict) = try await Solver(full.problem()).solve(seed: 1) else {
      Issue.record("a timetable")
      return
    }
    #expect(!conflict.facts.isEmpty)
  }
}

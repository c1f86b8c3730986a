import Curricula
import Diagnostics
import Testing

@testable import Timetabling

/// Blocks for groups and places, which may overlap, and rooms for several sessions at once.
@Suite struct BlockAimsTests {
  private let cohorts = Sample().replacing(
    "{every: Wednesday, from: 09:00, to: 12:00}",
    with: """
      {every: Wednesday, from: 09:00, to: 12:00, for: [A]}
        - {every: Wednesday, from: 09:00, to: 12:00, for: [B]}
      """
  )

  private let places = Sample().replacing(
    "{every: Wednesday, from: 09:00, to: 12:00}",
    with: "{every: Wednesday, from: 09:00, to: 12:00, place: north}"
  ).replacing("{id: hall, name: Hall,", with: "{id: hall, name: Hall, place: north,")
    .replacing("{id: studio, name: Studio,", with: "{id: studio, name: Studio, place: south,")

  @Test func `blocks for different groups may overlap, and are named for them`() throws {
    #expect(
      try cohorts.problem().blocks.map(\.id).filter { $0.hasPrefix("2026-03-04") }
        == ["2026-03-04T09:00@A", "2026-03-04T09:00@B"]
    )
  }

  @Test func `a block for a group takes no session of another`() throws {
    let constraints = try cohorts.problem().constraints.filter {
      $0.origin.name == "block-groups"
    }
    #expect(
      constraints.map(\.origin.sentence) == [
        "3 blocks, from 2026-03-04T09:00@A on, are only for 'A'",
        "3 blocks, from 2026-03-04T09:00@B on, are only for 'B'",
      ]
    )
    let problem = try cohorts.problem()
    let index = try #require(problem.blocks.firstIndex { $0.id == "2026-03-04T09:00@A" })
    let held = [0, 3].map { session in
      Placement(session: session, block: index, start: 540, room: 0, trainers: [0])
    }
    let excess = constraints.map { $0.violations(in: Timetable(of: problem, held)) }
    #expect(excess.map { $0.map(\.sessions) } == [[[3]], []])
  }

  @Test func `a block for a place takes no room of another`() throws {
    try verify(inherent: "block-place", in: places)
      .given(
        held("a", at: "2026-03-04T09:00", in: "hall"),
        held("b", at: "2026-03-04T09:00", in: "studio"),
        held("c", at: "2026-03-04T10:00", in: "attic"),
        held("d", at: "2026-03-02T09:00", in: "studio")
      )
      .penalises(by: 1, sessions: ["b"])
    try verify(inherent: "block-place", in: places)
      .says("3 blocks, from 2026-03-04T09:00@north on, are only for rooms in 'north'")
  }

  @Test func `cohorts whose blocks overlap are laid out, with a proof`() async throws {
    let outcome = try await Solver(try cohorts.problem()).solve(seed: 1)
    guard case .laidOut(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.isOptimal)
    #expect(solution.timetable.problem.cost(of: solution.timetable).hard == 0)
  }

  @Test func `a room for any number at once never clashes`() throws {
    let shared = Sample().replacing(
      "{id: attic, name: Attic}",
      with: "{id: attic, name: Attic, at-once: any}"
    )
    let rooms = try shared.problem().constraints.filter {
      $0.origin.name == "clash" && $0.origin.sentence.hasPrefix("the room")
    }
    #expect(
      rooms.map(\.origin.sentence) == [
        "the room 'hall' has one session at a time", "the room 'studio' has one session at a time",
      ]
    )
  }

  @Test(arguments: [
    ("for: [A]}\n  - {every: Wednesday, from: 10:00, to: 11:00}", "overlaps the block"),
    ("place: nort}", "no room is in the place 'nort'"),
    ("for: [C]}", "the group 'C' is not declared"),
  ])
  func `blocks that cannot be used are reported`(written: String, message: String) throws {
    let sample = places.replacing("place: north}", with: written)
    let findings = #expect(throws: Findings.self) { try sample.problem() }
    #expect(findings?.diagnostics.contains { $0.message.contains(message) } == true)
  }
}

import Curricula
import Diagnostics
import Testing

@testable import Timetabling

/// When sessions begin: on the hour, with one another, at the same time each week.
@Suite struct StartTests {
  @Test(arguments: [
    ("hour", 2), ("half-hour", 1), ("quarter-hour", 1), ("block", 2), ("[09:00, 10:30]", 1),
    ("10:05", 2),
  ])
  func `each session that begins at another time counts 1`(at: String, excess: Int) throws {
    try verify("starts-at: {of: module one, at: \(at)}")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T10:05"),
        held("c", at: "2026-03-04T10:30")
      )
      .costs(hard: excess)
  }

  @Test func `the sentence tells when sessions begin`() throws {
    try verify("starts-at: {of: module one, at: hour}").says("module 'one' begins on the hour")
    try verify("starts-at: {of: a, at: [9:00, 10:30]}").says("'a' begins at 09:00 or 10:30")
    try verify("starts-with: [a, b]").says("'a', 'b' begin at the same moment")
    try verify("same-time: module one").says("module 'one' begins at the same time each week")
  }

  @Test func `a word for beginnings is checked`() {
    expectMistake(
      "starts-at: {of: a, at: 1️⃣hours}",
      "found 'hours', expected one of 'hour', 'block', 'half-hour', 'quarter-hour'",
      help: "did you mean 'hour'?"
    )
  }

  @Test func `each moment beyond the first counts 1`() throws {
    try verify("starts-with: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-02T09:00"),
        held("c", at: "2026-03-09T09:00")
      )
      .penalises(by: 1, sessions: ["a", "b", "c"])
  }

  @Test func `another weekday or time counts 1, another week does not`() throws {
    try verify("same-time: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-09T09:00"),
        held("c", at: "2026-03-16T09:00")
      )
      .holds()
    try verify("same-time: module one")
      .given(
        held("a", at: "2026-03-02T09:00"),
        held("b", at: "2026-03-04T09:00"),
        held("c", at: "2026-03-09T09:05")
      )
      .penalises(by: 2, sessions: ["a", "b", "c"])
  }

  /// Two Mondays and Tuesdays, and sessions of two groups and two trainers.
  private static let programme = """
    curriculum: starts
    title: Starts
    zone: Europe/Vienna
    starts: 2026-03-02
    weeks: 2
    grid: 15
    blocks:
      - {every: [Monday, Tuesday], from: 09:00, to: 12:00}
    groups:
      - {id: A, name: A, size: 10}
      - {id: B, name: B, size: 10}
    rooms:
      - {id: hall, name: Hall}
      - {id: annex, name: Annex}
    trainers:
      - {id: ann, name: Ann}
      - {id: bo, name: Bo}
    modules:
      - id: m
        title: M
        sessions:
          - {id: x, title: X, minutes: 60, groups: [A], trainers: [ann]}
          - {id: y, title: Y, minutes: 60, groups: [B], trainers: [bo]}
          - {id: z, title: Z, minutes: 60, groups: [B], trainers: [ann]}
    constraints:

    """

  @Test(arguments: [
    ["starts-with: [x, z]"],
    ["starts-with: [y, z]"],
    ["starts-with: [x, y, z]"],
    ["starts-with: [x, y]", "order: {from: x, to: y}"],
    ["starts-with: [x, y]", "times: {of: x, until: 10:00}", "times: {of: y, from: 10:30}"],
    [
      "starts-with: [x, y]", "window: {of: x, weekdays: [Monday]}",
      "window: {of: y, weekdays: [Tuesday]}",
    ],
    [
      "same-time: [x, y]", "window: {of: x, weekdays: [Monday]}",
      "window: {of: y, weekdays: [Tuesday]}",
    ],
    ["same-time: [x, y]", "times: {of: x, until: 10:00}", "times: {of: y, from: 10:30}"],
    // Ann has no two of them at once, and each week has one Monday.
    [
      "same-time: [x, z]", "window: {of: x, until: 2026-03-08}",
      "window: {of: z, until: 2026-03-08}",
    ],
  ])
  func `beginnings that cannot be the same are a reason`(constraints: [String]) async throws {
    let lines = constraints.map { "  - \($0)\n" }.joined()
    let source = SourceText(file: "starts.yaml", text: Self.programme + lines)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    guard case .infeasible(let conflict) = try await Solver(problem).solve(seed: 1) else {
      Issue.record("no reason was found")
      return
    }
    let names = Set(conflict.facts.map(\.name))
    #expect(names.contains { $0 == "starts-with" || $0 == "same-time" })
    for constraint in constraints {
      #expect(names.contains { constraint.hasPrefix($0 + ":") }, "\(constraint): \(names)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `beginnings that can be the same cost nothing, which is proved`(seed: UInt64) async throws {
    let lines = "  - {starts-with: [x, y]}\n  - {same-time: [x, z]}\n"
    let source = SourceText(file: "starts.yaml", text: Self.programme + lines)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    guard case .laidOut(let solution) = try await Solver(problem).solve(seed: seed) else {
      Issue.record("no timetable")
      return
    }
    #expect(solution.cost == 0)
    #expect(solution.bound == 0)
    #expect(problem.cost(of: solution.timetable) == .zero)
  }

  @Test func `the least cost of beginnings that cannot be the same is proved`() async throws {
    let lines = "  - {starts-with: [x, z], weight: 3}\n"
    let source = SourceText(file: "starts.yaml", text: Self.programme + lines)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    guard case .laidOut(let solution) = try await Solver(problem).solve(seed: 1) else {
      Issue.record("no timetable")
      return
    }
    #expect(solution.cost == 3)
    #expect(solution.bound == 3)
  }
}

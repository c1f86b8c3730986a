import Curricula
import Testing

@testable import Timetabling

/// Sessions of which only some are held.
@Suite struct WaysTests {
  /// A random curriculum in which two of its last three or four sessions are held.
  private func problem(_ seed: UInt64, groups: Int = 1) throws -> Problem {
    var curriculum = try RandomCurriculum(seed: seed, groups: groups).problem().curriculum
    let sessions = Array(curriculum.sessions.map(\.id).suffix(3 + Int(seed % 2)))
    curriculum.choices = [
      SessionChoice(
        id: "choice",
        sessions: sessions,
        hold: min(2, sessions.count - 1),
        location: curriculum.location
      )
    ]
    for index in curriculum.sessions.indices
    where !sessions.contains(curriculum.sessions[index].id) {
      curriculum.sessions[index].needs.removeAll { sessions.contains($0.session) }
    }
    return try Problem(curriculum)
  }

  private static let limits = Solver.Limits(steps: 60_000_000, moves: 20_000)

  @Test(arguments: 0..<120 as Range<UInt64>)
  func `the cheapest of all ways is found, and proved only where it is so`(
    seed: UInt64
  ) async throws {
    let problem = try problem(seed, groups: seed % 3 == 0 ? 2 : 1)
    guard let ways = try? problem.ways() else { return }
    var optima: [Int?] = []
    for way in ways {
      guard let all = BruteForce(way, limit: 4_000) else { return }
      optima.append(all.optimum)
    }
    let least = optima.compactMap(\.self).min()
    let found = try? await Ways(ways).solve(within: Self.limits, seed: 1)
    switch found?.outcome {
    case .infeasible: #expect(least == nil)
    case .laidOut(let solution):
      let least = try #require(least)
      #expect(solution.bound <= least)
      #expect(solution.cost >= least)
      if solution.isOptimal { #expect(solution.cost == least) }
      let problem = try #require(found?.problem)
      #expect(problem.cost(of: solution.timetable) == Cost(hard: 0, soft: solution.cost))
      let choice = problem.curriculum.choices[0]
      #expect(problem.curriculum.notHeld.count == choice.sessions.count - choice.hold)
      if let optimum = Ways(ways).optimum(steps: Self.limits.steps) {
        #expect(optimum.cost == least)
      }
      #expect(Ways(ways).bound(steps: Self.limits.steps) <= least)
    case nil: break
    }
  }

  /// Constraints in which sessions count that have no placement, or all that might be.
  private static let counted: Set<String> = ["inside-block", "even-load", "load"]

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `sessions that are not held cost what the formulas say of sessions without a placement`(
    seed: UInt64
  ) throws {
    let whole = try problem(seed, groups: 2)
    for way in (try? whole.ways()) ?? [] {
      let timetable = Search(way).timetable(byMoves: 3, seed: seed)
      let same = whole.timetable(placing: timetable.published)
      #expect(same.placements.count == timetable.placements.count)
      #expect(sums(same) == sums(timetable))
    }
  }

  /// What each sort of constraint contributes to the cost.
  private func sums(_ timetable: Timetable) -> [String: Int] {
    timetable.problem.penalties(of: timetable).reduce(into: [:]) { sums, penalty in
      let origin = timetable.problem.constraints[penalty.constraint].origin
      guard !Self.counted.contains(origin.name) else { return }
      sums[origin.name, default: 0] += penalty.violation.excess
    }
  }

  private static let course = """
    curriculum: course
    title: Course
    zone: Europe/Vienna
    starts: 2026-03-02
    weeks: 2
    grid: 60
    blocks:
      - {every: Monday, from: 10:00, to: 12:00}
    groups:
      - {id: all, name: All, size: 10}
    trainers:
      - {id: ann, name: Ann}
      - {id: bo, name: Bo}
    modules:
      - id: one
        title: One
        sessions:
          - {id: a, title: A, minutes: 60, trainers: [ann]}
          - {id: b, title: B, minutes: 60, trainers: [ann], tags: [rare]}
          - {id: c, title: C, minutes: 60, trainers: [bo], kind: workshop}
          - {id: d, title: D, minutes: 60, trainers: [bo]}
    choices:
      - {id: two, hold: 2, of: [b, c, d]}
    constraints:
      - first: a
    """

  @Test(arguments: [
    "- last: b", "- pin: {session: a, at: 2026-03-02T10:00}", "- together: {of: [b, c], in: day}",
    "- order: {from: b, to: d}", "- window: {of: b, until: 2026-03-02}",
    "- spread: {of: kind workshop, most: 2 days}",
    "- {load: {of: tag rare, per: week, least: 1 session}, weight: 2}", "- even-load: [b, c]",
    "- consecutive: [b, c, d]", "- {span: {of: each tag, most: 2 days}, weight: 1}",
    "- {together: {of: each session, except: [b], in: day}, weight: 1}", "- same-time: [b, d]",
    "- {pin: {session: c, at: 2026-03-02T11:00}, weight: 3}", "- starts-with: [b]",
    "- not-in-a-row: [b, c]", "- not-idle: kind workshop", "- not-isolated: [b, c]",
    "- separate: {of: [b, c, d], in: day}", "- apart: {of: [b, d], least: 2 days}",
    "- break: {of: [b, c], after: 60 minutes, least: 60 minutes}",
    "- weeks-in-a-row: {of: tag rare, most: 2 weeks}",
    "- stand-in: b", "- held-by: {of: b, trainers: [ann]}", "- times: {of: c, from: 10:00}",
  ])
  func `every constraint may name what is not held`(constraint: String) async throws {
    let problem = try Problem(curriculum: Self.course + "\n  \(constraint)\n")
    let ways = try problem.ways()
    #expect(ways.count == 3)
    for way in ways {
      let timetable = Search(way).timetable(byMoves: 200, seed: 1)
      #expect(timetable.placements.count == 3)
      _ = way.cost(of: timetable)
      _ = Solver(way).optimum(steps: 1_000_000)
    }
    _ = try? await Ways(ways).solve(within: Solver.Limits(steps: 1_000_000, moves: 1_000), seed: 1)
  }

  @Test func `a session is exchanged only when it has to be`() async throws {
    let problem = try Problem(curriculum: Self.course)
    let ways = Ways(try problem.ways())
    guard case (let way, .laidOut(let solution)) = try await ways.solve(within: .standard, seed: 1)
    else {
      Issue.record("no timetable")
      return
    }
    #expect(way.curriculum.notHeld.map(\.id) == ["d"])
    let published = solution.timetable.published
    let today = problem.days[0].date
    let same = try await ways.revise(from: published, today: today, seed: 1)
    #expect(same.problem.curriculum.notHeld.map(\.id) == ["d"])
    // Without days for B there is no other way than the one with C and D.
    let other = Ways(
      try Problem(
        curriculum: Self.course + "\n  - window: {of: b, from: 2026-03-10}\n"
      ).ways()
    )
    let exchanged = try await other.revise(from: published, today: today, seed: 1)
    #expect(exchanged.problem.curriculum.notHeld.map(\.id) == ["b"])
    guard case .revised(let revised) = exchanged.outcome else {
      Issue.record("no revision")
      return
    }
    #expect(revised.isOptimal)
    #expect(revised.disturbance == 0)
  }

  @Test func `nothing is impossible before every way is`() async throws {
    let shut = Self.course + "\n  - window: {of: [b, c, d], from: 2026-03-10}\n"
    let (_, outcome) = try await Ways(Problem(curriculum: shut).ways())
      .solve(within: .standard, seed: 1)
    guard case .infeasible(let conflict) = outcome else {
      Issue.record("a timetable of what cannot be held")
      return
    }
    #expect(!conflict.lines.isEmpty)
  }
}

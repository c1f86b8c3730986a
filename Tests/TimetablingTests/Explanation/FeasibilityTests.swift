import Testing

@testable import Timetabling
@testable import seminar_benchmark

struct FeasibilityTests {
  @Test(arguments: 4_000..<4_250 as Range<UInt64>)
  func `what is said to be possible is, and what is said to be impossible is not`(
    seed: UInt64
  ) throws {
    let problem = try RandomCurriculum(seed: seed, groups: 1 + Int(seed % 2)).problem()
    let hard = problem.with(constraints: problem.constraints.filter { $0.weight == .hard })
    guard let all = BruteForce(hard, limit: 3_000) else { return }
    for effort in [RowSearch.Effort.thorough, .moderate, .brief] {
      let excerpt = Excerpt(
        of: hard,
        sessions: Array(hard.sessions.indices),
        constraints: Array(hard.constraints.indices)
      )
      let decided = Feasibility(of: excerpt, effort)
      switch decided.answer {
      case .possible:
        let placements = try #require(decided.placements)
        #expect(hard.cost(of: Timetable(of: hard, placements)).hard == 0)
      case .impossible: #expect(all.optimum == nil)
      case .unknown: continue
      }
    }
  }

  @Test(arguments: 5_000..<5_200 as Range<UInt64>)
  func `any curriculum without a timetable has a conflict, and each fact of it is needed`(
    seed: UInt64
  ) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    let conflict = Solver(problem).explainConflict()
    guard all.optimum == nil else {
      #expect(conflict == nil)
      return
    }
    let found = try #require(conflict)
    let blamed = problem.facts.filter { found.facts.contains($0.origin) }
    #expect(!Impossible.isPossible(blamed, of: problem))
    guard found.isMinimal else { return }
    for fact in blamed {
      #expect(Impossible.isPossible(blamed.filter { $0 != fact }, of: problem))
    }
  }

  @Test(arguments: 6_000..<6_080 as Range<UInt64>)
  func `what is known of some facts never misleads about others`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard BruteForce(problem, limit: 1_000) != nil else { return }
    let facts = problem.facts
    var oracle = FeasibilityOracle(problem, facts: facts)
    var lots = DrawingLots(seed: seed)
    for _ in 0..<12 {
      let some = facts.indices.filter { _ in lots.below(4) > 0 }
      let answer = oracle.answer(for: some)
      guard answer != .unknown else { continue }
      let isPossible = Impossible.isPossible(some.map { facts[$0] }, of: problem)
      #expect((answer == .possible) == isPossible)
    }
  }

  @Test func `a violation in an excerpt names sessions by their indices there`() throws {
    let problem = try Impossible(
      trainers: "- {id: ann, name: Ann, away: [2026-03-02]}",
      sessions: """
        - {id: a, title: A, minutes: 60}
        - {id: b, title: B, minutes: 60, trainers: [ann]}
        """
    ).problem()
    let constraints = problem.constraints.indices.filter { !problem.isInherent($0) }
    let excerpt = Excerpt(of: problem, sessions: [1], constraints: constraints).problem
    let placement = Placement(session: 0, block: 0, start: 600, room: nil, trainers: [0])
    let timetable = Timetable(of: excerpt, [placement])
    let violations = excerpt.constraints.flatMap { $0.violations(in: timetable) }
    #expect(violations == [Violation(of: [0], excess: 1)])
  }

  @Test func `a least load that nobody can fill is impossible by itself`() throws {
    let problem = try Impossible(
      trainers: "- {id: ann, name: Ann}",
      sessions: "- {id: a, title: A, minutes: 60}",
      constraints: "- load: {of: trainer ann, per: week, least: 1 session}"
    ).problem()
    let conflict = try #require(Solver(problem).explainConflict())
    #expect(conflict.lines.map(\.sentence) == ["Ann: at least 1 session a week"])
    #expect(conflict.isMinimal)
  }
}

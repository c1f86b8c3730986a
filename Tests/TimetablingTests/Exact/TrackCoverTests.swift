import Testing

@testable import Timetabling

struct TrackCoverTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the parts of a problem with two groups bound its cost`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed, groups: 2).problem()
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    let bound = TrackCover(problem).bound(steps: 1_000_000) { false }
    if let bound { #expect(bound <= all.optimum ?? .max) } else { #expect(all.optimum == nil) }
  }

  @Test func `the bound is seldom far from the optimum`() throws {
    var (bounds, optima) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let problem = try RandomCurriculum(seed: seed, groups: 2).problem()
      guard let optimum = BruteForce(problem, limit: 2_000)?.optimum else { continue }
      optima += optimum
      bounds += TrackCover(problem).bound(steps: 1_000_000) { false } ?? 0
    }
    #expect(optima > 0)
    #expect(bounds * 10 >= optima * 8)
  }

  @Test func `every session is penalised in one part, every soft constraint in at most one`() throws
  {
    let problem = try RandomCurriculum(seed: 4, groups: 2).problem()
    let cover = TrackCover(problem)
    let sessions = cover.parts.flatMap(\.penalised)
    #expect(sessions.sorted() == Array(problem.sessions.indices))
    let constraints = cover.parts.flatMap { $0.softConstraints ?? [] }
    #expect(constraints.count == Set(constraints).count)
  }
}

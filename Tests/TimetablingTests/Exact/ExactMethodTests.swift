import Testing

@testable import Timetabling

struct ExactMethodTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `the optimum is the least cost of all timetables`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard let all = BruteForce(problem, limit: 4_000) else { return }
    try check(problem, all, seed)
  }

  private func check(_ problem: Problem, _ all: BruteForce, _ seed: UInt64) throws {
    let track = try #require(Track(problem))
    switch Solver(problem).exactly() {
    case .found(let solution):
      let cost = problem.cost(of: solution.timetable)
      #expect(cost == Cost(hard: 0, soft: solution.cost))
      let optimum = try #require(all.optimum, "a timetable was found where there is none")
      #expect(solution.bound <= optimum)
      #expect(solution.cost >= optimum)
      if !track.isRelaxed { #expect(solution.cost == optimum && solution.isOptimal) }
    case .none: #expect(all.optimum == nil)
    case .open(let bound):
      #expect(track.isRelaxed)
      #expect(bound <= all.optimum ?? .max)
    }
  }
}

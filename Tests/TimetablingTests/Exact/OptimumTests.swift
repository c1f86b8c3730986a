import Testing

@testable import Timetabling
@testable import seminar_benchmark

@Suite struct OptimumTests {
  @Test(arguments: 0..<3 as Range<UInt64>)
  func `the optimum is the timetable that is laid out, whatever the seed`(seed: UInt64) async throws
  {
    let problem = try GeneratedProgramme(sessions: 12, seed: seed).problem()
    let solver = Solver(problem)
    let optimum = try #require(solver.optimum(steps: 30_000_000))
    guard case .laidOut(let solution) = try await solver.solve(seed: seed) else {
      Issue.record("no timetable")
      return
    }
    #expect(optimum.isOptimal)
    #expect(optimum.timetable.placements == solution.timetable.placements)
    #expect(solver.bound(steps: 30_000_000) == optimum.cost)
  }

  @Test func `with too few steps there is no optimum, and the bound is none too high`() throws {
    let solver = Solver(try GeneratedProgramme(sessions: 16, seed: 1).problem())
    let optimum = try #require(solver.optimum(steps: 300_000_000))
    #expect(solver.optimum(steps: 100) == nil)
    #expect(solver.bound(steps: 100) <= optimum.cost)
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `several groups have no optimum, and a bound that no timetable is below`(
    seed: UInt64
  ) async throws {
    let problem = try SearchSample.general.problem()
    let solver = Solver(problem)
    #expect(solver.optimum(steps: 1_000_000) == nil)
    let bound = solver.bound(steps: 100_000)
    let found = await Search(problem).run(within: .moves(4_000), seed: seed)
    #expect(found.cost.hard > 0 || bound <= found.cost.soft)
  }
}

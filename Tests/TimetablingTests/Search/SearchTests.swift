import Curricula
import Synchronization
import Testing

@testable import Timetabling

@Suite struct SearchTests {
  @Test(arguments: SearchSample.allCases)
  func `equal seeds, budgets and chains find equal timetables`(sample: SearchSample) async throws {
    let search = Search(try sample.problem())
    var found: [[Placement]] = []
    for _ in 0..<3 {
      found.append(
        await search.run(within: .moves(3_000), seed: 5, chains: 3).timetable.placements
      )
    }
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test(arguments: SearchSample.allCases)
  func `a search that is stopped has the best so far`(sample: SearchSample) async throws {
    let problem = try sample.problem()
    let asked = Atomic(0)
    let told = Mutex<[Cost]>([])
    let found = await Search(problem).run(
      within: .moves(1_000_000_000),
      seed: 1,
      shouldStop: { asked.add(1, ordering: .relaxed).oldValue >= 4 },
      progress: { report in told.withLock { $0.append(report.cost) } }
    )
    #expect(found.cost == problem.cost(of: found.timetable))
    for cost in told.withLock({ $0 }) {
      #expect((found.cost.hard, found.cost.soft) <= (cost.hard, cost.soft))
    }
    #expect(found.moves < 20_000)
  }

  @Test(arguments: SearchSample.allCases)
  func `a search that may not begin still places every session`(sample: SearchSample) async throws {
    let problem = try sample.problem()
    let found = await Search(problem).run(
      within: .moves(1_000),
      seed: 1,
      shouldStop: { true }
    )
    #expect(found.moves == 0)
    let fitting = problem.sessions.count { session in
      problem.blocks.contains { $0.minutes >= session.minutes }
    }
    #expect(found.timetable.placements.count == fitting)
  }

  @Test func `a search goes on from a timetable`() async throws {
    let search = Search(try SearchSample.general.problem())
    let first = await search.run(within: .moves(2_000), seed: 1)
    let second = await search.run(
      within: .moves(2_000),
      seed: 2,
      startingFrom: first.timetable
    )
    #expect((second.cost.hard, second.cost.soft) <= (first.cost.hard, first.cost.soft))
  }

  @Test func `a search ends when its bound is reached`() async throws {
    let search = Search(try SearchSample.general.problem())
    let free = await search.run(within: .moves(20_000), seed: 1)
    try #require(free.cost.hard == 0)
    let bounded = await search.run(
      within: .moves(1_000_000_000),
      seed: 1,
      startingFrom: free.timetable,
      bound: free.cost.soft
    )
    // Taking the measure of the problem may already find a cheaper one.
    #expect(bounded.cost.hard == 0 && bounded.cost.soft <= free.cost.soft)
    #expect(bounded.moves == 0)
  }
}

import Synchronization
import Testing

@testable import Timetabling

@Suite struct GoalTests {
  @Test func `a chain ends at the least cost, and those after it with it`() {
    let goal = Goal(hard: 0, soft: 4)
    #expect(!goal.isReached(at: Change(hard: 0, soft: 5), by: 1))
    #expect(!goal.isReached(at: Change(hard: 1, soft: 0), by: 1))
    #expect(!goal.isReached)
    #expect(goal.isReached(at: Change(hard: 0, soft: 4), by: 1))
    #expect(goal.isReached)
    #expect(goal.isReached(at: Change(hard: 0, soft: 9), by: 2))
    #expect(!goal.isReached(at: Change(hard: 0, soft: 9), by: 0))
  }

  @Test func `what is proved meanwhile only ever raises the least cost`() {
    let goal = Goal(hard: 0, soft: 4)
    goal.raise(to: 6)
    goal.raise(to: 5)
    #expect(goal.isReached(at: Change(hard: 0, soft: 6), by: 0))
  }

  @Test func `nothing is left to do once all chains end`() {
    let goal = Goal(hard: 0, soft: 4)
    goal.end()
    #expect(goal.isReached(at: Change(hard: 7, soft: 0), by: 0))
    #expect(!goal.isReached)
  }

  /// Runs a search beside a proof that asks some times whether to stop before it knows.
  private func found(_ problem: Problem, proof: Int?, after questions: Int) async -> Search.Found {
    await Search(problem).run(
      within: .moves(20_000),
      seed: 1,
      chains: 3,
      bound: 0,
      bounding: { _, shouldStop in
        for _ in 0..<questions where shouldStop() { break }
        return Search.Proof(bound: proof)
      },
      shouldStop: { false },
      progress: { _ in }
    )
  }

  @Test func `what is found does not depend on how fast the proof is`() async throws {
    let problem = try SearchSample.general.problem()
    let least = await Search(problem).run(within: .moves(20_000), seed: 1, chains: 3).cost
    try #require(least.hard == 0)
    let early = await found(problem, proof: least.soft, after: 0)
    for questions in [1_000, 100_000, 3_000_000] {
      let late = await found(problem, proof: least.soft, after: questions)
      #expect(early.timetable.placements == late.timetable.placements)
      #expect(early.cost == late.cost)
    }
  }

  private static let best = Task {
    await Search(try SearchSample.general.problem())
      .run(within: .moves(50_000), seed: 1, chains: 3)
  }

  @Test(arguments: [false, true])
  func `a timetable of the proof counts where it costs less`(isRaised: Bool) async throws {
    let problem = try SearchSample.general.problem()
    let best = try await Self.best.value
    let bound = isRaised ? best.cost.soft - 1 : best.cost.soft
    let short = await Search(problem).run(within: .moves(0), seed: 2, startingFrom: nil)
    try #require(best.cost < short.cost)
    let found = await Search(problem).run(
      within: .moves(0),
      seed: 2,
      chains: 1,
      bound: bound,
      bounding: { _, _ in Search.Proof(bound: best.cost.soft, timetable: best.timetable) },
      shouldStop: { false },
      progress: { _ in }
    )
    #expect(found.timetable.placements == best.timetable.placements)
    #expect(found.cost == best.cost)
  }

  @Test(.timeLimit(.minutes(10)))
  func `a proof that nothing can be held ends the search`() async throws {
    let asked = Atomic(0)
    let found = await Search(try SearchSample.general.problem()).run(
      // Without the proof it would never come to its end.
      within: .share { min(0.5, Double(asked.add(1, ordering: .relaxed).oldValue) / 10) },
      seed: 1,
      chains: 2,
      bound: -1,
      bounding: { _, _ in Search.Proof(bound: nil) },
      shouldStop: { false },
      progress: { _ in }
    )
    #expect(found.bound == nil)
  }
}

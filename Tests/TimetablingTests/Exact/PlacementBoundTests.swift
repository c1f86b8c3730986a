import Curricula
import Testing

@testable import Timetabling
@testable import seminar_benchmark

@Suite struct PlacementBoundTests {
  private func bound(
    _ problem: Problem,
    startingFrom timetable: Timetable? = nil,
    evaluations: Int = .max
  ) -> Int {
    PlacementBound(problem, startingFrom: timetable)
      .bound(evaluations: evaluations) { false }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no timetable costs less than its sessions do by themselves`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard case .found(let best) = Solver(problem).exactly(steps: 3_000_000) else { return }
    #expect(bound(problem) <= best.cost)
    #expect(bound(problem, startingFrom: best.timetable) == bound(problem))
    #expect(bound(problem, evaluations: 10) <= bound(problem))
  }

  @Test func `what must be held elsewhere than published disturbs at least as much as that costs`()
    throws
  {
    let problem = try GeneratedProgramme(sessions: 14, seed: 3).problem()
    guard case .found(let best) = Solver(problem).exactly() else {
      Issue.record("no timetable")
      return
    }
    let published = best.timetable.published
    let lost = try #require(published.last)
    let changed = try Problem(problem.curriculum.without(lost.trainers, on: lost.date))
    let nearest = changed.with(
      constraints: changed.constraints.filter { $0.weight == .hard }
        + changed.perturbation(from: published, today: problem.days[0].date)
    )
    let start = nearest.timetable(placing: published)
    guard case .found(let least) = Solver(nearest).exactly() else { return }
    let bound = bound(nearest, startingFrom: start)
    #expect(bound > 0)
    #expect(bound <= least.cost)
    #expect(self.bound(nearest.with(constraints: problem.constraints)) <= best.cost)
  }
}

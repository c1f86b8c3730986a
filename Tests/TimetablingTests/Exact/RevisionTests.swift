import Curricula
import Testing

@testable import Timetabling
@testable import seminar_benchmark

struct RevisionTests {
  /// What disturbs least, and of this the cheapest, by looking at all timetables.
  private func least(
    _ problem: Problem,
    _ published: [PublishedPlacement],
    _ today: CivilDate
  ) -> (disturbance: Int, cost: Int)?? {
    let near = problem.perturbation(from: published, today: today)
    let hard = problem.constraints.filter { $0.weight == .hard }
    guard let first = BruteForce(problem.with(constraints: hard + near), limit: 3_000) else {
      return nil
    }
    guard let disturbance = first.optimum else { return .some(nil) }
    let weight = 1_000_000
    let both =
      problem.constraints
      + problem.perturbation(from: published, today: today, weight: .soft(weight))
    guard let sum = BruteForce(problem.with(constraints: both), limit: 3_000)?.optimum else {
      return nil
    }
    return (disturbance, sum - weight * disturbance)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a revision disturbs least, and of this costs least`(seed: UInt64) async throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    // Published was a timetable of other constraints.
    let other = problem.with(constraints: problem.constraints.filter { $0.weight == .hard })
    guard case .found(let before) = Solver(other).exactly() else { return }
    let published = before.timetable.published
    let today = CivilDate(dayNumber: problem.days[0].date.dayNumber + Int(seed % 8))
    guard let expected = least(problem, published, today) else { return }
    let outcome = try await Solver(problem).revise(
      from: published,
      today: today,
      within: Solver.Limits(steps: 30_000_000, moves: 1_000),
      seed: 1
    )
    switch outcome {
    case .infeasible: #expect(expected == nil)
    case .revised(let revision):
      let expected = try #require(expected)
      #expect(revision.disturbance == expected.disturbance)
      #expect(revision.leastDisturbance == expected.disturbance)
      #expect(revision.solution.bound <= expected.cost)
      #expect(revision.solution.cost >= expected.cost)
      if revision.solution.isOptimal { #expect(revision.solution.cost == expected.cost) }
    }
  }

  @Test func `nothing changes where nothing has to`() async throws {
    let problem = try GeneratedProgramme(sessions: 14, seed: 3).problem()
    let outcome = try await Solver(problem).solve(seed: 1)
    guard case .laidOut(let solution) = outcome else {
      Issue.record("no timetable")
      return
    }
    let revised = try await Solver(problem).revise(
      from: solution.timetable.published,
      today: problem.days[3].date,
      seed: 1
    )
    guard case .revised(let revision) = revised else {
      Issue.record("no revision")
      return
    }
    #expect(revision.isOptimal)
    #expect(revision.disturbance == 0)
    #expect(revision.solution.timetable.placements == solution.timetable.placements)
  }

  @Test func `a trainer's day that falls away moves few sessions, and none of the past`()
    async throws
  {
    let text = GeneratedProgramme(sessions: 14, seed: 3).text
    let before = try Problem(curriculum: text)
    guard case .laidOut(let solution) = try await Solver(before).solve(seed: 1),
      let last = solution.timetable.placements.max(by: { $0.block < $1.block })
    else {
      Issue.record("no timetable")
      return
    }
    let gone = before.blocks[last.block].date
    let trainer = before.curriculum.trainers[last.trainers[0]].id
    let name = "{id: \(trainer), name: \(trainer.uppercased()), zone: Europe/Vienna, away: ["
    let after = try Problem(curriculum: text.replacing(name, with: name + "\(gone), "))
    let today = before.days[2].date
    let revised = try await Solver(after).revise(
      from: solution.timetable.published,
      today: today,
      seed: 1
    )
    guard case .revised(let revision) = revised else {
      Issue.record("no revision")
      return
    }
    #expect(revision.isOptimal)
    #expect(revision.disturbance >= 10)
    for placement in solution.timetable.placements where before.blocks[placement.block].date < today
    {
      #expect(revision.solution.timetable.placement(of: placement.session) == placement)
    }
    #expect(revision.solution.timetable.placement(of: last.session)?.block != last.block)
  }
}

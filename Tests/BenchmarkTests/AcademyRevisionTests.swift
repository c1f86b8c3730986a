import Curricula
import Diagnostics
import Testing

@testable import Timetabling
@testable import seminar_benchmark

/// Programmes of several groups, which are beyond the exact method, after a change.
@Suite struct AcademyRevisionTests {
  private static let limits = Solver.Limits(steps: 100_000, moves: 20_000)

  private static let published = (1...2 as ClosedRange<UInt64>).map { seed in
    Task { try await publish(seed: seed) }
  }

  private func published(seed: UInt64) async throws -> (Problem, [PublishedPlacement]) {
    try await Self.published[Int(seed) - 1].value
  }

  private static func publish(seed: UInt64) async throws -> (Problem, [PublishedPlacement]) {
    let academy = try #require(Academy(Academy.Size(sessions: 50), seed: seed))
    let source = SourceText(file: "academy.yaml", text: academy.text())
    let problem = try Problem(Curriculum.parse(source).curriculum)
    guard
      case .laidOut(let solution) = try await Solver(problem).solve(within: limits, seed: 1)
    else { throw AbsenceTrial.Unpublished() }
    return (problem, solution.timetable.published)
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `where nothing has changed, nothing is moved`(seed: UInt64) async throws {
    let (problem, published) = try await published(seed: seed)
    let outcome = try await Solver(problem).revise(
      from: published,
      today: problem.days[12].date,
      within: Self.limits,
      seed: 1
    )
    guard case .revised(let revised) = outcome else {
      Issue.record("no revision")
      return
    }
    #expect(revised.disturbance == 0)
    #expect(revised.solution.timetable.published == published)
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `a trainer's day away moves little more than that trainer's sessions, and none of the past`(
    seed: UInt64
  ) async throws {
    let (problem, published) = try await published(seed: seed)
    let today = problem.days[12].date
    let lost = try #require(published.last { $0.date > today })
    let changed = try Problem(problem.curriculum.without(lost.trainers, on: lost.date))
    let outcome = try await Solver(changed).revise(
      from: published,
      today: today,
      within: Self.limits,
      seed: 1
    )
    guard case .revised(let revised) = outcome else {
      Issue.record("no revision")
      return
    }
    let new = revised.solution.timetable.published
    #expect(changed.cost(of: revised.solution.timetable).hard == 0)
    #expect(revised.leastDisturbance > 0)
    #expect(revised.leastDisturbance <= revised.disturbance)
    for held in published where held.date < today { #expect(new.contains(held)) }
    let concerned = published.count { $0.date == lost.date && $0.trainers == lost.trainers }
    let moved = new.count { !published.contains($0) }
    #expect((1...concerned + 2).contains(moved), "\(moved) moved, \(concerned) concerned")
  }
}

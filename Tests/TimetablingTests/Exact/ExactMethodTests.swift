import Testing

@testable import Timetabling
@testable import seminar_benchmark

struct ExactMethodTests {
  @Test(arguments: 0..<250 as Range<UInt64>)
  func `the optimum is the least cost of all timetables`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    let track = try #require(Track(problem))
    switch Solver(problem).exactly() {
    case .found(let solution):
      #expect(problem.cost(of: solution.timetable) == Cost(hard: 0, soft: solution.cost))
      let optimum = try #require(all.optimum, "a timetable was found where there is none")
      #expect(solution.bound <= optimum)
      #expect(solution.cost >= optimum)
      #expect(track.isRelaxed || solution.cost == optimum && solution.isOptimal)
    case .none: #expect(all.optimum == nil)
    case .open(let bound):
      #expect(track.isRelaxed)
      #expect(bound <= all.optimum ?? .max)
    }
  }

  @Test(arguments: 1_000..<1_200 as Range<UInt64>)
  func `what is given up for want of room keeps the bound below the optimum`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    let track = try #require(Track(problem))
    let optimum = all.optimum ?? .max
    for width in 1...3 {
      // Parts of a few ideals, so that their bounds have to be added up.
      var method = ExactMethod(track) { _ in PartBounds.Effort(whole: 1, part: 2 * width) }
      var watch = Watch()
      let result = method.run(width: width, below: .max, &watch)
      #expect(result.bound <= optimum)
      guard let placements = result.placements else { continue }
      let cost = problem.cost(of: Timetable(of: problem, placements))
      #expect(cost.soft >= result.penalty)
      #expect(track.isRelaxed || cost == Cost(hard: 0, soft: result.penalty))
    }
  }

  @Test(arguments: 2_000..<2_150 as Range<UInt64>, [1, 7, 40, 150])
  func `a run that is stopped early has a true bound`(seed: UInt64, steps: Int) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard let all = BruteForce(problem, limit: 1_500) else { return }
    switch Solver(problem).exactly(steps: steps) {
    case .found(let solution):
      #expect(solution.bound <= all.optimum ?? .max)
      #expect(problem.cost(of: solution.timetable) == Cost(hard: 0, soft: solution.cost))
    case .none: #expect(all.optimum == nil)
    case .open(let bound): #expect(bound <= all.optimum ?? .max)
    }
  }

  @Test(arguments: 3_000..<3_100 as Range<UInt64>)
  func `only better timetables than the known one are looked for`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard case .found(let best) = Solver(problem).exactly() else { return }
    guard case .found(let again) = Solver(problem).exactly(improving: best.timetable) else {
      Issue.record("a known timetable was lost")
      return
    }
    #expect(again.cost == best.cost)
    #expect(again.bound == best.bound)
    #expect(again.timetable.placements == best.timetable.placements)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `cutting a programme into parts changes nothing but the time`(seed: UInt64) throws {
    let problem = try GeneratedProgramme(sessions: 16, seed: seed).problem()
    let track = try #require(Track(problem))
    let efforts = [
      PartBounds.Effort(whole: 50_000, part: 1), PartBounds.Effort(whole: 1, part: 60),
      PartBounds.Effort(whole: 1, part: 1),
    ]
    let results = efforts.map { effort in
      var method = ExactMethod(track) { _ in effort }
      var watch = Watch()
      return method.run(width: 100_000, below: .max, &watch)
    }
    #expect(results.allSatisfy { $0.penalty == $0.bound })
    #expect(Set(results.map(\.penalty)).count == 1)
    #expect(results[0].penalty < .max)
    #expect(results[0].states <= results[1].states)
  }

  @Test func `equal problems have equal timetables`() throws {
    let timetables = try (0..<3).map { _ in
      let problem = try GeneratedProgramme(sessions: 18, seed: 5).problem()
      guard case .found(let solution) = Solver(problem).exactly() else { return [Placement]() }
      return solution.timetable.placements
    }
    #expect(!timetables[0].isEmpty)
    #expect(Set(timetables).count == 1)
  }
}

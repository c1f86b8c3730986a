import Testing

@testable import Timetabling

@Suite struct StateTests {
  @Test(arguments: SearchSample.allCases, 0..<10 as Range<UInt64>)
  func `the running cost equals the cost computed afresh after every move`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    #expect(state.cost == problem.change(of: state.timetable(of: problem)))
    for _ in 0..<40 {
      state.makeRandomMove(using: &generator)
      let afresh = problem.change(of: state.timetable(of: problem))
      try #require(state.cost == afresh)
      try #require(state.total() == afresh)
    }
  }

  @Test(arguments: SearchSample.allCases, 0..<10 as Range<UInt64>)
  func `a gate lets through what it admits and nothing else`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    for _ in 0..<200 {
      let session = Int(state.sessions[generator.below(state.sessions.count)])
      let place = state.domains.draw(session, using: &generator)
      let change = state.change(moving: session, to: place)
      let gate = Gate(hardWeight: 5, limit: Double(generator.below(30)))
      let before = state.cost
      let isMoved = state.move(session, to: place, through: gate)
      try #require(isMoved == gate.admits(change))
      try #require(state.cost == (isMoved ? before + change : before))
    }
  }
}

extension Problem {
  /// The cost by the readable definitions.
  fileprivate func change(of timetable: Timetable) -> Change {
    let cost = cost(of: timetable)
    return Change(hard: cost.hard, soft: cost.soft)
  }
}

extension State {
  /// Moves a session or exchanges two, whatever it costs.
  fileprivate mutating func makeRandomMove(using generator: inout SeededGenerator) {
    let first = Int(sessions[generator.below(sessions.count)])
    if generator.below(3) == 0 {
      let second = Int(sessions[generator.below(sessions.count)])
      let limit = generator.below(2) == 0 ? Double.infinity : 0
      if first != second, canExchange(first, second) {
        _ = exchange(first, second, through: Gate(hardWeight: 10, limit: limit))
      }
    } else {
      let place = domains.draw(first, using: &generator)
      move(first, to: place)
    }
  }
}

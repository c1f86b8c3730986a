import Curricula
import Testing

@testable import Timetabling

/// The moves of several sessions at once, held against the readable definitions.
@Suite struct MoveTests {
  @Test(arguments: [SearchSample.periods, .periodsByChoice], 0..<6 as Range<UInt64>)
  func `a Kempe chain costs what the timetable costs afresh`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    var chain = KempeChain(roomCount: problem.curriculum.rooms.count)
    var moved = 0
    for _ in 0..<120 {
      let session = Int(state.sessions[generator.below(state.sessions.count)])
      let block = Int32(generator.below(problem.blocks.count))
      guard block != state.board.places[session].block,
        chain.find(from: session, to: block, in: &state)
      else {
        let place = state.domains.draw(session, using: &generator)
        state.move(session, to: place)
        continue
      }
      let isMoved = try step(&state, problem) { state, gate in
        chain.move(in: &state, through: gate)
      }
      if isMoved { moved += 1 }
    }
    #expect(moved > 0)
  }

  @Test(arguments: [SearchSample.general, .odd], 0..<6 as Range<UInt64>)
  func `an exchange of two groups' blocks costs what the timetable costs afresh`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    var exchange = GroupExchange(sessionCount: problem.sessions.count)
    var moved = 0
    for _ in 0..<120 {
      let session = Int(state.sessions[generator.below(state.sessions.count)])
      guard exchange.draw(from: session, in: &state, using: &generator) else {
        let place = state.domains.draw(session, using: &generator)
        state.move(session, to: place)
        continue
      }
      let isMoved = try step(&state, problem) { state, gate in
        exchange.move(in: &state, through: gate)
      }
      if isMoved { moved += 1 }
    }
    #expect(moved > 0)
  }

  @Test(arguments: [SearchSample.general, .odd], 0..<6 as Range<UInt64>)
  func `an exchange in order costs what the timetable costs afresh`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    for index in 0..<100 {
      let first = Int(state.sessions[generator.below(state.sessions.count)])
      let second = Int(state.sessions[generator.below(state.sessions.count)])
      if first == second { continue }
      _ = try step(&state, problem) { state, gate in
        state.exchangeInOrder(first, second, keepingRooms: index % 2 == 0, through: gate)
      }
    }
  }

  /// Makes a move through a gate that is open or nearly shut, and holds the cost against the oracle.
  private func step(
    _ state: inout State,
    _ problem: Problem,
    _ move: (inout State, Gate) -> Bool
  ) throws -> Bool {
    let before = (cost: state.cost, timetable: state.timetable(of: problem).placements)
    // Every other move is let through whatever it costs.
    let isOpen = before.timetable.reduce(0) { $0 &+ $1.start } % 2 == 0
    let isMoved = move(&state, isOpen ? .open : Gate(hardWeight: 10, limit: 0))
    let timetable = state.timetable(of: problem)
    let cost = problem.cost(of: timetable)
    let afresh = Change(hard: cost.hard, soft: cost.soft)
    try #require(state.cost == afresh)
    try #require(state.total() == afresh)
    if !isMoved {
      try #require(state.cost == before.cost)
      try #require(timetable.placements == before.timetable)
    }
    return isMoved
  }
}

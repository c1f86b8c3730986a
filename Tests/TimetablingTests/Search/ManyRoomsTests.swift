import Curricula
import Diagnostics
import Testing

@testable import Timetabling

/// Programmes with more rooms than a word has bits, whose modules want one room each.
@Suite struct ManyRoomsTests {
  @Test(arguments: [65, 130], [1] as [UInt64])
  func `no module would save anything in another room`(rooms: Int, seed: UInt64) async throws {
    let problem = try programme(rooms: rooms)
    let found = await Search(problem).run(within: .moves(60_000), seed: seed)
    try #require(found.cost.hard == 0)
    // Exchanged rooms change nothing else.
    let judged = problem.with(
      constraints: problem.constraints.filter { ["seats", "one-room"].contains($0.origin.name) }
    )
    for module in problem.curriculum.modules.indices {
      for room in 0..<rooms {
        let other = exchanged(found.timetable, module, room)
        #expect(judged.cost(of: other).soft >= found.cost.soft, "module \(module) in room \(room)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a Kempe chain among many rooms costs what the timetable costs afresh`(
    seed: UInt64
  ) throws {
    let problem = try programme(rooms: 70)
    var generator = SeededGenerator(seed: seed)
    var state = State(CompiledProblem(problem), using: &generator)
    var chain = KempeChain(roomCount: 70)
    var moved = 0
    for _ in 0..<200 {
      let session = Int(state.sessions[generator.below(state.sessions.count)])
      let block = Int32(generator.below(problem.blocks.count))
      guard block != state.board.places[session].block,
        chain.find(from: session, to: block, in: &state),
        chain.move(in: &state, through: .open)
      else {
        let place = state.domains.draw(session, using: &generator)
        state.move(session, to: place)
        continue
      }
      moved += 1
      let cost = problem.cost(of: state.timetable(of: problem))
      try #require(state.cost == Change(hard: cost.hard, soft: cost.soft))
    }
    #expect(moved > 0)
  }

  @Test(arguments: [SearchSample.periods, .periodsByChoice, .general], 0..<4 as Range<UInt64>)
  func `an exchange of rooms costs what the timetable costs afresh`(
    sample: SearchSample,
    seed: UInt64
  ) throws {
    let problem = try sample.problem()
    let compiled = CompiledProblem(problem)
    var generator = SeededGenerator(seed: seed)
    var state = State(compiled, using: &generator)
    var exchange = RoomExchange(compiled.draft)
    var moved = 0
    for _ in 0..<200 {
      let session = Int(state.sessions[generator.below(state.sessions.count)])
      guard exchange.draw(from: session, in: &state, using: &generator),
        exchange.move(in: &state, through: .open)
      else {
        let place = state.domains.draw(session, using: &generator)
        state.move(session, to: place)
        continue
      }
      moved += 1
      let cost = problem.cost(of: state.timetable(of: problem))
      try #require(state.cost == Change(hard: cost.hard, soft: cost.soft))
    }
    #expect(moved > 0)
  }

  /// A timetable with all sessions of a module in a room, and those who were there in the rooms that
  /// the module leaves.
  private func exchanged(_ timetable: Timetable, _ module: Int, _ room: Int) -> Timetable {
    let problem = timetable.problem
    var placements = timetable.placements
    let members = placements.indices.filter {
      problem.sessions[placements[$0].session].module == module
    }
    for member in members {
      let left = placements[member].room
      let occupants = placements.indices.filter {
        placements[$0].block == placements[member].block && placements[$0].room == room
      }
      for occupant in occupants { placements[occupant].room = left }
      placements[member].room = room
    }
    return Timetable(of: problem, placements)
  }

  /// Thirty modules of four sessions in four periods, in rooms of many sizes.
  private func programme(rooms: Int) throws -> Problem {
    let groups = (0..<30).map { "  - {id: g\($0), name: Group, size: \(10 + $0 * 7 % 50)}\n" }
    let halls = (0..<rooms).map { "  - {id: r\($0), name: Room, seats: \(9 + $0 * 11 % 60)}\n" }
    let modules = (0..<30).map { module in
      "  - id: m\(module)\n    title: Module\n    sessions:\n"
        + (0..<4).map {
          "      - {id: s\(module * 4 + $0), title: S, kind: lecture, minutes: 60, "
            + "groups: [g\(module)]}\n"
        }.joined()
    }
    let text =
      """
      curriculum: rooms
      title: Rooms
      zone: UTC
      starts: 2026-03-02
      weeks: 1
      blocks:
        - {every: Monday, from: 09:00, to: 10:00}
        - {every: Tuesday, from: 09:00, to: 10:00}
        - {every: Wednesday, from: 09:00, to: 10:00}
        - {every: Thursday, from: 09:00, to: 10:00}
      groups:

      """ + groups.joined() + "rooms:\n" + halls.joined() + "modules:\n" + modules.joined()
        + """
        constraints:
          - seats: all sessions
            weight: 1
          - one-room: each module
            weight: 1

        """
    let source = SourceText(file: "rooms.yaml", text: text)
    return try Problem(Curriculum.parse(source).curriculum)
  }
}

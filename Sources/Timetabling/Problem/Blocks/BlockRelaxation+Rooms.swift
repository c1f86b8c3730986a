internal import Curricula

// In which room each session is, on whatever day, where that matters.
extension BlockRelaxation {
  /// For some sessions the rooms in which each can be, with the literals that it is there.
  typealias RoomChoices = [[(room: Int, literal: Literal)]]

  /// Requires that what a selection takes in for certain is in at most so many rooms.
  mutating func limitRooms(of selection: Selection, to most: Int, _ weight: Weight) {
    guard most >= 0, let choices = roomChoices() else { return }
    var byRoom: [Int: [Literal]] = [:]
    for session in members(certainlyIn: selection) {
      for (room, literal) in choices[session] { byRoom[room, default: []].append(literal) }
    }
    let used = byRoom.sorted { $0.key < $1.key }.map { any(of: $0.value) }
    require(used.map { Term(1, $0) }, atMost: most, weight)
  }

  /// The rooms of all sessions, entered when they are first asked for; `nil` where there are none, or
  /// too many.
  private mutating func roomChoices() -> RoomChoices? {
    if let known = knownRoomChoices { return known }
    let (rooms, blocks) = (problem.curriculum.rooms.count, problem.blocks.count)
    guard rooms > 0, problem.sessions.count * rooms * blocks <= Self.roomLimit else { return nil }
    let choices: RoomChoices = problem.sessions.indices.map { session in
      let rooms = placements.teams[session].reduce(into: Set<Int>()) {
        $0.formUnion(placements.rooms[$1])
      }
      return rooms.contains(-1)
        ? [] : rooms.sorted().map { (room: $0, literal: penalty.solver.variable()) }
    }
    knownRoomChoices = choices
    var taken: [[Int: [(session: Int, literal: Literal)]]] = Array(repeating: [:], count: blocks)
    for (session, own) in choices.enumerated() where !own.isEmpty {
      penalty.solver.require(own.map { Term(1, $0.literal) }, atMost: 1)
      for way in ways[session] {
        let open = own.filter {
          placements.isOpen($0.room, to: way.team, holding: session, in: way.block)
        }
        penalty.solver.require(anyOf: [!way.literal] + open.map(\.literal))
      }
      for block in problem.blocks.indices {
        guard let held = held(session, in: block) else { continue }
        for (room, literal) in own {
          let here = penalty.solver.variable()
          penalty.solver.require(anyOf: [!held, !literal, here])
          for part in self.taken(by: room) where takenRooms.contains(part) {
            taken[block][part, default: []].append((session, here))
          }
        }
      }
    }
    for (block, rooms) in taken.enumerated() {
      let minutes = problem.blocks[block].minutes
      for (_, sessions) in rooms.sorted(by: { $0.key < $1.key }) {
        let terms = sessions.map {
          Term(steps(in: problem.sessions[$0.session].minutes), $0.literal)
        }
        require(terms, atMost: steps(in: minutes), .hard)
        let long = sessions.filter { 2 * problem.sessions[$0.session].minutes > minutes }
        require(long.map { Term(1, $0.literal) }, atMost: 1, .hard)
      }
    }
    return choices
  }

  /// The sessions, times rooms and blocks, above which rooms are not told apart.
  private static let roomLimit = 30_000
}

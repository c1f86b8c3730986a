internal import Curricula

// What there is time for: in the rooms, and for whoever has one thing at a time.
extension BlockRelaxation {
  /// That sessions need rooms: in a block no more than the rooms that suit them have time for.
  mutating func limitRooms() {
    guard !problem.curriculum.rooms.isEmpty else { return }
    // Whoever needs several rooms at once takes the time of each.
    let choices = problem.sessions.indices.map { session in
      placements.teams[session].reduce(into: Set<Int>()) { $0.formUnion(placements.rooms[$1]) }
    }
    let rooms = choices.map { rooms in
      rooms.reduce(into: Set<Int>()) { $0.formUnion($1 < 0 ? [$1] : taken(by: $1)) }
    }
    let counts = choices.map { rooms in rooms.map { $0 < 0 ? 1 : taken(by: $0).count }.min() ?? 1 }
    let sets = Set(rooms + [rooms.reduce(into: []) { $0.formUnion($1) }])
      .sorted { ($0.count, $0.sorted().first ?? 0) < ($1.count, $1.sorted().first ?? 0) }
    for set in sets.prefix(Self.roomSets) {
      let members = problem.sessions.indices.filter {
        draft.isPlaced[$0] && rooms[$0].isSubset(of: set) && set.isSubset(of: takenRooms)
      }
      guard !members.isEmpty else { continue }
      var room = [Int](repeating: 0, count: problem.blocks.count)
      for block in problem.blocks.indices {
        let minutes = problem.blocks[block].minutes
        let open = set.count { room in
          members.contains { session in
            placements.teams[session].contains { team in
              placements.rooms[team].contains { choice in
                choice >= 0 && taken(by: choice).contains(room)
                  && placements.isOpen(choice, to: team, holding: session, in: block)
              }
            }
          }
        }
        room[block] = open * steps(in: minutes)
        let literals = members.compactMap { session in
          held(session, in: block).map { (session, $0) }
        }
        require(
          literals.map { Term(steps(of: $0) * counts[$0], $1) },
          atMost: room[block],
          .hard
        )
        let long = literals.filter { 2 * problem.sessions[$0.0].minutes > minutes }
        require(long.map { Term(counts[$0.0], $0.1) }, atMost: open, .hard)
      }
      requireTime(for: members, room)
    }
  }

  /// The sets of rooms that are looked at.
  private static let roomSets = 12

  /// The longest time that placements of which one is held at a time can take in a block.
  mutating func limitTime(of selection: Selection, _ capacity: (Block) -> Int) {
    for block in problem.blocks.indices {
      let terms = held(by: selection, in: [block]).map {
        Term(problem.sessions[$0.session].minutes, $0.literal)
      }
      require(terms, atMost: max(0, capacity(problem.blocks[block])), .hard)
    }
  }

  /// What is held one at a time takes no more steps of the grid than a block has.
  ///
  /// A session takes all of the step in which it ends, since the next one begins on the grid.
  mutating func limitSteps(of selection: Selection) {
    for block in problem.blocks.indices {
      let terms = held(by: selection, in: [block]).map { Term(steps(of: $0.session), $0.literal) }
      require(terms, atMost: steps(in: problem.blocks[block].minutes), .hard)
    }
    let certain = members(certainlyIn: selection)
    let packing = Packing(
      of: certain.map { problem.sessions[$0].minutes },
      grid: problem.curriculum.grid
    )
    requireTime(for: certain, problem.blocks.map { steps(in: packing.fill(of: $0.minutes)) })
    let usable = blocks(for: certain)
    if certain.count > usable.reduce(0, { $0 + packing.count(in: problem.blocks[$1].minutes) }) {
      penalty.solver.require(anyOf: [])
    }
  }

  /// That all blocks together have time for sessions.
  ///
  /// Clauses do not add limits up by themselves: they would go through the ways to fill blocks one by
  /// one.
  private mutating func requireTime(for sessions: [Int], _ capacities: [Int]) {
    let needed = sessions.reduce(0) { $0 + steps(of: $1) }
    if needed > blocks(for: sessions).reduce(0, { $0 + capacities[$1] }) {
      penalty.solver.require(anyOf: [])
    }
  }

  /// The blocks in which one of some sessions can be held.
  private func blocks(for sessions: [Int]) -> [Int] {
    problem.blocks.indices.filter { block in
      sessions.contains { held($0, in: block) != nil }
    }
  }

  /// The largest amount of what a selection takes in for which some blocks have time.
  func mostAmount(of selection: Selection, _ measure: Measure, in blocks: [Int]) -> Int {
    guard isOneAtATime(selection) else { return .max }
    let least = members(of: selection).map { problem.sessions[$0].minutes }.min() ?? 1
    return blocks.reduce(0) { amount, block in
      let minutes = problem.blocks[block].minutes
      return switch measure {
      case .minutes: amount.cappedSum(minutes)
      case .sessions: least > 0 ? amount.cappedSum(minutes / least) : .max
      }
    }
  }

  private func steps(of session: Int) -> Int { steps(in: problem.sessions[session].minutes) }

  private func steps(in minutes: Int) -> Int {
    (max(0, minutes) + problem.curriculum.grid - 1) / problem.curriculum.grid
  }
}

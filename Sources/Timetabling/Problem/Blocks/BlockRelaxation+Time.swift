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
      requireTime(for: members, members.map(steps(of:)), room)
    }
  }

  /// The sets of rooms that are looked at.
  private static let roomSets = 12

  /// The longest time that placements of which one is held at a time can take in a block.
  mutating func limitTime(of selection: Selection, _ capacity: (Block) -> Int) {
    let minutes = problem.blocks.map { max(0, capacity($0)) }
    for block in problem.blocks.indices {
      let terms = held(by: selection, in: [block]).map {
        Term(problem.sessions[$0.session].minutes, $0.literal)
      }
      require(terms, atMost: minutes[block], .hard)
    }
    if selection.isFixed { capacities.append((Set(members(certainlyIn: selection)), minutes)) }
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
    let fill = problem.blocks.map { packing.fill(of: $0.minutes) }
    // Minutes with minutes, and steps with steps: a block that sessions fill has steps left over.
    requireTime(for: certain, certain.map { problem.sessions[$0].minutes }, fill)
    let all = problem.blocks.map { steps(in: $0.minutes) }
    requireTime(for: certain, certain.map(steps(of:)), all)
    if selection.isFixed { capacities.append((Set(certain), fill)) }
    let usable = blocks(for: certain)
    if certain.count > usable.reduce(0, { $0 + packing.count(in: problem.blocks[$1].minutes) }) {
      penalty.solver.require(anyOf: [])
    }
  }

  /// That all blocks together have time for sessions, each of which takes an amount.
  ///
  /// Clauses do not add limits up by themselves: they would go through the ways to fill blocks one by
  /// one.
  private mutating func requireTime(
    for sessions: [Int],
    _ amounts: [Int],
    _ capacities: [Int]
  ) {
    if amounts.reduce(0, +) > blocks(for: sessions).reduce(0, { $0 + capacities[$1] }) {
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

  /// The steps of the grid that so many minutes take.
  func steps(in minutes: Int) -> Int {
    (max(0, minutes) + problem.curriculum.grid - 1) / problem.curriculum.grid
  }
}

// What there is time for where sessions stay together.
extension BlockRelaxation {
  /// Sessions that are to be held in one block, day or week.
  struct Bundle: Sendable {
    let sessions: [Int]
    let bucket: Bucket
    /// For each bucket the literal that one of them is held there.
    let used: [Literal?]
    /// Where none of these is true, they stay together; none where they have to.
    let breaches: [Literal]
  }

  /// That sessions which stay together find time in the bucket in which they are held.
  ///
  /// It follows from what there is time for in each block, but only by adding that up for all sessions
  /// of a bundle, which clauses do not do by themselves.
  mutating func limitBundles() {
    for index in exclusions {
      let selection = problem.constraints[index].shape.selection
      guard selection.isFixed else { continue }
      let row = members(certainlyIn: selection)
      guard row.count > 1 else { continue }
      var minutes = problem.blocks.map(\.minutes)
      for capacity in capacities where capacity.sessions.isSuperset(of: row) {
        for block in minutes.indices {
          minutes[block] = min(minutes[block], capacity.minutes[block])
        }
      }
      for bucket in Bucket.allCases {
        limitBundles(of: row, bucket, bundles.filter { $0.bucket == bucket }, minutes)
      }
    }
  }

  private mutating func limitBundles(
    of row: [Int],
    _ bucket: Bucket,
    _ bundles: [Bundle],
    _ minutes: [Int]
  ) {
    var rest = Set(row)
    var own: [(bundle: Bundle, minutes: Int)] = []
    for bundle in bundles {
      // What is in two bundles counts in one of them.
      let shared = bundle.sessions.filter(rest.contains)
      guard shared.count > 1 else { continue }
      own.append((bundle, shared.reduce(0) { $0 + problem.sessions[$1].minutes }))
      rest.subtract(shared)
    }
    guard !own.isEmpty else { return }
    for (place, blocks) in buckets(bucket).enumerated() {
      var terms: [Term] = []
      for (bundle, minutes) in own {
        guard let used = bundle.used[place] else { continue }
        terms.append(Term(minutes, together(used, unless: bundle.breaches)))
      }
      for session in rest.sorted() {
        for block in blocks {
          guard let literal = held(session, in: block) else { continue }
          terms.append(Term(problem.sessions[session].minutes, literal))
        }
      }
      require(terms, atMost: blocks.reduce(0) { $0 + minutes[$1] }, .hard)
    }
  }

  /// A literal that is true where a bundle is held and none of its breaches is true.
  private mutating func together(_ used: Literal, unless breaches: [Literal]) -> Literal {
    guard !breaches.isEmpty else { return used }
    let literal = penalty.solver.variable()
    penalty.solver.require(anyOf: [!used, literal] + breaches)
    return literal
  }
}

/// One chain of simulated annealing.
struct Annealing: ~Copyable {
  private var state: State
  private var generator: SeededGenerator
  private let quantiles = ExponentialQuantiles()
  private let chain: Int
  private var bestPlaces: FlatTable<Place>
  /// The least cost so far.
  private(set) var best: Change
  /// The trial changes judged so far.
  private(set) var moves = 0
  private var hardWeight = 50.0
  private var temperature = 10.0
  private var accepted = 0
  /// Whether the state is cheaper than the best places kept.

  init(_ compiled: CompiledProblem, seed: UInt64, chain: Int) {
    generator = SeededGenerator(seed: seed, stream: UInt64(chain))
    self.chain = chain
    state = State(compiled, using: &generator)
    bestPlaces = FlatTable(
      repeating: Place(block: 0, start: 0, room: -1, team: 0),
      count: compiled.draft.isPlaced.count
    )
    best = .none
    keepBest()
  }

  /// The best timetable so far.
  func bestTimetable(of problem: Problem) -> Timetable {
    Timetable(
      of: problem,
      (0..<bestPlaces.count).compactMap { session in
        state.board.isPlaced[session]
          ? state.board.placement(of: session, at: bestPlaces[session]) : nil
      }
    )
  }

  /// Searches until the pace ends.
  mutating func run(_ pace: Pace, progress: (SearchProgress) -> Void) {
    guard !state.sessions.isEmpty else { return }
    let first = 20.0
    let last = 0.16
    let cooling = 0.99
    let levels = Int(naturalLogarithm(first / last) / -naturalLogarithm(cooling)) + 1
    var level = 0
    temperature = first
    var share = 0.0
    while share < 1, best != .none {
      let remaining = share > 0 ? Double(moves) * (1 - share) / share : 1e7
      let tries = max(1, Int(remaining / Double(max(1, levels - level))))
      let limit = max(1, Int(0.034 * Double(tries)))
      accepted = 0
      var done = 0
      while done < tries, accepted < limit, share < 1 {
        let batch = min(Pace.interval, tries - done)
        makeMoves(batch)
        done += batch
        share = pace.share(after: moves)
      }
      if level < levels - 1 {
        level += 1
        temperature *= cooling
      }
    }
  }

  private mutating func makeMoves(_ count: Int) {
    for _ in 0..<count { makeMove() }
    moves += count
  }

  @inline(__always)
  private mutating func makeMove() {
    let word = generator.next()
    let other = generator.next()
    let gate = Gate(hardWeight: hardWeight, limit: temperature * quantiles[other])
    let session = Int(state.sessions[Self.scale(word >> 32, state.sessions.count)])
    var place = state.board.places[session]
    if state.domains.teamCount(session) > 1, other >> 12 & 7 == 0 {
      place.team = Int32(state.domains.drawTeam(session, using: &generator))
    }
    let time = state.domains.time(Int(place.team), word & 0xFFFF_FFFF, using: &generator)
    place.block = time.block
    place.start = time.start
    place.room = state.domains.room(Int(place.team), other >> 32)
    var isMade = false
    if state.hasPeriods, place.room >= 0 {
      let occupant = state.periodClashes.occupant(block: place.block, room: place.room)
      if occupant == session { return }
      if occupant >= 0 {
        if !state.canExchange(session, occupant) { return }
        isMade = state.exchange(session, occupant, through: gate)
      } else {
        isMade = state.move(session, to: place, through: gate)
      }
    } else {
      isMade = state.move(session, to: place, through: gate)
    }
    if isMade {
      accepted &+= 1
      if isBestStale,
        before.hard < state.cost.hard
          || before.hard == state.cost.hard && before.soft < state.cost.soft
      {
        // TODO
      }
      if state.cost.hard < best.hard || state.cost.hard == best.hard && state.cost.soft < best.soft
      {
        keepBest()
      }
    }
  }

  private mutating func keepBest() {
    best = state.cost
    for session in 0..<bestPlaces.count { bestPlaces[session] = state.board.places[session] }
  }

  @inline(__always)
  private static func scale(_ word: UInt64, _ bound: Int) -> Int {
    Int(truncatingIfNeeded: (word &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }
}

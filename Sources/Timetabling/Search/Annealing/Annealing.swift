/// One chain of simulated annealing.
struct Annealing: ~Copyable {
  var state: State
  var generator: SeededGenerator
  let quantiles = ExponentialQuantiles()
  var chainMove: KempeChain
  var groupMove: GroupExchange
  var roomMove: RoomExchange
  private(set) var best: BestPlaces
  /// The trial changes judged so far.
  private(set) var moves = 0
  /// The soft penalty that a unit of hard excess stands for at present.
  var hardWeight: Double
  var temperature: Double
  var accepted = 0
  private let schedule: Schedule
  private let chain: Int
  private let goal: Goal
  private let progress: @Sendable (SearchProgress) -> Void
  /// The cost of which was told last.
  private var told: Change?

  /// Makes a chain ready.
  ///
  /// - Parameters:
  ///   - compiled: The problem.
  ///   - places: Where to begin; where sessions have none, or one that is not allowed, one is drawn.
  ///   - generator: The source of chance.
  ///   - chain: Which chain it is, for those who are told of its progress.
  ///   - goal: The cost at which there is nothing left to do.
  ///   - progress: Told of every cheaper timetable, though not oftener than the pace is asked.
  init(
    _ compiled: CompiledProblem,
    startingFrom places: [Place?],
    using generator: SeededGenerator,
    chain: Int,
    goal: Goal,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) {
    var generator = generator
    var state = State(compiled, startingFrom: places, using: &generator)
    best = BestPlaces(&state)
    schedule = Schedule(samplingFrom: &state, using: &generator)
    hardWeight = schedule.hardWeight
    temperature = schedule.first
    chainMove = KempeChain(roomCount: state.counters.periodClashes.roomCount)
    groupMove = GroupExchange(sessionCount: state.board.sessionCount)
    roomMove = RoomExchange(compiled.draft)
    self.state = state
    self.generator = generator
    self.chain = chain
    self.goal = goal
    self.progress = progress
    best.take(&self.state)
  }

  /// Anneals a few times from timetables drawn at random, the first from where the chain is, until a
  /// share of the budget is used up.
  mutating func begin(_ pace: Pace, until end: Double, times steps: Int = Schedule.beginnings) {
    let start = pace.start
    for step in 1...steps where !isDone {
      if step > 1 { scatter() }
      let share = start + (end - start) * Double(step) / Double(steps)
      anneal(from: schedule.first, until: share, pace)
    }
  }

  /// Anneals a few times from the best so far, at lower temperatures.
  mutating func goOn(_ pace: Pace, until end: Double) {
    let steps = Schedule.continuations
    for step in 1...steps where !isDone {
      best.restore(&state)
      let share = pace.start + (end - pace.start) * Double(step) / Double(steps)
      anneal(from: schedule.again, until: share, pace)
    }
  }

  /// Lets sets that want one room move to other ones as long as any such exchange saves something; a
  /// chain that was stopped before it began does nothing.
  ///
  /// - Complexity: O(sessions in sets × rooms) for each round; a round follows where one saved
  ///   something.
  mutating func settleRooms() {
    guard moves > 0 else { return }
    best.restore(&state)
    let gate = Gate(hardWeight: 0x1p40, limit: -0.5)
    let most = moves + Self.settlingLimit
    var isSettled = false
    while !isSettled, !isDone, moves < most {
      isSettled = true
      for set in 0..<roomMove.setCount {
        for room in 0..<Int32(truncatingIfNeeded: roomMove.roomCount)
        where roomMove.find(set, to: room, in: &state) {
          moves += 1
          guard roomMove.move(in: &state, through: gate) else { continue }
          keepIfBest()
          isSettled = false
        }
      }
    }
    tell()
  }

  /// The exchanges of rooms after which no other round begins: some seconds at most.
  private static let settlingLimit = 1 << 22

  /// Whether nothing better can come.
  private var isDone: Bool { goal.isReached(at: best.cost, by: chain) }

  /// Draws a place for every session.
  private mutating func scatter() {
    for index in 0..<state.sessions.count {
      let session = Int(state.sessions[index])
      state.move(session, to: state.domains.draw(session, using: &generator))
    }
  }

  /// Cools down from a temperature to the last.
  ///
  /// Each level has its part of the moves that are left; it ends early when many were accepted, and
  /// leaves the rest to the colder levels.
  private mutating func anneal(from first: Double, until end: Double, _ pace: Pace) {
    let levels = schedule.levels(from: first)
    var level = 0
    var share = pace.share(after: moves)
    temperature = first
    hardWeight = schedule.hardWeight
    while share < end, !isDone {
      let left = pace.moves(until: end, after: moves, at: share)
      let tries = max(1, left / (levels - level))
      let limit = max(1, Int(Schedule.acceptance * Double(tries)))
      accepted = 0
      var made = 0
      while made < tries, accepted < limit, share < end, !isDone {
        let batch = min(Pace.interval, tries - made)
        makeMoves(batch)
        moves += batch
        made += batch
        share = pace.share(after: moves)
        tell()
      }
      if level < levels - 1 {
        level += 1
        temperature *= Schedule.cooling
        adaptHardWeight()
      }
    }
  }

  /// Lets hard violations that outlast the heat count more and more.
  private mutating func adaptHardWeight() {
    guard temperature * 50 < schedule.hardWeight else { return }
    if state.cost.hard > goal.hard {
      hardWeight = min(hardWeight * 1.02, schedule.hardWeight * 1000)
    } else {
      hardWeight = max(hardWeight / 1.02, schedule.hardWeight)
    }
  }

  @inline(__always)
  mutating func keepIfBest() {
    if state.cost.hard < best.cost.hard
      || state.cost.hard == best.cost.hard && state.cost.soft < best.cost.soft
    {
      best.take(&state)
    }
  }

  private mutating func tell() {
    guard best.cost != told else { return }
    told = best.cost
    progress(
      SearchProgress(
        chain: chain,
        moves: moves,
        cost: Cost(hard: best.cost.hard, soft: best.cost.soft)
      )
    )
  }
}

extension Schedule {
  /// The number of moves judged to take a problem's measure.
  private static let samples = 1000

  /// Takes the measure of a problem after a short descent; the state is left where that led.
  init(samplingFrom state: inout State, using generator: inout SeededGenerator) {
    var soft: [Int] = []
    var hard: [Int] = []
    let count = state.sessions.count
    if count > 0 {
      let gate = Gate(hardWeight: 0x1p40, limit: 0)
      for _ in 0..<min(50 * count, 100_000) {
        let session = Int(state.sessions[generator.below(count)])
        let place = state.domains.draw(session, using: &generator)
        _ = state.move(session, to: place, through: gate)
      }
      for _ in 0..<Self.samples {
        let session = Int(state.sessions[generator.below(count)])
        let place = state.domains.draw(session, using: &generator)
        let change = state.change(moving: session, to: place)
        if change.soft != 0 { soft.append(abs(change.soft)) }
        if change.hard != 0 { hard.append(abs(change.hard)) }
      }
    }
    self.init(soft: soft, hard: hard)
  }
}

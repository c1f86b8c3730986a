internal import Curricula

/// Where every session is held, and the cost of it, kept up to date move by move.
struct State: ~Copyable {
  var board: Board
  let domains: Domains
  var cost: Change
  /// The sessions that are placed.
  let sessions: FlatTable<Int32>
  /// Whether every block holds one session of any resource.
  let hasPeriods: Bool
  /// Whether two sessions that exchange places are judged at once.
  let exchangesAtOnce: Bool
  /// Whether whole days have to be looked through for some constraint.
  private let hasPatterns: Bool
  /// Whether all sessions of a selection that is to have none alone clash with one another.
  let chainsAtOnce: Bool
  /// For each session the most that a move of it can save in what is judged last.
  private let slack: FlatTable<Change>
  var placements: PlacementCounters
  var periodClashes: PeriodClashCounters
  var clashes: ClashCounters
  private var orders: OrderCounters
  private var loads: LoadCounters
  var distincts: DistinctCounters
  private var spans: SpanCounters
  private var aparts: ApartCounters
  var isolations: IsolationCounters
  private var sequences: SequenceCounters
  private var others: OtherCounters
  private let constant: Change
  /// The sessions that moved since they were last forgotten.
  var moved: MovedSessions

  /// Compiles a problem's constraints, and holds every session at a place given, or at one drawn.
  ///
  /// - Parameters:
  ///   - compiled: The problem.
  ///   - places: For each session its place; `nil`, or one not allowed, for one to be drawn. Empty for
  ///     all to be drawn.
  ///   - generator: The source of chance.
  init(
    _ compiled: CompiledProblem,
    startingFrom places: [Place?] = [],
    using generator: inout SeededGenerator
  ) {
    let draft = compiled.draft
    let problem = draft.problem
    let grid = problem.curriculum.grid
    let isolated = draft.dividedIsolations
    let periods = PeriodClashes(draft)
    let rest = periods?.rest ?? (selections: draft.clashes.things, levels: draft.clashes.levels)
    let sequences = isolated.rest + draft.sequences
    hasPeriods = periods != nil
    let clashing = Set(draft.clashes.things)
    chainsAtOnce = isolated.simple.allSatisfy(clashing.contains)
    exchangesAtOnce =
      periods?.trainers.isEmpty == true && rest.selections.isEmpty && draft.orders.isEmpty
      && draft.loads.isEmpty && draft.spans.isEmpty && draft.aparts.isEmpty
      && sequences.isEmpty && draft.others.isEmpty
      && draft.distincts.allSatisfy { $0.form.selection.isFixed }
    let board = Board(draft)
    placements = PlacementCounters(compiled.placements, grid: grid)
    periodClashes = PeriodClashCounters(periods, draft, board)
    clashes = ClashCounters(draft, of: rest.selections, rest.levels, board)
    orders = OrderCounters(draft)
    loads = LoadCounters(draft, board)
    distincts = DistinctCounters(draft, board)
    spans = SpanCounters(draft, board)
    aparts = ApartCounters(draft, board)
    isolations = IsolationCounters(draft, of: isolated.simple, isolated.levels, board)
    self.sequences = SequenceCounters(draft, of: sequences, board)
    others = OtherCounters(draft)
    hasPatterns = !draft.spans.isEmpty || !sequences.isEmpty
    self.board = board
    domains = Domains(compiled.placements, blockCount: problem.blocks.count, grid: grid)
    sessions = FlatTable(
      problem.sessions.indices.filter { draft.isPlaced[$0] }.map { Int32($0) }
    )
    constant = draft.constant
    slack = FlatTable(draft.slack(isolated.simple, isolated.levels))
    moved = MovedSessions(limit: max(256, problem.sessions.count / 4))
    cost = .none
    for index in 0..<sessions.count {
      let session = Int(sessions[index])
      var place = domains.draw(session, using: &generator)
      if session < places.count, let given = places[session],
        domains.allows(given, of: session)
      {
        place = given
      }
      add(session, at: place)
      self.board.places[session] = place
    }
    cost = total()
  }
}

// MARK: - Judging

extension State {
  /// What moving a session to a place would add to the cost.
  mutating func change(moving session: Int, to: Place) -> Change {
    let from = board.places[session]
    return firstChange(moving: session, from: from, to: to)
      + countedChange(moving: session, from: from, to: to)
      + (hasPatterns ? patternChange(moving: session, from: from, to: to) : .none)
  }

  /// The same, or `nil` where the gate is closed to it; most moves are refused half-way.
  @inline(__always)
  private mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    through gate: Gate
  ) -> Change? {
    let first = firstChange(moving: session, from: from, to: to)
    if !gate.admits(first - slack[session]) { return nil }
    var change = first + countedChange(moving: session, from: from, to: to)
    if hasPatterns {
      let most = mostSavedByPatterns(moving: session, from: from, to: to)
      if !gate.admits(change - most) { return nil }
      change += patternChange(moving: session, from: from, to: to)
    }
    return gate.admits(change) ? change : nil
  }

  /// What forbids most moves, and costs little to look up.
  @inline(__always)
  private mutating func firstChange(moving session: Int, from: Place, to: Place) -> Change {
    var sum = Change.none
    if hasPeriods {
      sum += periodClashes.change(moving: session, from: from, to: to, on: &board)
    }
    if !placements.isEmpty {
      sum += placements.change(moving: session, from: from, to: to, on: &board)
    }
    if !orders.isEmpty {
      sum += orders.change(moving: session, from: from, to: to, on: &board)
    }
    if !clashes.isEmpty {
      sum += clashes.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// What is counted one by one.
  @inline(__always)
  private mutating func countedChange(moving session: Int, from: Place, to: Place) -> Change {
    var sum = Change.none
    if !distincts.isEmpty {
      sum += distincts.change(moving: session, from: from, to: to, on: &board)
    }
    if !isolations.isEmpty {
      sum += isolations.change(moving: session, from: from, to: to, on: &board)
    }
    if !loads.isEmpty {
      sum += loads.change(moving: session, from: from, to: to, on: &board)
    }
    if !aparts.isEmpty {
      sum += aparts.change(moving: session, from: from, to: to, on: &board)
    }
    if !others.isEmpty {
      sum += others.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// What whole days, or all of them, have to be looked through for.
  private mutating func patternChange(moving session: Int, from: Place, to: Place) -> Change {
    var sum = Change.none
    if !spans.isEmpty {
      sum += spans.change(moving: session, from: from, to: to, on: &board)
    }
    if !sequences.isEmpty {
      sum += sequences.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// The most that ``patternChange(moving:from:to:)`` can save: what is there to be saved.
  private mutating func mostSavedByPatterns(
    moving session: Int,
    from: Place,
    to: Place
  ) -> Change {
    var sum = Change.none
    if !spans.isEmpty {
      sum += spans.mostSaved(moving: session, from: from, to: to, on: &board)
    }
    if !sequences.isEmpty {
      sum += sequences.mostSaved(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }
}

// MARK: - Moving

extension State {
  /// Moves a session where the gate is open to it.
  ///
  /// - Returns: Whether it was moved.
  @inline(__always)
  mutating func move(_ session: Int, to: Place, through gate: Gate) -> Bool {
    let from = board.places[session]
    guard let change = change(moving: session, from: from, to: to, through: gate) else {
      return false
    }
    hold(session, at: to)
    cost += change
    moved.keep(session)
    return true
  }

  /// Moves a session, whatever it costs.
  mutating func move(_ session: Int, to: Place) {
    cost += change(moving: session, to: to)
    hold(session, at: to)
    moved.keep(session)
  }

  /// Lets two sessions exchange their times and rooms, where the gate is open to it.
  ///
  /// The caller has made sure that both are allowed where they go.
  ///
  /// - Returns: Whether they were exchanged.
  @inline(__always)
  mutating func exchange(_ first: Int, _ second: Int, through gate: Gate) -> Bool {
    let one = board.places[first]
    let other = board.places[second]
    let toOther = Place(block: other.block, start: other.start, room: other.room, team: one.team)
    let toOne = Place(block: one.block, start: one.start, room: one.room, team: other.team)
    guard exchangesAtOnce else {
      return exchange(first, to: toOther, second, to: toOne, through: gate)
    }
    var change = Change.none
    if one.block != other.block {
      change = periodClashes.change(
        exchanging: first,
        at: one,
        with: second,
        at: other,
        on: &board
      )
    }
    change += placements.change(moving: first, from: one, to: toOther, on: &board)
    change += placements.change(moving: second, from: other, to: toOne, on: &board)
    if !gate.admits(change - slack[first] - slack[second]) { return false }
    change += distincts.change(exchanging: first, at: one, with: second, at: other, on: &board)
    if one.block != other.block {
      change += isolations.change(
        exchanging: first,
        at: one,
        with: second,
        at: other,
        on: &board
      )
    }
    if !gate.admits(change) { return false }
    hold(first, at: toOther)
    hold(second, at: toOne)
    cost += change
    moved.keep(first)
    moved.keep(second)
    return true
  }

  /// Moves two sessions, judged one after the other, where the gate is open to both together.
  ///
  /// - Returns: Whether they were moved.
  mutating func exchange(
    _ first: Int,
    to toOther: Place,
    _ second: Int,
    to toOne: Place,
    through gate: Gate
  ) -> Bool {
    let from = board.places[first]
    var change = change(moving: first, to: toOther)
    hold(first, at: toOther)
    change += self.change(moving: second, to: toOne)
    guard gate.admits(change) else {
      hold(first, at: from)
      return false
    }
    hold(second, at: toOne)
    cost += change
    moved.keep(first)
    moved.keep(second)
    return true
  }

  /// Shows a session at a place, without asking what it costs, nor keeping that it moved.
  mutating func hold(_ session: Int, at place: Place) {
    remove(session, at: board.places[session])
    add(session, at: place)
    board.places[session] = place
  }

  private mutating func add(_ session: Int, at place: Place) {
    if hasPeriods { periodClashes.add(session, at: place, on: &board) }
    if !clashes.isEmpty { clashes.add(session, at: place, on: &board) }
    if !distincts.isEmpty { distincts.add(session, at: place, on: &board) }
    if !isolations.isEmpty { isolations.add(session, at: place, on: &board) }
    if !loads.isEmpty { loads.add(session, at: place, on: &board) }
    if !spans.isEmpty { spans.add(session, at: place, on: &board) }
    if !aparts.isEmpty { aparts.add(session, at: place, on: &board) }
    if !sequences.isEmpty { sequences.add(session, at: place, on: &board) }
  }

  private mutating func remove(_ session: Int, at place: Place) {
    if hasPeriods { periodClashes.remove(session, at: place, on: &board) }
    if !clashes.isEmpty { clashes.remove(session, at: place, on: &board) }
    if !distincts.isEmpty { distincts.remove(session, at: place, on: &board) }
    if !isolations.isEmpty { isolations.remove(session, at: place, on: &board) }
    if !loads.isEmpty { loads.remove(session, at: place, on: &board) }
    if !spans.isEmpty { spans.remove(session, at: place, on: &board) }
    if !aparts.isEmpty { aparts.remove(session, at: place, on: &board) }
    if !sequences.isEmpty { sequences.remove(session, at: place, on: &board) }
  }

  /// The cost by what the counters hold.
  mutating func total() -> Change {
    var sum = constant
    if hasPeriods { sum += periodClashes.total(on: &board) }
    sum += placements.total(on: &board)
    sum += orders.total(on: &board)
    sum += clashes.total(on: &board)
    sum += distincts.total(on: &board)
    sum += isolations.total(on: &board)
    sum += loads.total(on: &board)
    sum += spans.total(on: &board)
    sum += aparts.total(on: &board)
    sum += sequences.total(on: &board)
    sum += others.total(on: &board)
    return sum
  }
}

// MARK: - Looking

extension State {
  /// The timetable that the state stands for.
  func timetable(of problem: Problem) -> Timetable { board.timetable(of: problem) }

  /// Whether two sessions are allowed where the other is.
  @inline(__always)
  func canExchange(_ first: Int, _ second: Int) -> Bool {
    let one = board.places[first]
    let other = board.places[second]
    return domains.allows(one.team, block: other.block, start: other.start)
      && domains.allows(other.team, block: one.block, start: one.start)
      && domains.allows(one.team, room: other.room)
      && domains.allows(other.team, room: one.room)
  }
}

internal import Curricula

/// Where every session is held, and the cost of it, kept up to date move by move.
struct State: ~Copyable {
  var board: Board
  let domains: Domains
  var cost: Change
  /// The sessions that are placed.
  let sessions: FlatTable<Int32>
  /// For each session the most that a move of it can save in what is judged last.
  private let slack: FlatTable<Change>
  /// What all shapes keep up to date.
  var counters: AllCounters
  /// The sessions that moved since they were last forgotten.
  var moved: MovedSessions

  /// Compiles a problem's constraints, and holds every session at its place given, or at one drawn where
  /// it has none, or one that is not allowed.
  init(
    _ compiled: CompiledProblem,
    startingFrom places: [Place?] = [],
    using generator: inout SeededGenerator
  ) {
    let draft = compiled.draft
    let problem = draft.problem
    let grid = problem.curriculum.grid
    let board = Board(draft)
    counters = AllCounters(compiled, board)
    self.board = board
    domains = Domains(compiled.placements, blockCount: problem.blocks.count, grid: grid)
    sessions = FlatTable(
      problem.sessions.indices.filter { draft.isPlaced[$0] }.map { Int32($0) }
    )
    slack = FlatTable(draft.slack)
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
      counters.count(session, at: place, 1, on: &self.board)
      self.board.places[session] = place
    }
    cost = total()
  }
}

// MARK: - Judging

extension State {
  /// What moving a session to a place would add to the cost.
  mutating func change(moving session: Int, to: Place) -> Change {
    let move = move(of: session, to: to)
    var change =
      counters.firstChange(by: move, on: &board) + counters.countedChange(by: move, on: &board)
    if counters.hasPatterns { change += counters.patternChange(by: move, on: &board) }
    return change
  }

  /// The same, or `nil` where the gate is closed to it; most moves are refused half-way.
  @inline(__always)
  private mutating func change(by move: Move, through gate: Gate) -> Change? {
    let first = counters.firstChange(by: move, on: &board)
    if !gate.admits(first - slack[move.session]) { return nil }
    var change = first + counters.countedChange(by: move, on: &board)
    if counters.hasPatterns {
      let most = counters.mostSavedByPatterns(by: move, on: &board)
      if !gate.admits(change - most) { return nil }
      change += counters.patternChange(by: move, on: &board)
    }
    return gate.admits(change) ? change : nil
  }

  /// The move of a session from where it is.
  @inline(__always)
  func move(of session: Int, to: Place) -> Move {
    Move(session: session, from: board.places[session], to: to)
  }
}

// MARK: - Moving

extension State {
  /// Moves a session where the gate is open to it.
  ///
  /// - Returns: Whether it was moved.
  @inline(__always)
  mutating func move(_ session: Int, to: Place, through gate: Gate) -> Bool {
    guard let change = change(by: move(of: session, to: to), through: gate) else { return false }
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
    guard counters.exchangesAtOnce else {
      return exchange(first, to: toOther, second, to: toOne, through: gate)
    }
    let there = Move(session: first, from: one, to: toOther)
    let back = Move(session: second, from: other, to: toOne)
    var change = Change.none
    if one.block != other.block {
      change = counters.periodClashes.change(by: there, and: back, on: &board)
    }
    change += counters.placements.change(by: there, on: &board)
    change += counters.placements.change(by: back, on: &board)
    if !gate.admits(change - slack[first] - slack[second]) { return false }
    change += counters.countedChange(by: there, and: back, on: &board)
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
    counters.count(session, at: board.places[session], -1, on: &board)
    counters.count(session, at: place, 1, on: &board)
    board.places[session] = place
  }

  /// The cost by what the counters hold.
  mutating func total() -> Change { counters.total(on: &board) }
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

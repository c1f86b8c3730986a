/// What single placements cost by themselves.
///
/// Nothing is counted: the cost of a place is looked up.
struct PlacementCounters: ~Copyable, Counters {
  private let byBlock: CostRows
  private let byStart: CostRows
  private let byRoom: CostRows
  private let byBlockAndRoom: CostRows
  /// For each session the class of its minutes.
  private let classOf: FlatTable<Int32>
  /// For each class and room what it costs to be there at a time.
  private let roomByBlock: CostRows
  private let roomByStart: CostRows
  private let startBase: FlatTable<Int32>
  private let roomCount: Int
  private let grid: Int32
  private let hasLoose: Bool
  private let loose: [[PlacementTerms.Term]]

  init(_ draft: PlacementDraft, grid: Int) {
    byBlock = CostRows(draft.byBlock)
    byStart = CostRows(draft.byStart)
    byRoom = CostRows(draft.byRoom)
    byBlockAndRoom = CostRows(draft.byBlockAndRoom)
    classOf = FlatTable(draft.roomTimes.classOf.map { Int32($0) })
    roomByBlock = CostRows(draft.roomTimes.byBlock)
    roomByStart = CostRows(draft.roomTimes.byStart)
    startBase = FlatTable(draft.startBase.map { Int32($0) })
    roomCount = draft.byRoom.width
    self.grid = Int32(grid)
    loose = draft.loose
    hasLoose = draft.loose.contains { !$0.isEmpty }
  }

  var isEmpty: Bool {
    byBlock.isEmpty && byStart.isEmpty && byRoom.isEmpty && byBlockAndRoom.isEmpty
      && roomByBlock.isEmpty && roomByStart.isEmpty && !hasLoose
  }

  @inline(__always)
  mutating func change(by move: Move, on board: inout Board) -> Change {
    cost(of: move.session, at: move.to, on: &board)
      - cost(of: move.session, at: move.from, on: &board)
  }

  @inline(__always)
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {}

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for session in 0..<board.sessionCount where board.isPlaced[session] {
      sum += cost(of: session, at: board.places[session], on: &board)
    }
    return sum
  }

  /// What a session costs at a place.
  @inline(__always)
  mutating func cost(of session: Int, at place: Place, on board: inout Board) -> Change {
    var sum = Change.none
    let (block, room, team) = (Int(place.block), Int(place.room), Int(place.team))
    if !byBlock.isEmpty { sum += byBlock.cost(of: team, at: block) }
    if !byRoom.isEmpty { sum += byRoom.cost(of: team, at: room) }
    if !byStart.isEmpty { sum += byStart.cost(of: team, at: start(place, on: &board)) }
    if room >= 0, !roomByBlock.isEmpty || !roomByStart.isEmpty {
      let cell = Int(classOf[session]) &* roomCount &+ room
      if !roomByBlock.isEmpty { sum += roomByBlock.cost(of: cell, at: block) }
      if !roomByStart.isEmpty { sum += roomByStart.cost(of: cell, at: start(place, on: &board)) }
    }
    if !byBlockAndRoom.isEmpty {
      sum += byBlockAndRoom.cost(of: team, at: block &* roomCount &+ room)
    }
    if hasLoose { sum += looseCost(of: session, at: place, on: &board) }
    return sum
  }

  /// The index of a start in a row by start.
  @inline(__always)
  private func start(_ place: Place, on board: inout Board) -> Int {
    Int(startBase[place.block] &+ (place.start &- board.blockStart[place.block]) / grid)
  }

  private mutating func looseCost(
    of session: Int,
    at place: Place,
    on board: inout Board
  ) -> Change {
    guard !loose[session].isEmpty else { return .none }
    let placement = board.placement(of: session, at: place)
    return loose[session].cost(of: placement)
  }
}

/// What things cost, by rows of one width of which each has one or none.
private struct CostRows: ~Copyable {
  private let rowOf: FlatTable<Int32>
  private let values: FlatTable<Change>
  private let width: Int

  init(_ tables: PlacementDraft.Tables) {
    rowOf = FlatTable(tables.rowOf)
    values = FlatTable(tables.values)
    width = tables.width
  }

  var isEmpty: Bool { values.isEmpty }

  @inline(__always)
  func cost(of thing: Int, at column: Int) -> Change {
    let row = Int(rowOf[thing])
    return row < 0 ? .none : values[row &* width &+ column]
  }
}

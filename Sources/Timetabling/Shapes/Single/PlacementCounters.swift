/// What single placements cost by themselves.
///
/// Nothing is counted: the cost of a place is looked up.
struct PlacementCounters: ~Copyable, Counters {
  private let blockRow: FlatTable<Int32>
  private let startRow: FlatTable<Int32>
  private let roomRow: FlatTable<Int32>
  private let blockAndRoomRow: FlatTable<Int32>
  private let byBlock: FlatTable<Change>
  private let byStart: FlatTable<Change>
  private let byRoom: FlatTable<Change>
  private let byBlockAndRoom: FlatTable<Change>
  /// For each session the class of its minutes.
  private let classOf: FlatTable<Int32>
  /// For each class and room its row; -1 for none.
  private let roomBlockRow: FlatTable<Int32>
  private let roomStartRow: FlatTable<Int32>
  private let roomByBlock: FlatTable<Change>
  private let roomByStart: FlatTable<Change>
  private let startBase: FlatTable<Int32>
  private let startWidth: Int
  private let roomCount: Int
  private let grid: Int32
  private let hasLoose: Bool
  private let loose: [[PlacementTerms.Term]]

  init(_ draft: PlacementDraft, grid: Int) {
    blockRow = FlatTable(draft.byBlock.rowOf)
    startRow = FlatTable(draft.byStart.rowOf)
    roomRow = FlatTable(draft.byRoom.rowOf)
    blockAndRoomRow = FlatTable(draft.byBlockAndRoom.rowOf)
    byBlock = FlatTable(draft.byBlock.values)
    byStart = FlatTable(draft.byStart.values)
    byRoom = FlatTable(draft.byRoom.values)
    byBlockAndRoom = FlatTable(draft.byBlockAndRoom.values)
    classOf = FlatTable(draft.roomTimes.classOf.map { Int32($0) })
    roomBlockRow = FlatTable(draft.roomTimes.byBlock.rowOf)
    roomStartRow = FlatTable(draft.roomTimes.byStart.rowOf)
    roomByBlock = FlatTable(draft.roomTimes.byBlock.values)
    roomByStart = FlatTable(draft.roomTimes.byStart.values)
    startBase = FlatTable(draft.startBase.map { Int32($0) })
    startWidth = draft.byStart.width
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
  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    cost(of: session, at: to, on: &board) - cost(of: session, at: from, on: &board)
  }

  @inline(__always)
  mutating func add(_ session: Int, at place: Place, on board: inout Board) {}

  @inline(__always)
  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {}

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
    let block = Int(place.block)
    if !byBlock.isEmpty {
      let row = Int(blockRow[place.team])
      if row >= 0 { sum += byBlock[row &* board.blockCount &+ block] }
    }
    if !byRoom.isEmpty {
      let row = Int(roomRow[place.team])
      if row >= 0 { sum += byRoom[row &* roomCount &+ Int(place.room)] }
    }
    if !byStart.isEmpty {
      let row = Int(startRow[place.team])
      if row >= 0 { sum += byStart[row &* startWidth &+ start(place, on: &board)] }
    }
    if !roomByBlock.isEmpty, place.room >= 0 {
      let row = Int(roomBlockRow[Int(classOf[session]) &* roomCount &+ Int(place.room)])
      if row >= 0 { sum += roomByBlock[row &* board.blockCount &+ block] }
    }
    if !roomByStart.isEmpty, place.room >= 0 {
      let row = Int(roomStartRow[Int(classOf[session]) &* roomCount &+ Int(place.room)])
      if row >= 0 { sum += roomByStart[row &* startWidth &+ start(place, on: &board)] }
    }
    if !byBlockAndRoom.isEmpty {
      let row = Int(blockAndRoomRow[place.team])
      if row >= 0 {
        sum += byBlockAndRoom[(row &* board.blockCount &+ block) &* roomCount &+ Int(place.room)]
      }
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

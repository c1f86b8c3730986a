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
  private let startBase: FlatTable<Int32>
  private let startWidth: Int
  private let roomCount: Int
  private let grid: Int32
  private let hasLoose: Bool
  private let loose: [[PlacementDraft.Term]]

  init(_ draft: PlacementDraft, grid: Int) {
    blockRow = FlatTable(draft.byBlock.rowOfTeam)
    startRow = FlatTable(draft.byStart.rowOfTeam)
    roomRow = FlatTable(draft.byRoom.rowOfTeam)
    blockAndRoomRow = FlatTable(draft.byBlockAndRoom.rowOfTeam)
    byBlock = FlatTable(draft.byBlock.values)
    byStart = FlatTable(draft.byStart.values)
    byRoom = FlatTable(draft.byRoom.values)
    byBlockAndRoom = FlatTable(draft.byBlockAndRoom.values)
    startBase = FlatTable(draft.startBase.map { Int32($0) })
    startWidth = draft.byStart.width
    roomCount = draft.byRoom.width
    self.grid = Int32(grid)
    loose = draft.loose
    hasLoose = draft.loose.contains { !$0.isEmpty }
  }

  var isEmpty: Bool {
    byBlock.isEmpty && byStart.isEmpty && byRoom.isEmpty && byBlockAndRoom.isEmpty && !hasLoose
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
      if row >= 0 {
        let index = (place.start &- board.blockStart[block]) / grid
        sum += byStart[row &* startWidth &+ Int(startBase[block] &+ index)]
      }
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

  private mutating func looseCost(
    of session: Int,
    at place: Place,
    on board: inout Board
  ) -> Change {
    guard !loose[session].isEmpty else { return .none }
    let placement = board.placement(of: session, at: place)
    return loose[session].reduce(.none) { $0 + Change($1.form.excess(placement), at: $1.level) }
  }
}

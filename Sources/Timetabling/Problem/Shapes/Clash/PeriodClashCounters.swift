internal import Curricula

/// Pairs that share a resource in a block, where every block holds one session of any resource.
///
/// Sessions that want the same groups and trainers are of one kind. For each kind and block the
/// number of clashes that one more session of the kind would have there is kept up to date; a move is
/// then judged by two look-ups, and only a move that is made visits the kinds it clashes with. Rooms
/// and trainers that depend on the placement are counted block by block.
struct PeriodClashCounters: ~Copyable, Counters {
  private let kindOf: FlatTable<Int32>
  private let kindCount: Int
  private let neighbours: Rows
  private let shares: FlatTable<Int32>
  private let ownShare: FlatTable<Int32>
  /// For two kinds, while they are few, how many resources they share.
  private let shareTable: FlatTable<Int16>
  /// For each kind and block the clashes of one more session of the kind.
  private var wanted: FlatTable<Int32>
  private let roomLevels: FlatTable<Int32>
  let roomCount: Int
  /// For each block and room the number of sessions.
  private var occupancy: FlatTable<Int32>
  /// For each block and room the sum of its sessions' indices, which names a single one.
  private var occupants: FlatTable<Int>
  /// For each block the rooms in use.
  private(set) var used: BitRows
  private var trainerMembership: Membership
  private let trainerLevels: FlatTable<Int32>
  /// For each trainer by choice and block the number of sessions.
  private var trainerUse: FlatTable<Int32>
  let isEmpty: Bool

  private static let tableLimit = 2048

  /// Creates the counters; without clashes there is nothing to count.
  init(_ clashes: PeriodClashes?, _ draft: Draft, _ board: borrowing Board) {
    let problem = draft.problem
    let lists = clashes?.neighbours ?? []
    let trainers = clashes?.trainers ?? []
    kindOf = FlatTable((clashes?.kindOf ?? []).map { Int32($0) })
    kindCount = lists.count
    neighbours = Rows(lists.map { $0.map(\.kind) })
    shares = FlatTable(lists.flatMap { $0.map { Int32($0.share) } })
    var ownShare = [Int32](repeating: 0, count: kindCount)
    let hasTable = kindCount <= Self.tableLimit
    var table = [Int16](repeating: 0, count: hasTable ? kindCount * kindCount : 0)
    for (kind, list) in lists.enumerated() {
      for neighbour in list {
        if neighbour.kind == kind { ownShare[kind] = Int32(neighbour.share) }
        if hasTable {
          table[kind * kindCount + neighbour.kind] = Int16(clamping: neighbour.share)
        }
      }
    }
    self.ownShare = FlatTable(ownShare)
    shareTable = FlatTable(table)
    wanted = FlatTable(repeating: 0, count: kindCount * board.blockCount)
    roomCount = problem.curriculum.rooms.count
    roomLevels = FlatTable((clashes?.roomLevels ?? []).map { Int32($0) })
    let cells = clashes == nil ? 0 : roomCount * board.blockCount
    occupancy = FlatTable(repeating: 0, count: cells)
    occupants = FlatTable(repeating: 0, count: cells)
    used = BitRows(rows: clashes == nil ? 0 : board.blockCount, width: roomCount)
    trainerMembership = Membership(of: trainers.map { .trainer($0.trainer) }, in: problem)
    trainerLevels = FlatTable(trainers.map { Int32($0.level) })
    trainerUse = FlatTable(repeating: 0, count: trainers.count * board.blockCount)
    isEmpty = clashes == nil
  }

  /// The session that alone is held in a room and block; -1 for none, -2 for several.
  @inline(__always)
  func occupant(block: Int32, room: Int32) -> Int {
    let cell = Int(block) &* roomCount &+ Int(room)
    switch occupancy[cell] {
    case 0: return -1
    case 1: return occupants[cell]
    default: return -2
    }
  }

  /// The clashes that a session would have with groups and trainers in another block.
  @inline(__always)
  mutating func clashes(of session: Int, in block: Int32, on board: inout Board) -> Int32 {
    wanted[Int(kindOf[session]) &* board.blockCount &+ Int(block)]
  }

  /// Whether a session clashes where it is.
  @inline(__always)
  func hasClash(_ session: Int, at place: Place, on board: inout Board) -> Bool {
    let kind = kindOf[session]
    return wanted[Int(kind) &* board.blockCount &+ Int(place.block)] != ownShare[kind]
      || occupancy[Int(place.block) &* roomCount &+ Int(place.room)] != 1
  }

  /// How many groups and trainers two sessions share.
  @inline(__always)
  func share(_ first: Int, _ second: Int) -> Int32 {
    let one = Int(kindOf[first])
    let other = Int(kindOf[second])
    if !shareTable.isEmpty { return Int32(shareTable[one &* kindCount &+ other]) }
    for index in neighbours.range(one) where neighbours[index] == other { return shares[index] }
    return 0
  }

  @inline(__always)
  mutating func change(by move: Move, on board: inout Board) -> Change {
    let (from, to) = (move.from, move.to)
    var excess: Int32 = 0
    if from.block != to.block {
      let kind = Int(kindOf[move.session])
      let row = kind &* board.blockCount
      excess =
        wanted[row &+ Int(to.block)] &- wanted[row &+ Int(from.block)]
        &+ ownShare[kind]
    }
    if to.room >= 0, from.block != to.block || from.room != to.room {
      let old = Int(from.block) &* roomCount &+ Int(from.room)
      let new = Int(to.block) &* roomCount &+ Int(to.room)
      excess &+= roomLevels[to.room] &* occupancy[new]
      excess &-= roomLevels[from.room] &* (occupancy[old] &- 1)
    }
    if !trainerLevels.isEmpty {
      excess &+= trainerChange(by: move, on: &board)
    }
    return Change(hard: Int(excess), soft: 0)
  }

  private mutating func trainerChange(by move: Move, on board: inout Board) -> Int32 {
    let (from, to) = (move.from, move.to)
    var excess: Int32 = 0
    for index in trainerMembership.find(move, on: &board) {
      let part = trainerMembership.found(index)
      if part.was, part.isNow, from.block == to.block { continue }
      let row = Int(part.counter) &* board.blockCount
      let level = trainerLevels[part.counter]
      if part.was { excess &-= level &* (trainerUse[row &+ Int(from.block)] &- 1) }
      if part.isNow { excess &+= level &* trainerUse[row &+ Int(to.block)] }
    }
    return excess
  }

  /// The change of two sessions exchanging places in different blocks.
  @inline(__always)
  mutating func change(by first: Move, and second: Move, on board: inout Board) -> Change {
    let kind = Int(kindOf[first.session])
    let kin = Int(kindOf[second.session])
    let row = kind &* board.blockCount
    let kinRow = kin &* board.blockCount
    let (one, other) = (Int(first.from.block), Int(second.from.block))
    let excess =
      wanted[row &+ other] &- wanted[row &+ one] &+ ownShare[kind]
      &+ wanted[kinRow &+ one] &- wanted[kinRow &+ other] &+ ownShare[kin]
      &- 2 &* share(first.session, second.session)
    return Change(hard: Int(excess), soft: 0)
  }

  @inline(__always)
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    let block = Int(place.block)
    for index in neighbours.range(Int(kindOf[session])) {
      wanted[neighbours[index] &* board.blockCount &+ block] &+= sign &* shares[index]
    }
    if place.room >= 0 {
      let cell = block &* roomCount &+ Int(place.room)
      occupancy[cell] &+= sign
      occupants[cell] &+= Int(sign) &* session
      used.set(block, place.room, occupancy[cell] != 0)
    }
    if !trainerLevels.isEmpty {
      for index in trainerMembership.find(session, at: place, on: &board) {
        let trainer = Int(trainerMembership.found(index).counter)
        trainerUse[trainer &* board.blockCount &+ block] &+= sign
      }
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var twice = 0
    for session in 0..<board.sessionCount where board.isPlaced[session] {
      let kind = Int(kindOf[session])
      let block = Int(board.places[session].block)
      twice += Int(wanted[kind * board.blockCount + block] - ownShare[kind])
    }
    var sum = twice / 2
    for cell in 0..<occupancy.count {
      sum += Int(roomLevels[cell % roomCount]) * Int(occupancy[cell] * (occupancy[cell] - 1) / 2)
    }
    for cell in 0..<trainerUse.count {
      let use = Int(trainerUse[cell])
      sum += Int(trainerLevels[cell / board.blockCount]) * (use * (use - 1) / 2)
    }
    return Change(hard: sum, soft: 0)
  }
}

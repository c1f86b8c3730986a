internal import Curricula

/// Sessions that stand alone in their day, where every session takes a whole block.
///
/// For each selection and day the blocks in use are the bits of a word, with a bit left out wherever
/// blocks do not follow one another at once. A session alone is a bit without neighbours; what one
/// more or one fewer changes depends on five bits.
struct IsolationCounters: ~Copyable, Counters {
  private let membership: Membership
  private let levels: FlatTable<Level>
  /// For each block where its window of five bits begins; its own bit is the third.
  private let window: FlatTable<UInt64>
  /// For each block the one that begins when it ends, or -1, and the one that ends when it begins.
  private let following: FlatTable<Int32>
  private let preceding: FlatTable<Int32>
  /// For each window without its middle what setting the middle changes.
  private let gain: FlatTable<Int8>
  /// For each selection and day the blocks in use.
  private var used: FlatTable<UInt64>
  /// For each selection and day the blocks used more than once.
  private var crowded: FlatTable<UInt64>
  /// For each selection and block the number of placements.
  private var counts: FlatTable<Int32>

  init(_ draft: Draft, _ board: borrowing Board) {
    let problem = draft.problem
    let selections = draft.isolations.things
    membership = Membership(of: selections, in: problem)
    levels = FlatTable(draft.isolations.levels)
    var window = [UInt64](repeating: 0, count: problem.blocks.count)
    var following = [Int32](repeating: -1, count: problem.blocks.count)
    var preceding = following
    for day in problem.days {
      var bit: UInt64 = 0
      for block in day.blocks {
        if block > day.blocks.lowerBound {
          if problem.blocks[block - 1].end == problem.blocks[block].start {
            bit += 1
            following[block - 1] = Int32(block)
            preceding[block] = Int32(block - 1)
          } else {
            bit += 2
          }
        }
        window[block] = bit
      }
    }
    self.window = FlatTable(window)
    self.following = FlatTable(following)
    self.preceding = FlatTable(preceding)
    gain = FlatTable(
      (0..<32).map { bits in
        func isUsed(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
        let own = isUsed(1) || isUsed(3) ? 0 : 1
        let before = isUsed(1) && !isUsed(0) ? 1 : 0
        let after = isUsed(3) && !isUsed(4) ? 1 : 0
        return Int8(own - before - after)
      }
    )
    used = FlatTable(repeating: 0, count: selections.count * board.dayCount)
    crowded = FlatTable(repeating: 0, count: selections.count * board.dayCount)
    counts = FlatTable(repeating: 0, count: selections.count * board.blockCount)
  }

  var isEmpty: Bool { levels.isEmpty }

  /// Whether no selection depends on rooms or on the choice of trainers.
  var isFixed: Bool { membership.isFixed }

  @inline(__always)
  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    if from.block == to.block { return .none }
    var sum = Change.none
    for index in membership.fixedRange(session) {
      sum += change(membership.fixed(index), from: from.block, to: to.block, on: &board)
    }
    return sum
  }

  /// The change of two sessions exchanging places: what both belong to stays as it is.
  @inline(__always)
  mutating func change(
    exchanging first: Int,
    at one: Place,
    with second: Int,
    at other: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    let left = membership.fixedRange(first)
    let right = membership.fixedRange(second)
    var index = left.lowerBound
    var kin = right.lowerBound
    while index < left.upperBound || kin < right.upperBound {
      let mine = index < left.upperBound ? membership.fixed(index) : Int.max
      let theirs = kin < right.upperBound ? membership.fixed(kin) : Int.max
      if mine < theirs {
        sum += change(mine, from: one.block, to: other.block, on: &board)
        index &+= 1
      } else if theirs < mine {
        sum += change(theirs, from: other.block, to: one.block, on: &board)
        kin &+= 1
      } else {
        index &+= 1
        kin &+= 1
      }
    }
    return sum
  }

  /// The change of a session that goes over with all who share a selection with it there.
  ///
  /// Where somebody else of the selection comes the other way, nothing changes. `nil` where a block is
  /// used more than once.
  func change(chained session: Int, from: Place, to: Place, on board: inout Board) -> Change? {
    let oldWindow = window[from.block]
    let newWindow = window[to.block]
    let oldDay = Int(board.day[from.block])
    let newDay = Int(board.day[to.block])
    var sum = Change.none
    for index in membership.fixedRange(session) {
      let counter = membership.fixed(index)
      let base = counter &* board.dayCount
      let old = base &+ oldDay
      let new = base &+ newDay
      if crowded[old] | crowded[new] != 0 { return nil }
      let rest = used[old] & ~(4 &<< oldWindow)
      let target = old == new ? rest : used[new]
      if target & (4 &<< newWindow) != 0 { continue }
      let excess =
        gain[Int(truncatingIfNeeded: target &>> newWindow & 31)]
        &- gain[Int(truncatingIfNeeded: rest &>> oldWindow & 31)]
      sum += Change(Int(excess), at: levels[counter])
    }
    return sum
  }

  @inline(__always)
  private mutating func change(
    _ counter: Int,
    from: Int32,
    to: Int32,
    on board: inout Board
  ) -> Change {
    let base = counter &* board.dayCount
    let old = base &+ Int(board.day[from])
    let new = base &+ Int(board.day[to])
    let oldWindow = window[from]
    let newWindow = window[to]
    let rest = used[old] & ~(4 &<< oldWindow)
    let target = old == new ? rest : used[new]
    let isPlain =
      (crowded[old] | crowded[new]) == 0 && target & (4 &<< newWindow) == 0
    if !isPlain { return crowdedChange(counter, from: from, to: to, on: &board) }
    let excess =
      gain[Int(truncatingIfNeeded: target &>> newWindow & 31)]
      &- gain[Int(truncatingIfNeeded: rest &>> oldWindow & 31)]
    return Change(Int(excess), at: levels[counter])
  }

  /// The same where some block is used more than once, by counting the days afresh.
  private mutating func crowdedChange(
    _ counter: Int,
    from: Int32,
    to: Int32,
    on board: inout Board
  ) -> Change {
    let old = Int(board.day[from])
    let new = Int(board.day[to])
    var excess =
      alone(counter, on: old, without: from, with: to, &board)
      &- alone(counter, on: old, without: -1, with: -1, &board)
    if old != new {
      excess &+=
        alone(counter, on: new, without: from, with: to, &board)
        &- alone(counter, on: new, without: -1, with: -1, &board)
    }
    return Change(excess, at: levels[counter])
  }

  /// The placements alone on a day with one fewer in a block and one more in another.
  private mutating func alone(
    _ counter: Int,
    on day: Int,
    without old: Int32,
    with new: Int32,
    _ board: inout Board
  ) -> Int {
    let base = counter &* board.blockCount
    func count(_ block: Int32) -> Int32 {
      block < 0
        ? 0 : counts[base &+ Int(block)] &- (block == old ? 1 : 0) &+ (block == new ? 1 : 0)
    }
    var sum: Int32 = 0
    for block in board.dayBlocks[day]..<board.dayBlocks[day &+ 1] {
      if count(preceding[block]) == 0, count(following[block]) == 0 { sum &+= count(block) }
    }
    return Int(sum)
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    let day = Int(board.day[place.block])
    let bit: UInt64 = 4 &<< window[place.block]
    for index in membership.fixedRange(session) {
      let counter = membership.fixed(index)
      let cell = counter &* board.blockCount &+ Int(place.block)
      counts[cell] &+= 1
      used[counter &* board.dayCount &+ day] |= bit
      if counts[cell] > 1 { crowded[counter &* board.dayCount &+ day] |= bit }
    }
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    let day = Int(board.day[place.block])
    let bit: UInt64 = 4 &<< window[place.block]
    for index in membership.fixedRange(session) {
      let counter = membership.fixed(index)
      let cell = counter &* board.blockCount &+ Int(place.block)
      counts[cell] &-= 1
      if counts[cell] == 0 { used[counter &* board.dayCount &+ day] &= ~bit }
      if counts[cell] == 1 { crowded[counter &* board.dayCount &+ day] &= ~bit }
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<levels.count {
      for day in 0..<board.dayCount {
        sum += Change(
          alone(counter, on: day, without: -1, with: -1, &board),
          at: levels[counter]
        )
      }
    }
    return sum
  }
}

extension Draft {
  private static var bitLimit: Int { 60 }

  /// Whether the blocks in use on a day can be bits of a word: every session takes a whole block.
  var hasBitsForDays: Bool {
    hasPeriods && problem.days.allSatisfy { 2 * $0.blocks.count <= Self.bitLimit }
  }
}

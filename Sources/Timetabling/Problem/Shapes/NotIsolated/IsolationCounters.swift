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
  mutating func change(by move: Move, on board: inout Board) -> Change {
    if move.from.block == move.to.block { return .none }
    var sum = Change.none
    for index in membership.fixedRange(move.session) {
      sum += change(membership.fixed(index), by: move, on: &board)
    }
    return sum
  }

  /// The change of two sessions exchanging places: what both belong to stays as it is.
  @inline(__always)
  mutating func change(by first: Move, and second: Move, on board: inout Board) -> Change {
    var sum = Change.none
    let left = membership.fixedRange(first.session)
    let right = membership.fixedRange(second.session)
    var index = left.lowerBound
    var kin = right.lowerBound
    while index < left.upperBound || kin < right.upperBound {
      let mine = index < left.upperBound ? membership.fixed(index) : Int.max
      let theirs = kin < right.upperBound ? membership.fixed(kin) : Int.max
      if mine < theirs {
        sum += change(mine, by: first, on: &board)
        index &+= 1
      } else if theirs < mine {
        sum += change(theirs, by: second, on: &board)
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
  func change(chained move: Move, on board: inout Board) -> Change? {
    var sum = Change.none
    for index in membership.fixedRange(move.session) {
      let counter = membership.fixed(index)
      let look = look(at: counter, move, on: &board)
      if look.isCrowded { return nil }
      if !look.isTaken { sum += Change(look.excess, at: levels[counter]) }
    }
    return sum
  }

  @inline(__always)
  private mutating func change(_ counter: Int, by move: Move, on board: inout Board) -> Change {
    let look = look(at: counter, move, on: &board)
    if look.isCrowded || look.isTaken { return crowdedChange(counter, by: move, on: &board) }
    return Change(look.excess, at: levels[counter])
  }

  /// What the days of a move look like to a counter.
  @inline(__always)
  private func look(
    at counter: Int,
    _ move: Move,
    on board: inout Board
  ) -> (excess: Int, isCrowded: Bool, isTaken: Bool) {
    let base = counter &* board.dayCount
    let old = base &+ Int(board.day[move.from.block])
    let new = base &+ Int(board.day[move.to.block])
    let oldWindow = window[move.from.block]
    let newWindow = window[move.to.block]
    let rest = used[old] & ~(4 &<< oldWindow)
    let target = old == new ? rest : used[new]
    let excess =
      gain[Int(truncatingIfNeeded: target &>> newWindow & 31)]
      &- gain[Int(truncatingIfNeeded: rest &>> oldWindow & 31)]
    return (Int(excess), crowded[old] | crowded[new] != 0, target & (4 &<< newWindow) != 0)
  }

  /// The same where some block is used more than once, by counting the days afresh.
  private mutating func crowdedChange(
    _ counter: Int,
    by move: Move,
    on board: inout Board
  ) -> Change {
    let (from, to) = (move.from.block, move.to.block)
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

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    let bit: UInt64 = 4 &<< window[place.block]
    for index in membership.fixedRange(session) {
      let counter = membership.fixed(index)
      let cell = counter &* board.blockCount &+ Int(place.block)
      let day = counter &* board.dayCount &+ Int(board.day[place.block])
      counts[cell] &+= sign
      used[day] = counts[cell] > 0 ? used[day] | bit : used[day] & ~bit
      crowded[day] = counts[cell] > 1 ? crowded[day] | bit : crowded[day] & ~bit
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

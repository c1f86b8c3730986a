internal import Curricula

/// What lies in each bucket of some placements, judged by the formula of a shape.
struct BucketCounters<Formula: BucketFormula>: ~Copyable, Counters {
  private var membership: Membership
  private let counters: FlatTable<BucketCounter<Formula>>
  private var amounts: Amounts
  /// For each counter what its excess follows from.
  private var standings: FlatTable<Formula.Standing>

  init(_ entries: [Draft.Entry<Formula>], _ draft: Draft, _ board: borrowing Board) {
    membership = Membership(of: entries.map(\.selection), in: draft.problem)
    var counters: [BucketCounter<Formula>] = []
    var standings: [Formula.Standing] = []
    var total = 0
    for entry in entries {
      let (count, keys) =
        switch entry.formula.dimension {
        case .bucket(let bucket): board.extent(of: bucket)
        case .room: (draft.problem.curriculum.rooms.count, BucketCounter<Formula>.rooms)
        case .start(let beginning):
          (
            board.starts.counts[beginning.rawValue],
            BucketCounter<Formula>.starts - beginning.rawValue
          )
        }
      let formula = entry.formula
      counters.append(
        BucketCounter(formula: formula, level: entry.level, base: total, keys: keys)
      )
      standings.append(formula.standing(ofEmpty: count))
      total += count
    }
    self.counters = FlatTable(counters)
    self.standings = FlatTable(standings)
    amounts = FlatTable(repeating: 0, count: total)
  }

  var isEmpty: Bool { counters.isEmpty }

  /// Whether no counter depends on rooms as selection or on the choice of trainers.
  var isFixed: Bool { membership.isFixed }

  @inline(__always)
  mutating func change(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if membership.isFixed {
      for index in membership.fixedRange(move.session) {
        sum += change(membership.fixed(index), by: move, on: &board)
      }
      return sum
    }
    for index in membership.find(move, on: &board) {
      let part = membership.found(index)
      sum += change(Int(part.counter), part.was, part.isNow, by: move, on: &board)
    }
    return sum
  }

  /// The change of two sessions of equal standing exchanging places: what both belong to is the same
  /// afterwards.
  @inline(__always)
  mutating func change(by first: Move, and second: Move, on board: inout Board) -> Change {
    change(by: first, without: second.session, on: &board)
      + change(by: second, without: first.session, on: &board)
  }

  /// The change of a move in those counters to which another session does not belong.
  @inline(__always)
  private func change(by move: Move, without other: Int, on board: inout Board) -> Change {
    var sum = Change.none
    for index in membership.fixedRange(move.session) {
      let counter = membership.fixed(index)
      if !membership.isFixed(other, in: counter) { sum += change(counter, by: move, on: &board) }
    }
    return sum
  }

  /// Whether two sessions belong to a counter by themselves.
  @inline(__always)
  func areTogether(_ first: Int, _ second: Int) -> Bool {
    for index in membership.fixedRange(first)
    where membership.isFixed(second, in: membership.fixed(index)) {
      return true
    }
    return false
  }

  @inline(__always)
  private func change(
    _ index: Int,
    _ was: Bool = true,
    _ isNow: Bool = true,
    by move: Move,
    on board: inout Board
  ) -> Change {
    let counter = counters[index]
    let shift = Shift(
      base: counter.base,
      old: was ? bucket(counter, move.from, on: &board) : -1,
      new: isNow ? bucket(counter, move.to, on: &board) : -1,
      amount: counter.formula.amount(ofMinutes: board.minutes[move.session]),
      joining: was ? (isNow ? 0 : -1) : 1
    )
    if shift.joining == 0, shift.old == shift.new { return .none }
    let before = standings[index]
    let after = counter.formula.standing(after: shift, before, in: amounts, on: &board)
    return Change(
      counter.formula.excess(after) &- counter.formula.excess(before),
      at: counter.level
    )
  }

  /// The most that a move can save: all the excess of the counters concerned.
  mutating func mostSaved(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    for index in membership.find(move, on: &board) {
      sum += cost(of: Int(membership.found(index).counter))
    }
    return sum
  }

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    for index in membership.find(session, at: place, on: &board) {
      let position = membership.found(index).counter
      let counter = counters[position]
      let bucket = bucket(counter, place, on: &board)
      let shift = Shift(
        base: counter.base,
        old: sign < 0 ? bucket : -1,
        new: sign > 0 ? bucket : -1,
        amount: counter.formula.amount(ofMinutes: board.minutes[session]),
        joining: sign
      )
      let before = standings[position]
      standings[position] = counter.formula.standing(after: shift, before, in: amounts, on: &board)
      if bucket >= 0 { amounts[counter.base &+ bucket] &+= sign &* shift.amount }
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<counters.count { sum += cost(of: counter) }
    return sum
  }

  @inline(__always)
  private func cost(of index: Int) -> Change {
    Change(counters[index].formula.excess(standings[index]), at: counters[index].level)
  }

  /// The bucket of a place; -1 where it has no room and rooms are the buckets.
  @inline(__always)
  private func bucket(
    _ counter: BucketCounter<Formula>,
    _ place: Place,
    on board: inout Board
  ) -> Int {
    if counter.keys >= 0 { return Int(board.bucket[counter.keys &+ Int(place.block)]) }
    if counter.keys == BucketCounter<Formula>.rooms { return Int(place.room) }
    return board.starts.bucket(BucketCounter<Formula>.starts &- counter.keys, of: place)
  }
}

/// A formula with its level, and where it counts.
struct BucketCounter<Formula: BucketFormula>: BitwiseCopyable {
  let formula: Formula
  let level: Level
  /// Where its amounts begin.
  let base: Int
  /// Where the buckets of blocks begin; below 0 where rooms or beginnings are the buckets.
  let keys: Int

  /// The keys where rooms are the buckets.
  static var rooms: Int { -1 }

  /// The keys where the first sort of beginnings is the buckets; the others are below.
  static var starts: Int { -2 }
}

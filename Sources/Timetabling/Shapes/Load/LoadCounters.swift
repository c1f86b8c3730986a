/// The minutes or sessions in each bucket.
struct LoadCounters: ~Copyable, Counters {
  /// The limits of a counter and where it counts.
  struct Limits: BitwiseCopyable {
    var level: Level
    var least: Int
    var most: Int
    /// Where the amounts begin.
    var base: Int32
    /// Where the buckets of blocks begin.
    var keys: Int32
    var countsMinutes: Bool
  }

  private var membership: Membership
  private let limits: FlatTable<Limits>
  /// Where the amounts of each counter begin, and where the last ones end.
  private let bases: FlatTable<Int32>
  private var amounts: FlatTable<Int>

  init(_ draft: Draft, _ board: borrowing Board) {
    let loads = draft.loads
    membership = Membership(of: loads.map(\.shape.selection), in: draft.problem)
    var limits: [Limits] = []
    var bases: [Int32] = [0]
    for (load, level) in loads {
      limits.append(
        Limits(
          level: level,
          least: load.limits.least,
          most: load.limits.top,
          base: bases[bases.count - 1],
          keys: Int32(board.offset(of: load.per)),
          countsMinutes: load.measure == .minutes
        )
      )
      bases.append(bases[bases.count - 1] + Int32(board.count(of: load.per)))
    }
    self.limits = FlatTable(limits)
    amounts = FlatTable(repeating: 0, count: Int(bases[bases.count - 1]))
    self.bases = FlatTable(bases)
  }

  var isEmpty: Bool { limits.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    for index in membership.find(session, from: from, to: to, on: &board) {
      let part = membership.found(index)
      let (counter, was, isNow) = (Int(part.counter), part.was, part.isNow)
      let limits = limits[counter]
      let old = key(limits, from, on: &board)
      let new = key(limits, to, on: &board)
      if was, isNow, old == new { continue }
      let amount = amount(limits, of: session, on: &board)
      if was { sum += change(limits, amounts[old], by: -amount) }
      if isNow { sum += change(limits, amounts[new], by: amount) }
    }
    return sum
  }

  @inline(__always)
  private func change(_ limits: Limits, _ amount: Int, by step: Int) -> Change {
    Change(excess(limits, amount &+ step) &- excess(limits, amount), at: limits.level)
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    count(session, at: place, sign: 1, on: &board)
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    count(session, at: place, sign: -1, on: &board)
  }

  private mutating func count(
    _ session: Int,
    at place: Place,
    sign: Int,
    on board: inout Board
  ) {
    for index in membership.find(session, at: place, on: &board) {
      let counter = Int(membership.found(index).counter)
      let limits = limits[counter]
      amounts[key(limits, place, on: &board)] &+= sign &* amount(limits, of: session, on: &board)
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<limits.count {
      let limits = limits[counter]
      for index in bases[counter]..<bases[counter + 1] {
        sum += Change(excess(limits, amounts[index]), at: limits.level)
      }
    }
    return sum
  }

  @inline(__always)
  private mutating func key(_ limits: Limits, _ place: Place, on board: inout Board) -> Int {
    Int(limits.base &+ board.bucket[limits.keys &+ place.block])
  }

  @inline(__always)
  private mutating func amount(_ limits: Limits, of session: Int, on board: inout Board) -> Int {
    limits.countsMinutes ? Int(board.minutes[session]) : 1
  }

  @inline(__always)
  private func excess(_ limits: Limits, _ amount: Int) -> Int {
    max(0, limits.least &- amount, amount &- limits.most)
  }
}

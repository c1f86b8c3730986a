internal import Curricula

/// How many different buckets or rooms some placements use.
struct DistinctCounters: ~Copyable, Counters {
  /// The limits of a counter and where it counts.
  struct Limits: BitwiseCopyable {
    var level: Level
    var least: Int32
    var most: Int32
    /// Where the counts begin.
    var base: Int32
    /// Where the keys of blocks begin; -1 for rooms.
    var keys: Int32
  }

  private var membership: Membership
  private let limits: FlatTable<Limits>
  private var counts: FlatTable<Int32>
  private var used: FlatTable<Int32>
  private var members: FlatTable<Int32>

  init(_ draft: Draft, _ board: borrowing Board) {
    let distincts = draft.distincts
    membership = Membership(of: distincts.map(\.shape.selection), in: draft.problem)
    var limits: [Limits] = []
    var total = 0
    for (distinct, level) in distincts {
      let (keys, count) =
        switch distinct.dimension {
        case .bucket(let bucket): (board.offset(of: bucket), board.count(of: bucket))
        case .room: (-1, draft.problem.curriculum.rooms.count)
        }
      limits.append(
        Limits(
          level: level,
          least: Int32(clamping: distinct.limits.least),
          most: Int32(clamping: distinct.limits.top),
          base: Int32(total),
          keys: Int32(keys)
        )
      )
      total += count
    }
    self.limits = FlatTable(limits)
    counts = FlatTable(repeating: 0, count: total)
    used = FlatTable(repeating: 0, count: distincts.count)
    members = FlatTable(repeating: 0, count: distincts.count)
  }

  var isEmpty: Bool { limits.isEmpty }

  /// Whether no counter depends on rooms as selection or on the choice of trainers.
  var isFixed: Bool { membership.isFixed }

  @inline(__always)
  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    if membership.isFixed {
      for index in membership.fixedRange(session) {
        sum += change(membership.fixed(index), from: from, to: to, on: &board)
      }
      return sum
    }
    for index in membership.find(session, from: from, to: to, on: &board) {
      let part = membership.found(index)
      let (counter, was, isNow) = (Int(part.counter), part.was, part.isNow)
      if was, isNow {
        sum += change(counter, from: from, to: to, on: &board)
      } else {
        let limits = limits[counter]
        let key = key(limits, was ? from : to, on: &board)
        let step: Int32 = was ? -1 : 1
        let before = excess(limits, used: used[counter], members: members[counter])
        var after = used[counter]
        if key >= 0, counts[key] == (was ? 1 : 0) { after &+= step }
        sum += Change(
          excess(limits, used: after, members: members[counter] &+ step) &- before,
          at: limits.level
        )
      }
    }
    return sum
  }

  /// The change of two sessions of equal standing exchanging places: what both belong to is the same
  /// afterwards.
  @inline(__always)
  mutating func change(
    exchanging first: Int,
    at one: Place,
    with second: Int,
    at other: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    for index in membership.fixedRange(first) {
      let counter = membership.fixed(index)
      if !membership.isFixed(second, in: counter) {
        sum += change(counter, from: one, to: other, on: &board)
      }
    }
    for index in membership.fixedRange(second) {
      let counter = membership.fixed(index)
      if !membership.isFixed(first, in: counter) {
        sum += change(counter, from: other, to: one, on: &board)
      }
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
  private mutating func change(
    _ counter: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    let limits = limits[counter]
    let old = key(limits, from, on: &board)
    let new = key(limits, to, on: &board)
    if old == new { return .none }
    let before = used[counter]
    var after = before
    if old >= 0, counts[old] == 1 { after &-= 1 }
    if new >= 0, counts[new] == 0 { after &+= 1 }
    if after == before { return .none }
    let members = members[counter]
    return Change(
      excess(limits, used: after, members: members)
        &- excess(limits, used: before, members: members),
      at: limits.level
    )
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    for index in membership.find(session, at: place, on: &board) {
      let counter = Int(membership.found(index).counter)
      members[counter] &+= 1
      let key = key(limits[counter], place, on: &board)
      if key >= 0 {
        if counts[key] == 0 { used[counter] &+= 1 }
        counts[key] &+= 1
      }
    }
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    for index in membership.find(session, at: place, on: &board) {
      let counter = Int(membership.found(index).counter)
      members[counter] &-= 1
      let key = key(limits[counter], place, on: &board)
      if key >= 0 {
        counts[key] &-= 1
        if counts[key] == 0 { used[counter] &-= 1 }
      }
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<limits.count {
      let limits = limits[counter]
      sum += Change(
        excess(limits, used: used[counter], members: members[counter]),
        at: limits.level
      )
    }
    return sum
  }

  /// Where a placement counts; -1 where it has no room.
  @inline(__always)
  private mutating func key(_ limits: Limits, _ place: Place, on board: inout Board) -> Int {
    if limits.keys < 0 { return place.room < 0 ? -1 : Int(limits.base &+ place.room) }
    return Int(limits.base &+ board.bucket[limits.keys &+ place.block])
  }

  @inline(__always)
  private func excess(_ limits: Limits, used: Int32, members: Int32) -> Int {
    members == 0 ? 0 : Int(max(0, limits.least &- used, used &- limits.most))
  }
}

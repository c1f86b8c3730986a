/// Pairs that share a minute and a resource, found in the resource's day.
struct ClashCounters: ~Copyable, Counters {
  private var lists: DayLists
  private let levels: FlatTable<Level>

  init(_ draft: Draft, of selections: [Selection], _ levels: [Level], _ board: borrowing Board) {
    lists = DayLists(of: selections, draft, board)
    self.levels = FlatTable(levels)
  }

  var isEmpty: Bool { levels.isEmpty }

  mutating func change(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    for index in lists.membership.find(move, on: &board) {
      let part = lists.membership.found(index)
      let (list, was, isNow) = (Int(part.counter), part.was, part.isNow)
      if was, isNow, move.keepsTime { continue }
      var excess = 0
      if was { excess &-= clashes(list, of: move.session, at: move.from, on: &board) }
      if isNow { excess &+= clashes(list, of: move.session, at: move.to, on: &board) }
      sum += Change(excess, at: levels[list])
    }
    return sum
  }

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    lists.count(session, at: place, sign, on: &board)
  }

  mutating func total(on board: inout Board) -> Change {
    var twice = Change.none
    for list in 0..<lists.count {
      for day in 0..<board.dayCount {
        var slot = lists.first(list, on: day)
        while slot >= 0 {
          let session = lists.session(slot)
          let clashes = clashes(list, of: session, at: board.places[session], on: &board)
          twice += Change(clashes, at: levels[list])
          slot = lists.after(slot)
        }
      }
    }
    return Change(hard: twice.hard / 2, soft: twice.soft / 2)
  }

  /// A list to which a session belongs by itself, by 32 random bits; -1 where there is none.
  func list(of session: Int, _ bits: UInt64) -> Int {
    let lists = lists.membership.fixedRange(session)
    if lists.isEmpty { return -1 }
    return self.lists.membership.fixed(lists.lowerBound &+ bits.scaled(to: lists.count))
  }

  /// The first slot of a list on the day of a block.
  func first(_ list: Int, inDayOf block: Int32, on board: inout Board) -> Int32 {
    lists.first(list, on: Int(board.day[block]))
  }

  /// The slot after another one; -1 at the end.
  func after(_ slot: Int32) -> Int32 { lists.after(slot) }

  /// The session in a slot.
  func session(_ slot: Int32) -> Int { lists.session(slot) }

  /// A session in a block that shares a list with another one, by 32 random bits; -1 where there is
  /// none.
  func companion(
    of session: Int,
    in block: Int32,
    _ bits: UInt64,
    on board: inout Board
  ) -> Int {
    let list = list(of: session, bits &* 0x9E37_79B9 & 0xFFFF_FFFF)
    if list < 0 { return -1 }
    var count = 0
    var slot = lists.first(list, on: Int(board.day[block]))
    while slot >= 0 {
      let other = lists.session(slot)
      if other != session, board.places[other].block == block { count &+= 1 }
      slot = lists.after(slot)
    }
    if count == 0 { return -1 }
    var index = bits.scaled(to: count)
    slot = lists.first(list, on: Int(board.day[block]))
    while slot >= 0 {
      let other = lists.session(slot)
      if other != session, board.places[other].block == block {
        if index == 0 { return other }
        index &-= 1
      }
      slot = lists.after(slot)
    }
    return -1
  }

  /// The other sessions of a list that a session overlaps with at a place.
  ///
  /// - Complexity: Linear in the sessions of the list on the day.
  private mutating func clashes(
    _ list: Int,
    of session: Int,
    at place: Place,
    on board: inout Board
  ) -> Int {
    let end = board.end(of: session, at: place)
    var count = 0
    var slot = lists.first(list, on: Int(board.day[place.block]))
    while slot >= 0 {
      let other = lists.session(slot)
      let held = board.places[other]
      if held.start < end, board.end(of: other, at: held) > place.start, other != session {
        count &+= 1
      }
      slot = lists.after(slot)
    }
    return count
  }
}

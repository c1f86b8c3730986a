/// A pattern to be found in one day.
enum DayPattern: BitwiseCopyable {
  /// See ``SequenceForm/Pattern/isolated``.
  case isolated
  /// See ``SequenceForm/Pattern/idle``.
  case idle
  /// See ``SequenceForm/Pattern/backToBack(among:)``; where the sort's sessions are told.
  case backToBack(sort: Int)
  /// See ``SequenceForm/Pattern/unbroken(run:pause:)``.
  case unbroken(run: Int, pause: Int)
  /// See ``SequenceDraft/Pattern/paused(most:)``.
  case paused(most: Int)
  /// See ``SequenceDraft/Pattern/travel(rooms:minutes:)``; where the rooms are told.
  case travel(rooms: Int, minutes: Int)
}

/// The placements of one day as they would be after a move, in the order of time.
struct DayScratch: ~Copyable {
  struct Entry: BitwiseCopyable {
    var block: Int32
    var start: Int32
    var end: Int32
    var session: Int32
    var room: Int32
  }

  private var entries: FlatTable<Entry>
  private var count = 0

  init(capacity: Int) {
    entries = FlatTable(
      repeating: Entry(block: 0, start: 0, end: 0, session: 0, room: -1),
      count: capacity
    )
  }

  /// Takes a list's day, without a session where it is now and with it at a place.
  mutating func fill(
    from lists: inout DayLists,
    _ list: Int,
    on day: Int,
    without session: Int,
    with place: Place?,
    _ board: inout Board
  ) {
    count = 0
    var slot = lists.first(list, on: day)
    while slot >= 0 {
      let other = lists.session(slot)
      if other != session { insert(other, at: board.places[other], &board) }
      slot = lists.after(slot)
    }
    if let place { insert(session, at: place, &board) }
  }

  @inline(__always)
  private mutating func insert(_ session: Int, at place: Place, _ board: inout Board) {
    let entry = Entry(
      block: place.block,
      start: place.start,
      end: board.end(of: session, at: place),
      session: Int32(truncatingIfNeeded: session),
      room: place.room
    )
    var index = count
    while index > 0, Self.isBefore(entry, entries[index &- 1]) {
      entries[index] = entries[index &- 1]
      index &-= 1
    }
    entries[index] = entry
    count &+= 1
  }

  /// - Complexity: Linear where little is out of order.
  private mutating func arrange(by isBefore: (Entry, Entry) -> Bool) {
    for place in 1..<max(1, count) {
      let entry = entries[place]
      var index = place
      while index > 0, isBefore(entry, entries[index &- 1]) {
        entries[index] = entries[index &- 1]
        index &-= 1
      }
      entries[index] = entry
    }
  }

  @inline(__always)
  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.block != right.block { return left.block < right.block }
    if left.start != right.start { return left.start < right.start }
    return left.session < right.session
  }

  /// The excess of a pattern in the day.
  mutating func excess(
    of pattern: DayPattern,
    _ sorts: borrowing FlatTable<Bool>,
    on day: Int,
    _ board: inout Board
  ) -> Int {
    switch pattern {
    case .isolated: isolated()
    case .idle: idle(on: day, &board)
    case .backToBack(let sort): backToBack(sort, sorts)
    case .unbroken(let run, let pause): unbroken(run, pause)
    case .paused(let most): paused(most)
    case .travel(let rooms, let minutes): travel(rooms, minutes, sorts)
    }
  }

  private func paused(_ most: Int) -> Int {
    var sum = 0
    for index in 1..<max(1, count) {
      let left = entries[index &- 1]
      let right = entries[index]
      if left.block == right.block, Int(right.start &- left.end) > most { sum &+= 1 }
    }
    return sum
  }

  /// - Complexity: Quadratic in the placements of the day.
  private func travel(_ rooms: Int, _ minutes: Int, _ sorts: borrowing FlatTable<Bool>) -> Int {
    var sum = 0
    for index in 0..<count {
      let left = entries[index]
      if left.room < 0 || !sorts[rooms &+ Int(left.room)] { continue }
      for other in (index &+ 1)..<max(index &+ 1, count) {
        let right = entries[other]
        if right.room < 0 || right.room == left.room || !sorts[rooms &+ Int(right.room)] {
          continue
        }
        sum &+= max(0, minutes &- max(0, Int(right.start &- left.end)))
      }
    }
    return sum
  }

  /// - Complexity: Quadratic in the placements of the day.
  private func isolated() -> Int {
    var sum = 0
    for one in 0..<count {
      let entry = entries[one]
      var isAlone = true
      for other in 0..<count where isAlone {
        let near = entries[other]
        isAlone = near.start != entry.end && near.end != entry.start
      }
      if isAlone { sum &+= 1 }
    }
    return sum
  }

  private mutating func idle(on day: Int, _ board: inout Board) -> Int {
    // Where blocks overlap, the order of blocks is not that of starts.
    arrange { $0.start < $1.start }
    defer { arrange(by: Self.isBefore) }
    var sum = 0
    var reached = Int32.max
    for index in 0..<count {
      let entry = entries[index]
      if reached < entry.start {
        sum &+= open(from: reached, to: entry.start, on: day, &board)
      }
      reached = reached == .max ? entry.end : max(reached, entry.end)
    }
    return sum
  }

  /// The minutes between two times of a day that lie in blocks.
  private mutating func open(
    from start: Int32,
    to end: Int32,
    on day: Int,
    _ board: inout Board
  ) -> Int {
    var sum = 0
    var reached = start
    for block in board.dayBlocks[day]..<board.dayBlocks[day &+ 1] {
      let first = max(reached, board.blockStart[block])
      let last = min(end, board.blockEnd[block])
      if last > first { sum &+= Int(last &- first) }
      reached = max(reached, last)
    }
    return sum
  }

  private func backToBack(_ sort: Int, _ sorts: borrowing FlatTable<Bool>) -> Int {
    var sum = 0
    for index in 1..<max(1, count) {
      let left = entries[index &- 1]
      let right = entries[index]
      if left.block == right.block, sorts[sort &+ Int(left.session)],
        sorts[sort &+ Int(right.session)]
      {
        sum &+= 1
      }
    }
    return sum
  }

  private func unbroken(_ run: Int, _ pause: Int) -> Int {
    var sum = 0
    var index = 0
    while index < count {
      let first = entries[index]
      var end = first.end
      var next = index &+ 1
      while next < count, entries[next].block == first.block,
        Int(entries[next].start &- entries[next &- 1].end) < pause
      {
        end = max(end, entries[next].end)
        next &+= 1
      }
      if next > index &+ 1 { sum &+= max(0, Int(end &- first.start) &- run) }
      index = next
    }
    return sum
  }
}

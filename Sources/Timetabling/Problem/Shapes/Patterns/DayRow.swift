/// Some placements of one day in the order of time: block, start, session.
struct DayRow: ~Copyable {
  struct Entry: BitwiseCopyable {
    var block: Int32
    var start: Int32
    var end: Int32
    var session: Int32
    /// -1 where there is none.
    var room: Int32

    var minutes: Int { Int(end &- start) }
  }

  private var entries: FlatTable<Entry>
  private(set) var count = 0

  /// An empty row with room for so many.
  init(capacity: Int) {
    entries = FlatTable(
      repeating: Entry(block: 0, start: 0, end: 0, session: 0, room: -1),
      count: capacity
    )
  }

  /// The entry at an index below ``count``.
  @inline(__always)
  subscript(index: Int) -> Entry { entries[index] }

  /// Takes everything out.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Takes the last entry out.
  @inline(__always)
  mutating func removeLast() { count &-= 1 }

  /// Adds an entry after all others.
  @inline(__always)
  mutating func append(_ entry: Entry) {
    entries[count] = entry
    count &+= 1
  }

  /// Adds an entry where it belongs.
  @inline(__always)
  mutating func insert(_ entry: Entry) {
    var index = count
    while index > 0, Self.isBefore(entry, entries[index &- 1]) {
      entries[index] = entries[index &- 1]
      index &-= 1
    }
    entries[index] = entry
    count &+= 1
  }

  /// How many entries and the ones after them are as a condition says.
  @inline(__always)
  func neighbours(_ isMeant: (Entry, Entry) -> Bool) -> Int {
    var sum = 0
    for index in 1..<max(1, count) where isMeant(entries[index &- 1], entries[index]) { sum &+= 1 }
    return sum
  }

  /// Puts the entries into the order of their starts alone; where blocks overlap, that is another one.
  mutating func arrangeByStart() { arrange { $0.start < $1.start } }

  /// Puts the entries into their order again.
  mutating func arrange() { arrange(by: Self.isBefore) }

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
}

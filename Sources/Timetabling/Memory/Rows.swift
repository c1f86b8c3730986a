/// Lists of indices, one for each row, behind one another in one table.
struct Rows: ~Copyable {
  private let offsets: FlatTable<Int32>
  private let values: FlatTable<Int32>

  /// Creates rows from lists.
  init(_ lists: [[Int]]) {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(lists.count + 1)
    var total = 0
    for list in lists {
      total += list.count
      offsets.append(Int32(total))
    }
    self.offsets = FlatTable(offsets)
    values = FlatTable(lists.joined().map { Int32($0) })
  }

  /// The number of rows.
  var count: Int { offsets.count - 1 }

  /// The places of a row's values, to be used with ``subscript(_:)``.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> {
    Int(offsets[row])..<Int(offsets[row &+ 1])
  }

  /// The value at a place.
  subscript(place: Int) -> Int {
    @inline(__always) get { Int(values[place]) }
  }

  /// Whether a row has a value.
  ///
  /// - Complexity: Linear in the length of the row.
  @inline(__always)
  func contains(_ row: Int, _ value: Int) -> Bool {
    for place in range(row) where self[place] == value { return true }
    return false
  }

  /// Whether no row has any value.
  var isEmpty: Bool { values.isEmpty }
}

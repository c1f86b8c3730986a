/// A fixed number of plain values in memory of its own.
///
/// An array may be shared, so that each write into one asks whether it is, and functions that pass
/// it on count references. A table has one owner and is neither copied nor counted: in the inner loop
/// of the search that is the difference between two and eight million moves a second. Every
/// index is checked all the same, so that this file is the only one that must be trusted.
@safe
struct FlatTable<Element: BitwiseCopyable>: ~Copyable {
  /// The number of values.
  let count: Int
  private let base: UnsafeMutablePointer<Element>

  /// Creates a table with one value everywhere.
  init(repeating value: Element, count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: max(1, count))
    unsafe base.initialize(repeating: value, count: count)
  }

  /// Creates a table with the values of an array.
  init(_ values: [Element]) {
    count = values.count
    unsafe base = .allocate(capacity: max(1, count))
    for (index, value) in values.enumerated() {
      unsafe (base + index).initialize(to: value)
    }
  }

  deinit {
    unsafe base.deallocate()
  }

  /// The value at an index below ``count``.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the table")
      return unsafe base[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the table")
      unsafe base[index] = newValue
    }
  }

  /// The value at an index below ``count``.
  subscript(index: Int32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) set { self[Int(index)] = newValue }
  }

  /// Whether there is no value.
  var isEmpty: Bool { count == 0 }
}

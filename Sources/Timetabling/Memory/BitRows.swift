/// Sets of small numbers, one for each row, as bits.
struct BitRows: ~Copyable {
  private let wordCount: Int
  private var words: FlatTable<UInt64>

  /// Creates empty sets of numbers below a width.
  init(rows: Int, width: Int) {
    wordCount = (width + 63) / 64
    words = FlatTable(repeating: 0, count: rows * wordCount)
  }

  /// Whether a number is in a row.
  @inline(__always)
  func contains(_ row: Int, _ number: Int32) -> Bool {
    words[row &* wordCount &+ Int(number >> 6)] & bit(number) != 0
  }

  /// Puts a number into a row, or takes it out.
  @inline(__always)
  mutating func set(_ row: Int, _ number: Int32, _ isIn: Bool) {
    let index = row &* wordCount &+ Int(number >> 6)
    words[index] = isIn ? words[index] | bit(number) : words[index] & ~bit(number)
  }

  /// The least number in a row that is not below another one; -1 for none.
  @inline(__always)
  func next(_ row: Int, from number: Int32) -> Int32 {
    var word = Int(number >> 6)
    guard word < wordCount else { return -1 }
    var rest = words[row &* wordCount &+ word] & (~0 &<< UInt64(number & 63))
    while rest == 0 {
      word &+= 1
      if word == wordCount { return -1 }
      rest = words[row &* wordCount &+ word]
    }
    return Int32(truncatingIfNeeded: word &<< 6 &+ rest.trailingZeroBitCount)
  }

  /// Makes a row equal to one of other sets of the same width.
  @inline(__always)
  mutating func copy(_ row: Int, from other: borrowing BitRows, _ otherRow: Int) {
    for word in 0..<wordCount {
      words[row &* wordCount &+ word] = other.words[otherRow &* wordCount &+ word]
    }
  }

  @inline(__always)
  private func bit(_ number: Int32) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: number & 63)
  }
}

/// A set of at most 64 sessions, given by their rank in an order that respects what needs what.
struct SessionSet: Hashable, Sendable {
  var bits: UInt64

  init(bits: UInt64 = 0) {
    self.bits = bits
  }

  /// The first sessions, `count` of them.
  init(first count: Int) {
    bits = count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  static let capacity = 64

  var isEmpty: Bool { bits == 0 }

  var count: Int { bits.nonzeroBitCount }

  func contains(_ rank: Int) -> Bool {
    bits & (1 << UInt64(rank)) != 0
  }

  mutating func insert(_ rank: Int) {
    bits |= 1 << UInt64(rank)
  }

  func inserting(_ rank: Int) -> SessionSet {
    SessionSet(bits: bits | 1 << UInt64(rank))
  }

  func removing(_ rank: Int) -> SessionSet {
    SessionSet(bits: bits & ~(1 << UInt64(rank)))
  }

  func union(_ other: SessionSet) -> SessionSet {
    SessionSet(bits: bits | other.bits)
  }

  func intersection(_ other: SessionSet) -> SessionSet {
    SessionSet(bits: bits & other.bits)
  }

  func subtracting(_ other: SessionSet) -> SessionSet {
    SessionSet(bits: bits & ~other.bits)
  }

  func isSubset(of other: SessionSet) -> Bool {
    bits & ~other.bits == 0
  }

  /// All its subsets, itself and the empty one among them.
  ///
  /// - Complexity: O(2*ⁿ*) for *n* sessions.
  var subsets: [SessionSet] {
    var found = [self]
    var next = bits
    while next != 0 {
      next = (next - 1) & bits
      found.append(SessionSet(bits: next))
    }
    return found
  }

  func meets(_ other: SessionSet) -> Bool {
    bits & other.bits != 0
  }
}

extension SessionSet: Sequence {
  /// The ranks, ascending.
  func makeIterator() -> Ranks {
    Ranks(bits: bits)
  }

  struct Ranks: IteratorProtocol {
    var bits: UInt64

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      let rank = bits.trailingZeroBitCount
      bits &= bits &- 1
      return rank
    }
  }
}

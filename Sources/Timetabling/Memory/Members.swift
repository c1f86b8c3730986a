/// Some of the sessions of a problem, one bit each.
struct Members: Hashable, Sendable {
  private var words: [UInt64]

  /// None of so many sessions.
  init(below count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// Some of so many sessions.
  init(_ members: some Sequence<Int>, below count: Int) {
    self.init(below: count)
    for member in members { insert(member) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The sessions, ascending.
  var indices: [Int] {
    var found: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }

  func contains(_ member: Int) -> Bool { words[member / 64] & 1 << (member % 64) != 0 }

  mutating func insert(_ member: Int) { words[member / 64] |= 1 << (member % 64) }

  mutating func remove(_ member: Int) { words[member / 64] &= ~(1 << (member % 64)) }

  /// - Complexity: O(sessions / 64).
  mutating func formUnion(_ other: Members) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// - Complexity: O(sessions / 64).
  func subtracting(_ other: Members) -> Members {
    var rest = self
    for index in words.indices { rest.words[index] &= ~other.words[index] }
    return rest
  }
}

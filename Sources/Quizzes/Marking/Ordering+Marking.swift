extension Ordering {
  /// What an order earns by the item's rule, from 0 to 1.
  ///
  /// Source of the rules: Moodle's *ordering* question type. `partial` is its "absolute position",
  /// `neighbours` "relative to the next item (excluding last)", `pairs` "relative to all the
  /// previous and next items", `longestInOrder` "longest ordered subset".
  public func fraction(ordering order: [Int]) -> Rational {
    let count = texts.count
    guard count > 0, order.count == count, order.sorted() == Array(texts.indices) else { return 0 }
    switch rule {
    case .partial:
      return Rational(Int128(zip(order.indices, order).count { $0 == $1 }), over: Int128(count))
    case .neighbours:
      guard count > 1 else { return 1 }
      let right = zip(order, order.dropFirst()).count { $0 + 1 == $1 }
      return Rational(Int128(right), over: Int128(count - 1))
    case .pairs:
      guard count > 1 else { return 1 }
      let right = order.indices.reduce(0) { sum, place in
        sum + order[(place + 1)...].count { $0 > order[place] }
      }
      return Rational(Int128(2 * right), over: Int128(count * (count - 1)))
    case .longestInOrder:
      let longest = longestAscent(order)
      return longest < 2 ? 0 : Rational(Int128(longest), over: Int128(count))
    case .allOrNothing:
      return order == Array(texts.indices) ? 1 : 0
    }
  }

  /// The length of the longest ascending row, others left out.
  ///
  /// - Complexity: O(*n*²) for at most 26 texts.
  private func longestAscent(_ order: [Int]) -> Int {
    var lengths: [Int] = []
    for (place, text) in order.enumerated() {
      let before = (0..<place).filter { order[$0] < text }.map { lengths[$0] }.max() ?? 0
      lengths.append(before + 1)
    }
    return lengths.max() ?? 0
  }
}

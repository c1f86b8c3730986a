extension Int {
  /// The largest number of which both numbers, neither below 0, are multiples; the other one where one
  /// of them is 0.
  func greatestCommonDivisor(with other: Int) -> Int {
    var (left, right) = (self, other)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension Int {
  /// The greatest penalty that the exact method tells apart; `Int.max` stands for what cannot be.
  static let penaltyCap = Int.max - 1

  /// The sum of two penalties, neither below 0, or the greatest penalty where it is above.
  @inline(__always)
  func cappedSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow || sum > Self.penaltyCap ? Self.penaltyCap : sum
  }
}

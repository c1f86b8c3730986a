/// A sum that keeps all that costs less than a ceiling, by the prices of statements.
struct PricedLid: Sendable {
  let finding: LinearBound.Finding
  /// Its place among all.
  let sum: Int
  /// What weights were divided by.
  let divisor: Int128

  /// What the limit of the sum is below a cost.
  func limit(below cost: Int) -> Int128 {
    (Int128(cost - 1) * finding.scale - finding.least) / divisor
  }
}

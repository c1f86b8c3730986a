internal import Foundation

/// How far the scores of a quiz would come out the same with other items of its kind.
///
/// Only for attempts that were all asked the same items, at least three of them and two items.
public struct Reliability: Hashable, Sendable {
  /// Cronbach's alpha: *p* ÷ (*p* − 1) · (1 − Σ var *xᵢ* ÷ var *T*); at most 1, and below 0 where items
  /// contradict each other.
  ///
  /// The same as KR-20 where each item is either right or wrong, and Moodle's coefficient of internal
  /// consistency as a share. Source: L. J. Cronbach, *Coefficient alpha and the internal structure of
  /// tests*, Psychometrika 16 (1951).
  public let alpha: Double
  /// Alpha of items that all had the same variance: *k r̄* ÷ (1 + (*k* − 1) *r̄*), with the mean
  /// correlation of two items; `nil` where an item has no variance.
  public let standardizedAlpha: Double?
  /// KR-21: *k* ÷ (*k* − 1) · (1 − *M* (*k* − *M*) ÷ (*k σ*²)), with the divisor *n*; `nil` unless each
  /// item has the mark 0 or the same maximum.
  ///
  /// Source: G. F. Kuder and M. W. Richardson, *The theory of the estimation of test reliability*,
  /// Psychometrika 2 (1937).
  public let kr21: Double?
  /// The part of the deviation of scores that is error: √(1 − alpha); above 1 with a negative alpha.
  ///
  /// Moodle's error ratio as a share.
  public let errorRatio: Double
  /// The standard error of a score in marks: error ratio × standard deviation.
  public let standardError: Double

  /// Computes the reliability; `nil` where the marks do not allow it.
  ///
  /// - Complexity: O(*n*) in the number of marks.
  init?(_ table: MarkTable, itemVariances: [Double], totalVariance: Double) {
    let items = Double(table.items)
    guard table.isComplete, table.attempts > 2, table.items > 1, totalVariance > 0 else {
      return nil
    }
    let alpha = items / (items - 1) * (1 - itemVariances.reduce(0, +) / totalVariance)
    self.alpha = alpha
    errorRatio = (1 - alpha).squareRoot()
    standardError = errorRatio * totalVariance.squareRoot()
    standardizedAlpha = Self.standardizedAlpha(table, itemVariances)
    let whole = table.maxima[0]
    let isRightOrWrong =
      table.maxima.allSatisfy { $0 == whole }
      && table.marks.allSatisfy { $0 == 0 || $0 == whole }
    if isRightOrWrong {
      let mean = (table.totals.mean ?? 0) / whole
      let count = Double(table.attempts)
      let variance = totalVariance / (whole * whole) * (count - 1) / count
      kr21 = items / (items - 1) * (1 - mean * (items - mean) / (items * variance))
    } else {
      kr21 = nil
    }
  }

  private static func standardizedAlpha(_ table: MarkTable, _ variances: [Double]) -> Double? {
    guard variances.allSatisfy({ $0 > 0 }) else { return nil }
    // The variance of the sum of standardized marks is k + k (k − 1) times their mean correlation.
    let items = table.items
    let scales = variances.map { 1 / $0.squareRoot() }
    var sums: [Double] = []
    sums.reserveCapacity(table.attempts)
    for attempt in 0..<table.attempts {
      var sum = 0.0
      for item in 0..<items { sum += table.marks[attempt * items + item] * scales[item] }
      sums.append(sum)
    }
    guard let variance = sums.variance, variance > 0 else { return nil }
    let count = Double(items)
    return count / (count - 1) * (1 - count / variance)
  }
}

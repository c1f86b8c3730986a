internal import Foundation

/// What the marks say of one item.
///
/// Shares are from 0 to 1; Moodle shows them in percent. What cannot be computed is `nil`: nothing is
/// said of an item that nobody was asked, and no correlation where there is no variance.
public struct ItemStatistics: Hashable, Sendable {
  /// The number of attempts that were asked the item.
  public let attempts: Int
  /// The mean fraction earned: mean *xᵢ* ÷ *mᵢ*; from 0 (nobody) to 1 (everybody), below 0 where marks
  /// can be negative.
  ///
  /// `nil` until somebody was asked. Source: L. Crocker and J. Algina, *Introduction to Classical and
  /// Modern Test Theory*, 1986, chapter 14.
  public let facility: Double?
  /// The range that holds the facility of everybody in 95 of 100 samples (Wilson, 1927); `nil` unless
  /// each attempt was right or wrong.
  public let facilityInterval: Interval?
  /// The standard deviation of the fraction earned, with the divisor n − 1.
  public let deviation: Double?
  /// The share of the item's maximum in the maximum of all items.
  public let intendedWeight: Double
  /// The share of the item in what spreads the scores: √cov(*xᵢ*, *T*) ÷ Σ √cov(*xⱼ*, *T*), over the
  /// items whose covariance is not negative; `nil` where the item's own is.
  ///
  /// Source: Moodle's quiz statistics.
  public let effectiveWeight: Double?
  /// The correlation with the whole score, of which the item is a part, −1…1.
  public let totalCorrelation: Double?
  /// The discrimination: the correlation with the rest of the score, −1…1.
  ///
  /// cov(*xᵢ*, *Rᵢ*) ÷ √(var *xᵢ* · var *Rᵢ*) with *Rᵢ* = *T* − *xᵢ*: the corrected item-total
  /// correlation, and Moodle's discrimination index as a share. It is not the difference of the upper
  /// and lower groups, for which see ``upperLowerDifference``.
  public let discrimination: Double?
  /// The range that holds the discrimination in 95 of 100 samples (Fisher, 1921).
  public let discriminationInterval: Interval?
  /// The discrimination beside the greatest that marks with these distributions could have; at most 1.
  ///
  /// cov(*xᵢ*, *Rᵢ*) ÷ cov of both in ascending order. Below 0.15 Moodle calls it doubtful.
  /// Source: Moodle's quiz statistics (discriminative efficiency).
  public let discriminativeEfficiency: Double?
  /// Cronbach's alpha of the other items; `nil` unless all attempts were asked all items, at least
  /// three of each.
  public let alphaIfDeleted: Double?
  /// The facility in the best 27 of 100 attempts less that in the worst, −1…1; `nil` where a group
  /// would have fewer than three attempts.
  ///
  /// Groups by the whole score; attempts of equal score at the edge count in their order. Source:
  /// T. L. Kelley, *The selection of upper and lower groups for the validation of test items*, Journal
  /// of Educational Psychology 30 (1939).
  public let upperLowerDifference: Double?
}

extension MarkTable {
  /// What an item shares with the scores, before weights are known.
  struct Covariances {
    var attempts = 0
    var mean: Double?
    var variance: Double?
    /// With the whole score.
    var total: Double?
    var totalVariance: Double?
    /// With the rest of the score.
    var rest: Double?
    var restVariance: Double?
    /// The greatest that the covariance with the rest could be.
    var greatest: Double?
    var isRightOrWrong = false
  }

  /// The moments of an item.
  ///
  /// - Complexity: O(*n* log *n*) in the number of attempts.
  func covariances(of item: Int) -> Covariances {
    let column = column(item)
    var found = Covariances()
    found.attempts = column.marks.count
    found.mean = column.marks.mean
    found.variance = column.marks.variance
    found.rest = column.marks.covariance(with: column.rests)
    found.restVariance = column.rests.variance
    found.greatest = column.marks.sorted().covariance(with: column.rests.sorted())
    if let own = found.variance, let rest = found.rest, let other = found.restVariance {
      found.total = own + rest
      found.totalVariance = own + other + 2 * rest
    }
    let whole = maxima[item]
    found.isRightOrWrong = column.marks.allSatisfy { $0 == 0 || $0 == whole }
    return found
  }

  /// The facility of the upper less that of the lower group.
  func upperLowerDifference(of item: Int, order: [Int]) -> Double? {
    let asked = order.filter { self[$0, item] != nil }
    let size = Int((0.27 * Double(asked.count)).rounded())
    guard size >= 3 else { return nil }
    func facility(_ attempts: ArraySlice<Int>) -> Double {
      attempts.reduce(0) { $0 + (self[$1, item] ?? 0) } / Double(size) / maxima[item]
    }
    return facility(asked.suffix(size)) - facility(asked.prefix(size))
  }
}

extension ItemStatistics {
  init(
    _ item: Int,
    in table: MarkTable,
    _ own: MarkTable.Covariances,
    rootSum: Double,
    alphaIfDeleted: Double?,
    order: [Int]
  ) {
    let whole = table.maxima[item]
    attempts = own.attempts
    facility = own.mean.map { $0 / whole }
    facilityInterval =
      own.isRightOrWrong
      ? facility.flatMap { Interval(share: $0, attempts: own.attempts) } : nil
    deviation = own.variance.map { $0.squareRoot() / whole }
    intendedWeight = whole / table.maxima.reduce(0, +)
    effectiveWeight = own.total.flatMap { $0 >= 0 && rootSum > 0 ? $0.squareRoot() / rootSum : nil }
    totalCorrelation = Self.correlation(own.total, own.variance, own.totalVariance)
    discrimination = Self.correlation(own.rest, own.variance, own.restVariance)
    discriminationInterval = discrimination.flatMap {
      Interval(correlation: $0, attempts: own.attempts)
    }
    discriminativeEfficiency = Self.ratio(own.rest, own.greatest)
    self.alphaIfDeleted = alphaIfDeleted
    upperLowerDifference = table.upperLowerDifference(of: item, order: order)
  }

  private static func correlation(_ common: Double?, _ own: Double?, _ other: Double?) -> Double? {
    guard let common, let own, let other, own > 0, other > 0 else { return nil }
    return common / (own * other).squareRoot()
  }

  private static func ratio(_ part: Double?, _ whole: Double?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return part / whole
  }
}

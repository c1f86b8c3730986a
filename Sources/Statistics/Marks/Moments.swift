internal import Foundation

// Sums over samples. Variances and covariances have the divisor n − 1.

extension [Double] {
  /// The arithmetic mean; `nil` of nothing.
  var mean: Double? {
    isEmpty ? nil : reduce(0, +) / Double(count)
  }

  /// The variance with the divisor n − 1; `nil` of fewer than two numbers.
  var variance: Double? {
    covariance(with: self)
  }

  /// The standard deviation with the divisor n − 1; `nil` of fewer than two numbers.
  var deviation: Double? {
    variance?.squareRoot()
  }

  /// The covariance with as many other numbers, with the divisor n − 1; `nil` of fewer than two.
  func covariance(with others: [Double]) -> Double? {
    guard count > 1, let mean, let other = others.mean else { return nil }
    var sum = 0.0
    for index in indices { sum += (self[index] - mean) * (others[index] - other) }
    return sum / Double(count - 1)
  }

  /// The product-moment correlation, −1…1; `nil` where either has no variance.
  func correlation(with others: [Double]) -> Double? {
    guard let own = variance, let other = others.variance, own > 0, other > 0,
      let common = covariance(with: others)
    else { return nil }
    return common / (own * other).squareRoot()
  }

  /// A quantile of numbers in ascending order, by linear interpolation; `nil` of nothing.
  ///
  /// Source: R. J. Hyndman and Y. Fan, *Sample quantiles in statistical packages*, The American
  /// Statistician 50 (1996), definition 7.
  func quantile(_ share: Double) -> Double? {
    guard let last = indices.last else { return nil }
    let place = share * Double(last)
    let lower = Int(place.rounded(.down))
    let upper = Swift.min(lower + 1, last)
    return self[lower] + (place - Double(lower)) * (self[upper] - self[lower])
  }
}

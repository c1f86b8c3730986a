internal import Foundation

/// What a number of attempts allows to say.
///
/// The limits are conventions of the field, not results: a coefficient of fewer than ten attempts says
/// nothing, one of fewer than thirty gives an indication, and slopes of single items need hundreds.
public enum SampleSize: String, CaseIterable, Sendable {
  /// Fewer than 10 attempts: counts and shares only.
  case tooSmall = "too-small"
  /// 10 to 29: an indication, which the next class may contradict.
  case indicative
  /// 30 to 199: a class or a few; intervals are wide.
  case small
  /// 200 or more: slopes of single items can be estimated.
  case large

  /// What so many attempts allow.
  public init(attempts: Int) {
    self =
      switch attempts {
      case ..<10: .tooSmall
      case ..<30: .indicative
      case ..<200: .small
      default: .large
      }
  }

  /// Whether correlations and reliabilities are worth showing.
  public var allowsCoefficients: Bool { self != .tooSmall }
  /// Whether a model with a slope for each item is worth fitting.
  public var allowsSlopes: Bool { self == .large }
}

/// A range that holds the true value of a quantity in 95 of 100 samples.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// The range around a correlation; `nil` below four attempts and for −1 and 1.
  ///
  /// Source: R. A. Fisher, *On the "probable error" of a coefficient of correlation deduced from a
  /// small sample*, Metron 1 (1921): atanh *r* ± 1.96 ÷ √(*n* − 3).
  public init?(correlation: Double, attempts: Int) {
    guard attempts > 3, abs(correlation) < 1 else { return nil }
    let reach = normalQuantile / Double(attempts - 3).squareRoot()
    let middle = atanh(correlation)
    lower = tanh(middle - reach)
    upper = tanh(middle + reach)
  }

  /// The range around a share of attempts; `nil` of none.
  ///
  /// Source: E. B. Wilson, *Probable inference, the law of succession, and statistical inference*,
  /// Journal of the American Statistical Association 22 (1927).
  public init?(share: Double, attempts: Int) {
    guard attempts > 0, (0...1).contains(share) else { return nil }
    let count = Double(attempts)
    let square = normalQuantile * normalQuantile
    let middle = (share + square / (2 * count)) / (1 + square / count)
    let reach =
      normalQuantile / (1 + square / count)
      * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    lower = max(0, middle - reach)
    upper = min(1, middle + reach)
  }
}

/// The quantile of the normal distribution for 95 of 100.
let normalQuantile = 1.959963984540054

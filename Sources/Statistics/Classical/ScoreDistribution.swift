internal import Foundation

/// How the scores of attempts are spread.
///
/// In the unit of the numbers given, usually marks.
public struct ScoreDistribution: Hashable, Sendable {
  /// The number of scores.
  public let count: Int
  /// The least; `nil` of none.
  public let least: Double?
  /// The greatest; `nil` of none.
  public let greatest: Double?
  /// The arithmetic mean; `nil` of none.
  public let mean: Double?
  /// The middle score; of an even number the mean of the two in the middle; `nil` of none.
  public let median: Double?
  /// The first quartile, by linear interpolation (Hyndman and Fan, 1996, definition 7); `nil` of none.
  public let lowerQuartile: Double?
  /// The third quartile, likewise; `nil` of none.
  public let upperQuartile: Double?
  /// The standard deviation with the divisor n − 1; `nil` of fewer than two.
  public let deviation: Double?
  /// How far the scores lean to one side: *k*₃ ÷ *k*₂^1.5; below 0 where low scores are far out.
  ///
  /// With the central moments *mₖ* (divisor *S*): *k*₂ = *S m*₂ ÷ (*S* − 1) and
  /// *k*₃ = *S*² *m*₃ ÷ ((*S* − 1)(*S* − 2)). `nil` below three scores and without variance. Source:
  /// Moodle's quiz statistics.
  public let skewness: Double?
  /// How heavy the tails are beside the normal distribution's: *k*₄ ÷ *k*₂².
  ///
  /// *k*₄ = *S*² ((*S* + 1) *m*₄ − 3 (*S* − 1) *m*₂²) ÷ ((*S* − 1)(*S* − 2)(*S* − 3)). `nil` below four
  /// scores and without variance. Source: Moodle's quiz statistics.
  public let kurtosis: Double?

  /// Describes scores.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(of scores: [Double]) {
    let sorted = scores.sorted()
    count = sorted.count
    least = sorted.first
    greatest = sorted.last
    mean = sorted.mean
    median = sorted.quantile(0.5)
    lowerQuartile = sorted.quantile(0.25)
    upperQuartile = sorted.quantile(0.75)
    deviation = sorted.deviation
    let size = Double(sorted.count)
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for score in sorted {
      let away = score - (mean ?? 0)
      let square = away * away
      second += square / size
      third += square * away / size
      fourth += square * square / size
    }
    let variance = size * second / (size - 1)
    skewness =
      sorted.count > 2 && second > 0
      ? size * size * third / ((size - 1) * (size - 2)) / pow(variance, 1.5) : nil
    let spread = size * size * ((size + 1) * fourth - 3 * (size - 1) * second * second)
    kurtosis =
      sorted.count > 3 && second > 0
      ? spread / ((size - 1) * (size - 2) * (size - 3)) / (variance * variance) : nil
  }

  /// How many scores fall into each of some equal parts of a range; scores outside count at its ends.
  ///
  /// - Parameters:
  ///   - scores: The scores.
  ///   - range: The range, not empty.
  ///   - parts: The number of parts, at least 1.
  /// - Returns: The counts, from the lower end of the range.
  public static func histogram(
    of scores: [Double],
    over range: ClosedRange<Double>,
    parts: Int
  ) -> [Int] {
    precondition(parts > 0 && range.lowerBound < range.upperBound, "a histogram has a width")
    var counts = [Int](repeating: 0, count: parts)
    for score in scores {
      let share = (score - range.lowerBound) / (range.upperBound - range.lowerBound)
      counts[Int(min(Double(parts - 1), max(0, share * Double(parts))))] += 1
    }
    return counts
  }
}

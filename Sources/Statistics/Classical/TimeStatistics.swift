/// How long attempts took over one item, from its showing to the response.
public struct TimeStatistics: Hashable, Sendable {
  /// The number of responses with a time.
  public let count: Int
  /// The time that half of the responses took at most, in seconds.
  public let median: Double
  /// The time that a quarter took at most, in seconds.
  public let lowerQuartile: Double
  /// The time that three quarters took at most, in seconds.
  public let upperQuartile: Double

  /// Describes times in milliseconds, at least 0; `nil` of none.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(milliseconds: [Int64]) {
    let seconds = milliseconds.map { Double($0) / 1000 }.sorted()
    guard let median = seconds.quantile(0.5), let lower = seconds.quantile(0.25),
      let upper = seconds.quantile(0.75)
    else { return nil }
    count = seconds.count
    self.median = median
    lowerQuartile = lower
    upperQuartile = upper
  }
}

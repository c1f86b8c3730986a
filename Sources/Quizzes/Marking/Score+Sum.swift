extension Score {
  /// What follows from all entries together, added up once for everything that is said of them.
  public struct Sum: Hashable, Sendable {
    /// The sum of the marks; negative only where certainty costs.
    public let total: Rational
    /// The most that could have been earned.
    public let maximum: Rational
    /// The score in percent of the maximum, exactly; show it with ``places(least:)`` digits.
    public let percent: Rational
    /// Whether nobody has yet to mark anything.
    public let isFinal: Bool
    private let passPercent: Rational?

    /// Adds up a score.
    init(of score: Score) {
      (total, maximum) = (score.total, score.maximum)
      percent = maximum == 0 ? 0 : 100 * total / maximum
      isFinal = score.isFinal
      passPercent = score.passPercent
    }

    /// How many digits after the point to show of the score, so that it agrees with the verdict.
    ///
    /// - Parameter least: The fewest digits wanted.
    /// - Returns: At least as many.
    public func places(least: Int = 2) -> Int {
      let percents = [percent, 0, 100] + (passPercent.map { [$0] } ?? [])
      return Rational.places(telling: percents, least: least)
    }

    /// Whether the score passes, by the exact percentage; `nil` when nobody fails, and while marks are
    /// awaited without which it is not decided.
    public var isPassed: Bool? {
      guard let passPercent else { return nil }
      let isEnough = percent >= passPercent
      return isFinal || isEnough ? isEnough : nil
    }
  }
}

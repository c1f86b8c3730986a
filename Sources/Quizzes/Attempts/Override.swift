/// What is different for one participant, by a decision of the coordinator.
///
/// What is `nil` stays as the quiz and the roster say.
public struct Override: Hashable, Sendable {
  /// The factor by which the time limit is longer, from 1.
  public var extraTime: Rational?
  /// When the quiz opens.
  public var opens: Timestamp?
  /// When the quiz closes.
  public var closes: Timestamp?
  /// The time limit, before the factor.
  public var timeLimit: Duration?
  /// How many attempts there are.
  public var attempts: Int?
  /// Whether the participant need not sit the quiz, so that it does not count.
  public var isExcused: Bool?

  /// Creates an override.
  public init(
    extraTime: Rational? = nil,
    opens: Timestamp? = nil,
    closes: Timestamp? = nil,
    timeLimit: Duration? = nil,
    attempts: Int? = nil,
    isExcused: Bool? = nil
  ) {
    self.extraTime = extraTime
    self.opens = opens
    self.closes = closes
    self.timeLimit = timeLimit
    self.attempts = attempts
    self.isExcused = isExcused
  }

  /// This override with everything that a later one says instead.
  public func overridden(by later: Override) -> Override {
    Override(
      extraTime: later.extraTime ?? extraTime,
      opens: later.opens ?? opens,
      closes: later.closes ?? closes,
      timeLimit: later.timeLimit ?? timeLimit,
      attempts: later.attempts ?? attempts,
      isExcused: later.isExcused ?? isExcused
    )
  }
}

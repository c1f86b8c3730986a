extension Quiz {
  /// When and how often a quiz may be sat.
  public struct Conditions: Hashable, Sendable {
    /// When the quiz opens; `nil` when it was always open.
    public var opens: Timestamp?
    /// What of the timetable decides when the quiz opens, as long as that is not known; `nil` when an
    /// instant says it.
    public var opensBy: Tie?
    /// What of the timetable decides when the quiz closes, as long as that is not known.
    public var closesBy: Tie?
    /// When the quiz closes, for attempts under way too; `nil` when it never closes.
    public var closes: Timestamp?
    /// Whether the file says that the quiz never closes, rather than nothing.
    public var closesNever: Bool
    /// The time from the start to the deadline, before any extra time; above zero.
    public var timeLimit: Duration?
    /// How many graded attempts a participant has; `nil` for any number.
    public var attempts: Int?
    /// The least time between the end of an attempt and the start of the next.
    public var wait: Duration?

    /// Creates conditions; what is left out is free.
    public init(
      opens: Timestamp? = nil,
      closes: Timestamp? = nil,
      timeLimit: Duration? = nil,
      attempts: Int? = nil,
      wait: Duration? = nil,
      opensBy: Tie? = nil,
      closesBy: Tie? = nil,
      closesNever: Bool = false
    ) {
      self.opens = opens
      self.closes = closes
      self.timeLimit = timeLimit
      self.attempts = attempts
      self.wait = wait
      self.opensBy = opensBy
      self.closesBy = closesBy
      self.closesNever = closesNever
    }

    /// What applies where a file says nothing: a graded quiz has one attempt.
    public static func usual(in mode: Mode) -> Self {
      switch mode {
      case .graded: Self(attempts: 1)
      case .practice: Self()
      }
    }
  }

  /// Which of several attempts counts.
  public enum Grading: String, CaseIterable, Hashable, Sendable {
    case best
    case last
    case first
    case average
  }
}

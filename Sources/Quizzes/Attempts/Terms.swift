/// When, how long and how often one participant may sit one quiz.
///
/// Whoever knows more about the window, such as a published timetable, changes the conditions before
/// the terms are made of them.
public struct Terms: Hashable, Sendable {
  /// An attempt that counts towards the number allowed.
  public struct Earlier: Hashable, Sendable {
    /// When it began.
    public var startedAt: Timestamp
    /// When it ended.
    public var endedAt: Timestamp

    /// Creates an earlier attempt.
    public init(startedAt: Timestamp, endedAt: Timestamp) {
      self.startedAt = startedAt
      self.endedAt = endedAt
    }
  }

  /// Whether a new attempt may begin.
  public enum Admission: Hashable, Sendable {
    /// It may, and ends by itself at the deadline where there is one.
    case admitted(Deadline?)
    /// The quiz opens by a part of the timetable that was not published.
    case notPublished(Quiz.Tie)
    /// The quiz opens later.
    case notYetOpen(until: Timestamp)
    /// The quiz has closed.
    case closed(since: Timestamp)
    /// All attempts were made.
    case noAttemptLeft(of: Int)
    /// Some time must pass after the last attempt.
    case tooSoon(until: Timestamp)
  }

  /// What the quiz says, and an override instead.
  public let conditions: Quiz.Conditions
  /// The factor by which the time limit is longer, at least 1.
  public let extraTime: Rational

  /// Puts together what the quiz, the roster and the coordinator say.
  ///
  /// - Parameters:
  ///   - conditions: What the quiz says.
  ///   - extraTime: The factor on the roster.
  ///   - override: What the coordinator decided for this participant.
  public init(
    _ conditions: Quiz.Conditions,
    extraTime: Rational = 1,
    override: Override = Override()
  ) {
    self.conditions = Quiz.Conditions(
      opens: override.opens ?? conditions.opens,
      closes: override.closes ?? conditions.closes,
      timeLimit: override.timeLimit ?? conditions.timeLimit,
      attempts: override.attempts ?? conditions.attempts,
      wait: conditions.wait,
      opensBy: override.opens == nil ? conditions.opensBy : nil,
      closesBy: override.closes == nil ? conditions.closesBy : nil,
      closesNever: override.closes == nil && conditions.closesNever
    )
    self.extraTime = max(1, override.extraTime ?? extraTime)
  }

  /// The time limit with the extra time, in milliseconds; `nil` when there is none.
  public var limit: Int64? {
    conditions.timeLimit.map { limit in
      let extended = Rational(Int128(limit.milliseconds)) * extraTime
      return Int64(clamping: extended.numerator / extended.denominator)
    }
  }

  /// When an attempt that began at a time ends: after the time limit, or when the quiz closes if
  /// that is earlier; `nil` when neither is set.
  public func deadline(startedAt start: Timestamp) -> Deadline? {
    let untilClose = conditions.closes.map { $0.milliseconds(since: start) }
    guard let least = [limit, untilClose].compactMap({ $0 }).min() else { return nil }
    return Deadline(after: least, from: start)
  }

  /// Whether a new attempt may begin, and why not.
  ///
  /// - Parameters:
  ///   - now: The present.
  ///   - earlier: The attempts that count, in their order.
  /// - Returns: The deadline, or the first reason against it.
  public func admission(at now: Timestamp, after earlier: [Earlier]) -> Admission {
    if let tie = conditions.opensBy { return .notPublished(tie) }
    if let opens = conditions.opens, now < opens { return .notYetOpen(until: opens) }
    if let closes = conditions.closes, now >= closes { return .closed(since: closes) }
    if let attempts = conditions.attempts, earlier.count >= attempts {
      return .noAttemptLeft(of: attempts)
    }
    if let wait = conditions.wait?.milliseconds, let last = earlier.map(\.endedAt).max() {
      let (free, overflows) = last.milliseconds.addingReportingOverflow(wait)
      if !overflows, now.milliseconds < free {
        return .tooSoon(until: Timestamp(milliseconds: free))
      }
    }
    return .admitted(deadline(startedAt: now))
  }
}

extension Attempt {
  /// The deadline that the present terms give an open attempt instead of its own; `nil` when it stays.
  ///
  /// A deadline under way never comes nearer. A graded attempt that began without one ends when the
  /// quiz closes by the present terms.
  ///
  /// - Parameters:
  ///   - terms: What the present file, the roster and the coordinator say.
  ///   - reason: Why they are other than at the start.
  ///   - decidedBy: Who decided it.
  /// - Returns: What is recorded in the attempt.
  public func extended(
    by terms: Terms,
    because reason: String,
    decidedBy: String
  ) -> Event.Extension? {
    guard case .open(let progress) = state else { return nil }
    let deadline: Deadline?
    if let present = progress.deadline {
      deadline = terms.deadline(startedAt: progress.startedAt)
      guard deadline.map({ $0.milliseconds > present.milliseconds }) ?? true else { return nil }
    } else {
      guard case .graded = progress.start.kind, let closes = terms.conditions.closes else {
        return nil
      }
      let start = progress.startedAt
      deadline = Deadline(after: closes.milliseconds(since: start), from: start)
    }
    return Event.Extension(to: deadline, reason: reason, by: decidedBy)
  }
}

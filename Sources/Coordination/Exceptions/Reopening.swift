public import Quizzes
public import Records

/// Whether an exception opens a quiz again for somebody who could not respond any more.
public struct Reopening: Hashable, Sendable {
  /// The quiz.
  public let quiz: String
  /// To how many attempts right answers were shown.
  public let count: Int
  /// When they were first shown to anybody.
  public let shownAt: Timestamp

  /// Compares what somebody may do before and after an exception; `nil` when it opens nothing again,
  /// or no right answer was shown to anybody.
  ///
  /// - Parameters:
  ///   - quiz: The quiz's name.
  ///   - former: The terms without the exception.
  ///   - latter: The terms with it.
  ///   - attempts: The participant's graded attempts.
  ///   - shown: When right answers were shown, for each attempt of anybody to which they were.
  ///   - now: The present.
  public init?(
    of quiz: String,
    from former: Terms,
    to latter: Terms,
    attempts: [Attempt],
    shown: [Timestamp],
    at now: Moment
  ) {
    guard let shownAt = shown.min(),
      !former.letRespond(after: attempts, at: now), latter.letRespond(after: attempts, at: now)
    else { return nil }
    self.quiz = quiz
    self.shownAt = shownAt
    count = shown.count
  }
}

extension Terms {
  /// Whether somebody with these attempts may still respond, now or later.
  func letRespond(after attempts: [Attempt], at now: Moment) -> Bool {
    for var attempt in attempts where attempt.submittedAt == nil {
      if let new = attempt.extended(by: self, because: "", decidedBy: "") {
        try? attempt.apply(Event(.extended(new), at: now))
      }
      if attempt.closing(at: now) == nil { return true }
    }
    if let closes = conditions.closes, now.time >= closes { return false }
    return conditions.attempts.map { attempts.count < $0 } ?? true
  }
}

extension Attempt {
  /// When right answers of its quiz were first shown in the attempt; `nil` while they were not.
  public var answersShownAt: Timestamp? {
    guard let progress, progress.start.kind.givesFeedbackAtOnce else {
      return progress?.answersShownAt
    }
    return events.first { event in
      switch event.kind {
      case .responded, .tried: true
      case .started, .hinted, .certain, .skipped, .flagged, .moved, .left, .resumed, .submitted,
        .extended, .expired, .marked, .remarked, .shown, .identified:
        false
      }
    }?.time
  }

  /// When the participant last responded; `nil` without a response.
  public var lastResponseAt: Timestamp? {
    progress?.responses.values.map(\.time).max()
  }
}

extension Markbook {
  /// When right answers of a quiz were shown, for each attempt to which they were.
  public func answersShown(of quiz: String) throws -> [Timestamp] {
    try attempts(of: quiz).compactMap { recorded in
      try replay(recorded).answersShownAt
    }
  }
}

public import Curricula
public import Quizzes

/// Why somebody may not begin an attempt now.
public struct NotAdmitted: Error, Hashable, Sendable {
  /// The reason.
  public enum Reason: Hashable, Sendable {
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
    /// Practice would give right answers away before the quiz closes.
    case practiceAfterClose(Timestamp, isGuest: Bool)
    /// The same, and the quiz closes by a part of the timetable that was not published.
    case practiceAfterTie(Quiz.Tie, isGuest: Bool)
    /// The same, and the quiz never closes.
    case practiceNever(isGuest: Bool)
    /// Practice would give right answers away before the graded attempts, so many, were made.
    case practiceAfterAttempts(Int)
  }

  /// The reason.
  public let reason: Reason
  /// The zone in which instants are shown.
  public let zone: Zone
}

extension Terms.Admission {
  /// Why no attempt may begin; `nil` where one may.
  var refusal: NotAdmitted.Reason? {
    switch self {
    case .admitted: nil
    case .notPublished(let tie): .notPublished(tie)
    case .notYetOpen(let opens): .notYetOpen(until: opens)
    case .closed(let closes): .closed(since: closes)
    case .noAttemptLeft(let count): .noAttemptLeft(of: count)
    case .tooSoon(let free): .tooSoon(until: free)
    }
  }
}

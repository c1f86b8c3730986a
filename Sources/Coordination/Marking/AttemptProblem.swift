public import Quizzes
public import Records

/// Why a recorded attempt cannot be read back, marked, or gone on with.
public struct AttemptProblem: Error, Hashable, Sendable {
  /// What is wrong with it.
  public enum Fault: Hashable, Sendable {
    /// Its events do not follow from one another.
    case replaying(Refusal)
    /// It cannot be marked as the record says.
    case marking(MarkedAttempt.Problem)
    /// The text of its quiz was not kept.
    case lostText
    /// It is not one of its quiz.
    case goingOn(Refusal)
  }

  /// The attempt.
  public let attempt: RecordedAttempt.ID
  /// What is wrong with it.
  public let fault: Fault
}

extension Markbook {
  /// An attempt as its events tell it.
  ///
  /// - Throws: ``AttemptProblem`` or what the markbook refuses.
  func replay(_ recorded: RecordedAttempt) throws -> Attempt {
    try replay(recorded, events(of: recorded.id))
  }

  /// An attempt as these events tell it.
  func replay(_ recorded: RecordedAttempt, _ events: [Event]) throws(AttemptProblem) -> Attempt {
    do {
      return try Attempt(replaying: events)
    } catch {
      throw AttemptProblem(attempt: recorded.id, fault: .replaying(error))
    }
  }
}

public import Quizzes
public import Records

/// A response that waits for a person's mark.
public struct AwaitedMark: Sendable {
  /// The graded attempt.
  public let attempt: RecordedAttempt
  /// The item.
  public let item: Item.ID
  /// The item's maximum.
  public let maximum: Rational
  /// What was written.
  public let text: String
  /// When the attempt was submitted.
  public let submittedAt: Timestamp?
}

extension Markbook {
  /// All responses that wait for a person's mark, in the order of the attempts.
  ///
  /// - Throws: ``AttemptProblem`` or what the markbook refuses.
  public func awaitedMarks(at now: Moment) throws -> [AwaitedMark] {
    var texts = QuizTexts()
    return try attempts().filter { $0.kind == .graded }.flatMap { recorded in
      let reading = try AttemptReading(recorded, in: self, at: now, &texts)
      return (reading.score?.entries ?? []).filter(\.isAwaited).map { entry in
        AwaitedMark(
          attempt: recorded,
          item: entry.item,
          maximum: entry.full,
          text: reading.text(of: entry.item),
          submittedAt: reading.attempt.submittedAt
        )
      }
    }
  }
}

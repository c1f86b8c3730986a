public import Quizzes

/// An override with whom it is for, who decided it, and why.
public struct RecordedOverride: Hashable, Sendable {
  /// For whom, by identifier on the roster.
  public var participant: Participant.ID
  /// The quiz's name; `nil` for all quizzes.
  public var quiz: String?
  /// What is different.
  public var override: Override
  /// Why; not empty.
  public var reason: String
  /// Why the quiz is opened again although right answers were shown; `nil` where they were not.
  public var despite: String?
  /// Who decided it; not empty.
  public var decidedBy: String
  /// When it was recorded.
  public var time: Timestamp

  /// Creates an override.
  public init(
    for participant: Participant.ID,
    at quiz: String?,
    _ override: Override,
    because reason: String,
    despite: String? = nil,
    by decidedBy: String,
    at time: Timestamp
  ) {
    self.participant = Participant.normalized(participant)
    self.quiz = quiz
    self.override = override
    self.reason = reason
    self.despite = despite
    self.decidedBy = decidedBy
    self.time = time
  }
}

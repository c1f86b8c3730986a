public import Quizzes

/// One sitting of one quiz, as the markbook knows it without reading its events.
public struct RecordedAttempt: Hashable, Sendable, Identifiable {
  /// The identifier, unlike any other in any markbook: 128 bits as 32 hexadecimal digits.
  public let id: String
  /// The participant's identifier; `nil` for a guest.
  public let participant: String?
  /// Who sat, as the start of the attempt says: the participant's identifier, or what a guest is
  /// called.
  public let sitter: String
  /// The name of the quiz.
  public let quiz: String
  /// The SHA-256 of the quiz's text as it was when the attempt started.
  public let version: String
  /// Which attempt of this participant at this quiz it is, from 1.
  public let number: Int
  /// What the attempt is for.
  public let kind: Attempt.Kind
  /// How many events it has, at least 1.
  public internal(set) var eventCount: Int
  /// Whether it was handed in, or closed at its deadline.
  public internal(set) var isSubmitted: Bool
  /// The curriculum and edition for which it was sat.
  public internal(set) var programme = Programme.unknown

  /// The same attempt with another number of events.
  public func with(eventCount: Int) -> RecordedAttempt {
    var attempt = self
    attempt.eventCount = eventCount
    return attempt
  }
}

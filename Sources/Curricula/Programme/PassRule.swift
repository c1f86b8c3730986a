public import Diagnostics
public import Foundation

/// Who passes a programme: the quizzes that count, with their weights, and the least that is needed.
public struct PassRule: Hashable, Sendable {
  /// A quiz that counts.
  public struct Part: Hashable, Sendable {
    /// The name of the quiz.
    public var quiz: String
    /// How much it counts beside the others, above 0.
    public var weight: Decimal
    /// The least percentage in this quiz, from 0 to 100; `nil` where only the mean counts.
    public var minimum: Decimal?
    /// Where it was declared.
    public var location: Diagnostic.Location

    /// Creates a part.
    public init(
      quiz: String,
      weight: Decimal = 1,
      minimum: Decimal? = nil,
      location: Diagnostic.Location = .init(file: "")
    ) {
      self.quiz = quiz
      self.weight = weight
      self.minimum = minimum
      self.location = location
    }
  }

  /// The quizzes that count.
  public var parts: [Part]
  /// The least weighted mean of their percentages, from 0 to 100.
  public var minimum: Decimal
  /// The least attendance in percent of the sessions, from 0 to 100; `nil` where it does not count.
  public var attendance: Decimal?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a rule.
  public init(
    parts: [Part],
    minimum: Decimal,
    attendance: Decimal? = nil,
    location: Diagnostic.Location = .init(file: "")
  ) {
    self.parts = parts
    self.minimum = minimum
    self.attendance = attendance
    self.location = location
  }
}

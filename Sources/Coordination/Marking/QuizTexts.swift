internal import Diagnostics
public import Quizzes
public import Records

/// The versions of quizzes that attempts were sat and marked by, each parsed once.
public struct QuizTexts {
  private var known: [String: Quiz?] = [:]

  /// Begins with none.
  public init() {}

  /// A version of a quiz; `nil` when no such text was kept.
  ///
  /// - Parameters:
  ///   - hash: The hash of its text.
  ///   - name: The quiz's name, for messages.
  ///   - markbook: Where texts are kept.
  /// - Returns: The quiz.
  /// - Throws: What the markbook refuses, or what is wrong with the text.
  public mutating func quiz(
    ofVersion hash: String,
    named name: String,
    in markbook: Markbook
  ) throws -> Quiz? {
    if let quiz = known[hash] { return quiz }
    let quiz = try markbook.quiz(ofVersion: hash, named: name)
    known[hash] = .some(quiz)
    return quiz
  }
}

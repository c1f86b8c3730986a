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

extension AttemptReading {
  /// Reads an attempt like ``init(_:in:at:)``, with texts that are parsed once for all attempts.
  ///
  /// - Parameters:
  ///   - recorded: The attempt as the markbook knows it.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  ///   - texts: The versions known so far.
  /// - Throws: What the markbook refuses, or why the attempt cannot be replayed or marked.
  public init(
    _ recorded: RecordedAttempt,
    in markbook: Markbook,
    at now: Moment,
    _ texts: inout QuizTexts
  ) throws {
    self.recorded = recorded
    var attempt = try Attempt(replaying: markbook.events(of: recorded.id))
    if let closing = attempt.closing(at: now) { try attempt.apply(closing) }
    self.attempt = attempt
    guard attempt.submittedAt != nil,
      let sat = try texts.quiz(ofVersion: recorded.version, named: recorded.quiz, in: markbook)
    else {
      marked = nil
      return
    }
    var versions: [String: Quiz] = [:]
    for remark in attempt.progress?.remarks ?? [] {
      let version = remark.what.version
      versions[version] = try texts.quiz(ofVersion: version, named: recorded.quiz, in: markbook)
    }
    marked = try MarkedAttempt(attempt, of: sat) { versions[$0] }
  }
}

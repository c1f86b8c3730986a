import Diagnostics
import Quizzes
import Records

/// An attempt read back from the markbook: its events, and what they are worth.
struct AttemptRecord {
  let recorded: RecordedAttempt
  /// The attempt, closed where its deadline has passed, whether or not that was recorded yet.
  let attempt: Attempt
  /// The quiz as it was sat; `nil` while the attempt is open.
  let quiz: Quiz?
  /// The score; `nil` while the attempt is open.
  let score: Score?

  init(_ recorded: RecordedAttempt, in markbook: Markbook, at now: Moment = .now) throws {
    self.recorded = recorded
    do {
      var attempt = try Attempt(replaying: markbook.events(of: recorded.id))
      if let closing = attempt.closing(at: now) { try attempt.apply(closing) }
      self.attempt = attempt
      guard attempt.submittedAt != nil, let progress = attempt.progress,
        let text = try markbook.text(ofVersion: recorded.version)
      else {
        (quiz, score) = (nil, nil)
        return
      }
      let quiz = try Quiz.parse(SourceText(file: recorded.quiz, text: text))
      self.quiz = quiz
      score = quiz.score(of: progress)
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "attempt \(recorded.id) cannot be replayed: \(refusal)")
    }
  }
}

import Diagnostics
import Quizzes
import Records

/// An attempt read back from the markbook: its events, and what they are worth.
struct AttemptRecord {
  let recorded: RecordedAttempt
  let attempt: Attempt
  /// The score; `nil` while the attempt is open.
  let score: Score?

  init(_ recorded: RecordedAttempt, in markbook: Markbook) throws {
    self.recorded = recorded
    do {
      attempt = try Attempt(replaying: markbook.events(of: recorded.id))
      guard attempt.submittedAt != nil, let progress = attempt.progress,
        let text = try markbook.text(ofVersion: recorded.version)
      else {
        score = nil
        return
      }
      let source = SourceText(file: recorded.quiz, text: text)
      score = try Quiz.parse(source).score(of: progress)
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "attempt \(recorded.id) cannot be replayed: \(refusal)")
    }
  }
}

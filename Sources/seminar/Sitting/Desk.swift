import Diagnostics
import Quizzes
import Records

/// Where somebody sits down: it finds the attempt to go on with, or starts a new one.
struct Desk {
  let markbook: Markbook
  let file: Workspace.QuizFile
  let sitter: Sitter
  let isPractice: Bool
  let seed: UInt64?
  let goOnCommand: String

  /// The conversation with its first turn, recorded.
  ///
  /// An attempt that is open is sat on with the text of the quiz with which it began, even when the
  /// file was changed since.
  func open(_ quiz: Quiz) throws -> (Conversation, Turn, RecordedAttempt) {
    let kind = kind(of: quiz)
    do {
      let open = try markbook.attempts(of: file.name, by: sitter.id).last {
        !$0.isSubmitted && $0.kind == kind && $0.participant == sitter.id
      }
      guard let open else { return try start(quiz, kind) }
      return try resume(open)
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "the attempt cannot go on: \(refusal)")
    }
  }

  private func kind(of quiz: Quiz) -> Attempt.Kind {
    guard case .participant = sitter, !isPractice else { return .practice }
    switch quiz.mode {
    case .graded: return .graded
    case .practice: return .practice
    }
  }

  private func start(
    _ quiz: Quiz,
    _ kind: Attempt.Kind
  ) throws -> (Conversation, Turn, RecordedAttempt) {
    var generator = SystemRandomNumberGenerator()
    let seed = seed ?? generator.next()
    let start = Event.Start(
      quiz: file.name,
      contentHash: Markbook.version(of: quiz.text),
      participant: sitter.id ?? "guest",
      kind: kind,
      number: try markbook.nextNumber(of: file.name, by: sitter.id),
      seed: seed,
      arrangement: Arrangement(of: quiz, seed: seed)
    )
    let (conversation, turn) = try Conversation.start(
      quiz,
      start,
      goOnCommand: goOnCommand,
      at: .now
    )
    let attempt = try markbook.startAttempt(
      with: turn.events,
      text: quiz.text,
      by: sitter.id,
      using: &generator
    )
    return (conversation, turn, attempt)
  }

  private func resume(
    _ recorded: RecordedAttempt
  ) throws -> (Conversation, Turn, RecordedAttempt) {
    let attempt = try Attempt(replaying: markbook.events(of: recorded.id))
    guard let text = try markbook.text(ofVersion: recorded.version) else {
      throw Failure(.badInput, "the markbook has lost the text of the attempt's quiz")
    }
    let quiz = try Quiz.parse(SourceText(file: file.path, text: text))
    let (conversation, turn) = try Conversation.resume(
      quiz,
      attempt,
      goOnCommand: goOnCommand,
      at: .now
    )
    let count = try markbook.append(turn.events, to: recorded.id, after: recorded.eventCount)
    return (conversation, turn, recorded.with(eventCount: count))
  }
}

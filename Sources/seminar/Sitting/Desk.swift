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
  /// file, which is read by the function given, was changed since, or broken.
  func open(reading read: () throws -> Quiz) throws -> (Conversation, Turn, RecordedAttempt) {
    do {
      let open = try markbook.attempts(of: file.name, by: sitter.id).filter {
        !$0.isSubmitted && $0.participant == sitter.id
      }
      let quiz: Quiz
      do {
        quiz = try read()
      } catch {
        guard let last = open.last(where: { !isPractice || $0.kind == .practice }) else {
          throw error
        }
        return try resume(last)
      }
      let kind = kind(of: quiz)
      guard let last = open.last(where: { $0.kind == kind }) else {
        return try start(quiz, kind)
      }
      return try resume(last)
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

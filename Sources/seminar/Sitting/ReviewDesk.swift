import Diagnostics
import Quizzes
import Records

/// Where somebody sits down for a review: it goes on with an open one, or puts a new one together.
struct ReviewDesk {
  let workspace: Workspace
  let markbook: Markbook
  let sitter: Sitter
  /// The most items of a new review.
  let limit: Int
  let seed: UInt64?
  let goOnCommand: String

  /// Brings the schedule up to date with all attempts, durably.
  func dueItems() throws -> DueItems {
    let due = try DueItems(of: sitter.id, in: workspace, markbook, at: .now)
    do {
      try markbook.keep(due.unrecorded)
    } catch {
      throw Failure(error)
    }
    return due
  }

  /// The conversation with its first turn, recorded; `nil` when there is nothing to ask.
  func open() throws -> (Conversation, Turn, RecordedAttempt)? {
    do {
      let open = try markbook.attempts(of: Quiz.reviewName, by: sitter.id).last {
        !$0.isSubmitted && $0.kind == .review && $0.participant == sitter.id
      }
      if let open { return try resume(open) }
      guard let quiz = Quiz.review(of: try dueItems().drawn(atMost: limit)) else { return nil }
      return try start(quiz)
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "the review cannot go on: \(refusal)")
    }
  }

  private func start(_ quiz: Quiz) throws -> (Conversation, Turn, RecordedAttempt) {
    var generator = SystemRandomNumberGenerator()
    let seed = seed ?? generator.next()
    let start = Event.Start(
      quiz: Quiz.reviewName,
      contentHash: Markbook.version(of: quiz.text),
      participant: sitter.id ?? "guest",
      kind: .review,
      number: try markbook.nextNumber(of: Quiz.reviewName, by: sitter.id),
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
      throw Failure(.badInput, "the markbook has lost the text of the review")
    }
    let quiz = try Quiz.parse(SourceText(file: Quiz.reviewName, text: text))
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

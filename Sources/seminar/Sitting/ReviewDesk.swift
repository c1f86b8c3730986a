import Quizzes
import Records

/// Where somebody sits down for a review: it goes on with an open one, or puts a new one together.
struct ReviewDesk {
  let desk: Desk
  let workspace: Workspace
  /// The most items of a new review.
  let limit: Int

  /// What is due after all attempts so far.
  func dueItems() throws -> DueItems {
    try DueItems(of: desk.sitter, in: workspace, desk.markbook, at: .now)
  }

  /// The review that was left; `nil` when there is none.
  func leftReview() throws -> RecordedAttempt? {
    try desk.wordingErrors {
      try desk.attempts(of: Quiz.reviewName).last { !$0.isSubmitted && $0.kind == .review }
    }
  }

  /// Goes on with a review.
  func goOn(with recorded: RecordedAttempt) throws -> Desk.Opening {
    try desk.wordingErrors { try desk.resume(recorded, readFrom: Quiz.reviewName) }
  }

  /// Begins a review; `nil` when there is nothing to ask.
  func begin() throws -> Desk.Opening? {
    try desk.wordingErrors {
      guard let quiz = Quiz.review(of: try dueItems().drawn(atMost: limit)) else { return nil }
      return try desk.start(
        quiz,
        desk.beginning(of: quiz, as: Quiz.reviewName, .review),
        for: workspace.programme()
      )
    }
  }
}

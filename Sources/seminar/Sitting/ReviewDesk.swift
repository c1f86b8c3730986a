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

  /// The conversation with its first turn, recorded; `nil` when there is nothing to ask.
  func open() throws -> Desk.Opening? {
    try desk.wordingErrors {
      let open = try desk.attempts(of: Quiz.reviewName).last {
        !$0.isSubmitted && $0.kind == .review
      }
      if let open { return try desk.resume(open, readFrom: Quiz.reviewName) }
      guard let quiz = Quiz.review(of: try dueItems().drawn(atMost: limit)) else { return nil }
      return try desk.start(quiz, as: Quiz.reviewName, .review)
    }
  }
}

public import Quizzes
public import Records

/// Where somebody sits down for a review: it goes on with an open one, or puts a new one together.
public struct ReviewDesk {
  let desk: Desk
  let workspace: any WorkspaceContents
  /// The most items of a new review.
  let limit: Int

  /// Creates a desk for reviews.
  ///
  /// - Parameters:
  ///   - desk: Who sits, and where that is recorded.
  ///   - limit: The most items of a new review.
  ///   - workspace: Where the quizzes are.
  public init(_ desk: Desk, atMost limit: Int, in workspace: any WorkspaceContents) {
    self.desk = desk
    self.limit = limit
    self.workspace = workspace
  }

  /// What is due after all attempts so far.
  public func dueItems(at now: Timestamp) throws -> DueItems {
    try DueItems(of: desk.sitter, in: workspace, desk.markbook, at: now)
  }

  /// The review that was left; `nil` when there is none.
  public func leftReview() throws(MarkbookError) -> RecordedAttempt? {
    try desk.attempts(of: Quiz.reviewName).last { !$0.isSubmitted && $0.kind == .review }
  }

  /// Goes on with a review.
  public func goOn(with recorded: RecordedAttempt, at now: Moment) throws -> Desk.Opening {
    try desk.resume(recorded, readFrom: Quiz.reviewName, at: now)
  }

  /// Begins a review; `nil` when there is nothing to ask.
  public func begin(
    at now: Moment,
    using generator: inout some RandomNumberGenerator
  ) throws -> Desk.Opening? {
    guard let quiz = Quiz.review(of: try dueItems(at: now.time).drawn(atMost: limit)) else {
      return nil
    }
    return try desk.start(
      quiz,
      desk.beginning(of: quiz, as: Quiz.reviewName, .review),
      for: workspace.programme(),
      at: now,
      using: &generator
    )
  }
}

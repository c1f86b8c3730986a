internal import Diagnostics
public import Quizzes
public import Records

/// An attempt read back from the markbook: its events, and what they are worth.
public struct AttemptReading: Sendable {
  /// The attempt as the markbook knows it.
  public let recorded: RecordedAttempt
  /// The attempt as it was sat, closed where its deadline has passed, whether or not that was recorded
  /// yet.
  public let attempt: Attempt
  /// What it earned, by every version of the quiz that marked it; `nil` while the attempt is open.
  public let marked: MarkedAttempt?

  /// Reads an attempt.
  ///
  /// - Parameters:
  ///   - recorded: The attempt as the markbook knows it.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  /// - Throws: What the markbook refuses, or why the attempt cannot be replayed or marked.
  public init(
    _ recorded: RecordedAttempt,
    in markbook: Markbook,
    at now: Moment
  ) throws {
    self.recorded = recorded
    var attempt = try Attempt(replaying: markbook.events(of: recorded.id))
    if let closing = attempt.closing(at: now) { try attempt.apply(closing) }
    self.attempt = attempt
    guard attempt.submittedAt != nil,
      let sat = try markbook.quiz(ofVersion: recorded.version, named: recorded.quiz)
    else {
      marked = nil
      return
    }
    var versions: [String: Quiz] = [:]
    for remark in attempt.progress?.remarks ?? [] {
      let version = remark.what.version
      versions[version] = try markbook.quiz(ofVersion: version, named: recorded.quiz)
    }
    marked = try MarkedAttempt(attempt, of: sat) { versions[$0] }
  }

  /// What the reading knows beyond what is recorded: that the attempt closed at its deadline.
  public var unrecorded: [Event] {
    Array(attempt.events.dropFirst(recorded.eventCount))
  }
}

extension Markbook {
  /// A quiz as it was sat, or kept to mark attempts again; `nil` when no such text was kept.
  public func quiz(ofVersion hash: String, named name: String) throws -> Quiz? {
    try text(ofVersion: hash).map { try Quiz.parse(SourceText(file: name, text: $0)) }
  }
}

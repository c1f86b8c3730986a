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

  /// Reads an attempt; several are better read with ``QuizTexts`` that they share.
  ///
  /// - Parameters:
  ///   - recorded: The attempt as the markbook knows it.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  /// - Throws: What the markbook refuses, or ``AttemptProblem``.
  public init(_ recorded: RecordedAttempt, in markbook: Markbook, at now: Moment) throws {
    var texts = QuizTexts()
    try self.init(recorded, in: markbook, at: now, &texts)
  }

  /// Reads an attempt, with quiz texts that are parsed once for all attempts.
  ///
  /// - Parameters:
  ///   - recorded: The attempt as the markbook knows it.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  ///   - texts: The versions known so far.
  /// - Throws: What the markbook refuses, or ``AttemptProblem``.
  public init(
    _ recorded: RecordedAttempt,
    in markbook: Markbook,
    at now: Moment,
    _ texts: inout QuizTexts
  ) throws {
    try self.init(recorded, markbook.replay(recorded), at: now) { hash in
      try texts.quiz(ofVersion: hash, named: recorded.quiz, in: markbook)
    }
  }

  /// Marks an attempt that was replayed.
  ///
  /// - Parameters:
  ///   - recorded: The attempt as the markbook knows it.
  ///   - replayed: The attempt as its events tell it.
  ///   - now: The present.
  ///   - version: The version of the quiz that has a hash.
  /// - Throws: ``AttemptProblem``, or what looking for a version throws.
  init(
    _ recorded: RecordedAttempt,
    _ replayed: Attempt,
    at now: Moment,
    version: (String) throws -> Quiz?
  ) throws {
    func problem(_ fault: AttemptProblem.Fault) -> AttemptProblem {
      AttemptProblem(attempt: recorded.id, fault: fault)
    }
    self.recorded = recorded
    var attempt = replayed
    if let closing = attempt.closing(at: now) {
      do throws(Refusal) {
        try attempt.apply(closing)
      } catch {
        throw problem(.replaying(error))
      }
    }
    self.attempt = attempt
    guard attempt.submittedAt != nil, let sat = try version(recorded.version) else {
      marked = nil
      return
    }
    var versions: [String: Quiz] = [:]
    for remark in attempt.progress?.remarks ?? [] {
      versions[remark.what.version] = try version(remark.what.version)
    }
    do throws(MarkedAttempt.Problem) {
      marked = try MarkedAttempt(attempt, of: sat) { versions[$0] }
    } catch {
      throw problem(.marking(error))
    }
  }

  /// The quiz by which the attempt is marked now; `nil` while it is open.
  public var quiz: Quiz? { marked?.quiz }
  /// What it earned; `nil` while it is open.
  public var score: Score? { marked?.score }

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

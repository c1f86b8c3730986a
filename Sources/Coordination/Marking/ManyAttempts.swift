public import Quizzes
public import Records

/// Reads many attempts in their order, a batch at a time.
///
/// The records of a batch are read at once, and each quiz text is parsed once. While the next batch is read, all processors replay and mark those that are there.
///
/// The records are not checked one by one: whoever exports them verifies the whole markbook before, or
/// says that nobody did.
public struct ManyAttempts {
  /// What hears how many attempts of how many have been read.
  public typealias Progress = (_ read: Int, _ of: Int) -> Void

  private let markbook: Markbook
  private let now: Moment
  private let progress: Progress?
  private let lanes: Int?
  /// How many attempts are read at once.
  private static let batch = 256

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - markbook: Where the attempts are recorded.
  ///   - now: The present.
  ///   - lanes: How many processors work; all of them unless it is said otherwise. What comes out is the
  ///     same.
  ///   - progress: What hears how far the reading is.
  public init(
    in markbook: Markbook,
    at now: Moment,
    lanes: Int? = nil,
    progress: Progress? = nil
  ) {
    self.markbook = markbook
    self.now = now
    self.progress = progress
    self.lanes = lanes
  }

  /// Reads attempts, and does something with each.
  ///
  /// - Parameters:
  ///   - attempts: The attempts.
  ///   - body: What is done with each, and with the versions of quizzes that are needed for it.
  /// - Throws: ``AttemptProblem``, what the markbook refuses, or what the body throws.
  public func read(
    _ attempts: [RecordedAttempt],
    _ body: (_ reading: AttemptReading, _ texts: KnownQuizzes) throws -> Void
  ) throws {
    try readBatches(
      attempts,
      work: { readings, _ in readings },
      taking: { readings, texts in
        for reading in readings { try body(reading, texts) }
      }
    )
  }

  /// Reads attempts, and writes something of each.
  ///
  /// - Parameters:
  ///   - attempts: The attempts.
  ///   - writer: What writes; each batch has a copy.
  ///   - sink: Takes the texts in the order of the attempts.
  /// - Throws: ``AttemptProblem``, what the markbook refuses, or what writer and sink throw.
  public func write(
    _ attempts: [RecordedAttempt],
    by writer: some AttemptWriter,
    to sink: (String) throws -> Void
  ) throws {
    try readBatches(
      attempts,
      work: { readings, texts in
        var writer = writer
        for reading in readings { try writer.write(reading, texts) }
        return writer.take()
      },
      taking: { text, _ in try sink(text) }
    )
  }

  private func readBatches<Part: Sendable>(
    _ attempts: [RecordedAttempt],
    work: @escaping @Sendable ([AttemptReading], KnownQuizzes) throws -> Part,
    taking: (Part, KnownQuizzes) throws -> Void
  ) throws {
    var texts = QuizTexts()
    var (start, taken) = (0, 0)
    try SideBySide.inOrder(
      lanes: lanes,
      reading: { () throws -> Batch? in
        guard start < attempts.count else { return nil }
        let batch = Array(attempts[start..<min(start + Self.batch, attempts.count)])
        start += batch.count
        let events = try markbook.encodedEvents(of: batch)
        let quizzes = try quizzes(of: batch, events, &texts)
        return Batch(attempts: batch, events: events, quizzes: quizzes)
      },
      { [markbook, now] batch in
        let part = try work(batch.read(in: markbook, at: now), batch.quizzes)
        return (batch.attempts.count, part, batch.quizzes)
      },
      taking: { count, part, quizzes in
        try taking(part, quizzes)
        taken += count
        progress?(taken, attempts.count)
      }
    )
  }

  /// The versions by which attempts are sat and marked.
  private func quizzes(
    of attempts: [RecordedAttempt],
    _ events: EncodedEvents,
    _ texts: inout QuizTexts
  ) throws -> KnownQuizzes {
    var quizzes: [String: Quiz] = [:]
    var reader = EncodedEvents.Reader(events)
    for (place, attempt) in attempts.enumerated() {
      var versions = [attempt.version]
      for row in events.rows(ofAttempt: place) where events.kind(ofRow: row) == "remarked" {
        if case .remarked(let remarked) = try markbook.event(row, &reader).kind {
          versions.append(remarked.version)
        }
      }
      for version in versions where quizzes[version] == nil {
        quizzes[version] = try texts.quiz(ofVersion: version, named: attempt.quiz, in: markbook)
      }
    }
    return KnownQuizzes(quizzes)
  }
}

/// Attempts as they are recorded, and what is needed to replay and mark them.
private struct Batch: Sendable {
  let attempts: [RecordedAttempt]
  let events: EncodedEvents
  let quizzes: KnownQuizzes

  /// Replays and marks the attempts.
  func read(in markbook: Markbook, at now: Moment) throws -> [AttemptReading] {
    var reader = EncodedEvents.Reader(events)
    return try attempts.enumerated().map { place, attempt in
      let rows = events.rows(ofAttempt: place)
      var sat: [Event] = []
      sat.reserveCapacity(rows.count + 1)
      for row in rows { sat.append(try markbook.event(row, &reader)) }
      let recorded = attempt.counting(events, of: rows)
      return try AttemptReading(recorded, markbook.replay(recorded, sat), at: now) { quizzes[$0] }
    }
  }
}

/// Versions of quizzes by their hashes.
public struct KnownQuizzes: Sendable {
  private let quizzes: [String: Quiz]

  init(_ quizzes: [String: Quiz]) {
    self.quizzes = quizzes
  }

  /// The version that has a hash; `nil` when its text was not kept.
  public subscript(hash: String) -> Quiz? { quizzes[hash] }
}

/// Writes something of attempts as text, one after another.
public protocol AttemptWriter: Sendable {
  /// Writes what is to be said of an attempt.
  mutating func write(_ reading: AttemptReading, _ texts: KnownQuizzes) throws
  /// Hands over what is written so far, and begins to collect anew.
  mutating func take() -> String
}

public import Quizzes
public import Records

/// Reads many attempts in their order, a batch at a time: its records at once, each quiz text parsed
/// once, and replaying and marking on all processors.
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
  /// How many attempts are in memory at once.
  private static let batch = 1024

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - markbook: Where the attempts are recorded.
  ///   - now: The present.
  ///   - lanes: How many parts of a batch are worked on at once; as many as there are processors unless
  ///     it is said otherwise. What comes out is the same.
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
      taking: { parts, texts in
        for reading in parts.joined() { try body(reading, texts) }
      }
    )
  }

  /// Reads attempts, and writes something of each.
  ///
  /// - Parameters:
  ///   - attempts: The attempts.
  ///   - writer: What writes; each part of a batch has a copy.
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
      taking: { parts, _ in for part in parts { try sink(part) } }
    )
  }

  private func readBatches<Part: Sendable>(
    _ attempts: [RecordedAttempt],
    work: @escaping @Sendable ([AttemptReading], KnownQuizzes) throws -> Part,
    taking: ([Part], KnownQuizzes) throws -> Void
  ) throws {
    var texts = QuizTexts()
    for start in stride(from: 0, to: attempts.count, by: Self.batch) {
      let batch = attempts[start..<min(start + Self.batch, attempts.count)]
      let encoded = try markbook.encodedEvents(of: batch)
      let known = try quizzes(of: batch, encoded, &texts)
      let rows = zip(batch, encoded).map { ($0.counting($1), $1) }
      let parts = try SideBySide.parts(of: rows, lanes: lanes) { [markbook, now] rows in
        try work(
          rows.map { try AttemptReading($0, $1, in: markbook, at: now, known) },
          known
        )
      }
      try taking(parts, known)
      progress?(start + batch.count, attempts.count)
    }
  }

  /// The versions by which attempts are sat and marked.
  private func quizzes(
    of batch: ArraySlice<RecordedAttempt>,
    _ encoded: [[Event.Encoded]],
    _ texts: inout QuizTexts
  ) throws -> KnownQuizzes {
    var quizzes: [String: Quiz] = [:]
    for (attempt, events) in zip(batch, encoded) {
      var versions = [attempt.version]
      for event in events where event.kind == "remarked" {
        if case .remarked(let remarked) = try markbook.event(event).kind {
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

extension AttemptReading {
  /// Replays and marks an attempt.
  fileprivate init(
    _ recorded: RecordedAttempt,
    _ encoded: [Event.Encoded],
    in markbook: Markbook,
    at now: Moment,
    _ known: KnownQuizzes
  ) throws {
    var events: [Event] = []
    events.reserveCapacity(encoded.count + 1)
    for event in encoded { events.append(try markbook.event(event)) }
    try self.init(recorded, markbook.replay(recorded, events), at: now) { known[$0] }
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

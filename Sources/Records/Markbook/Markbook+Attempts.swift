internal import GRDB
public import Quizzes

extension Markbook {
  /// Starts an attempt: keeps the quiz's text as it is now, numbers the attempt, and records that
  /// it started.
  ///
  /// - Parameters:
  ///   - quiz: The quiz's name, as on the command line.
  ///   - text: The whole text of the quiz, kept once for all attempts that share it.
  ///   - participant: Who sits, by identifier on the roster; `nil` for a guest, who only practises.
  ///   - kind: What the attempt is for.
  ///   - seed: The source of the arrangement.
  ///   - arrangement: The items and options in the order in which they are shown.
  ///   - time: Now.
  ///   - generator: The source of the attempt's identifier.
  /// - Returns: The attempt, with its first event recorded durably.
  /// - Throws: ``MarkbookError``, among others when nobody on the roster has the identifier.
  public func startAttempt(
    of quiz: String,
    text: String,
    by participant: String?,
    kind: Attempt.Kind,
    seed: UInt64,
    arrangement: Arrangement,
    at time: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) throws(MarkbookError) -> RecordedAttempt {
    let version = SHA256(of: text.utf8).hexadecimal
    let id = Self.identifier(using: &generator)
    return try write { database in
      if let participant, try !Self.isOnRoster(participant, database) {
        throw failure(.unknownParticipant(participant))
      }
      try database.execute(
        sql: "INSERT INTO quiz_version VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
        arguments: [version, quiz, text]
      )
      let last = try Int.fetchOne(
        database,
        sql: "SELECT max(number) FROM attempt WHERE participant IS ? AND quiz = ?",
        arguments: [participant, quiz]
      )
      let attempt = RecordedAttempt(
        id: id,
        participant: participant,
        quiz: quiz,
        version: version,
        number: (last ?? 0) + 1,
        kind: kind,
        eventCount: 1,
        isSubmitted: false
      )
      try database.execute(
        sql: "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, participant, quiz, version, attempt.number, kind.rawValue]
      )
      let start = Event.Start(
        quiz: quiz,
        contentHash: version,
        participant: participant ?? "",
        kind: kind,
        number: attempt.number,
        seed: seed,
        arrangement: arrangement
      )
      try Self.record([Event(.started(start), at: time)], in: attempt, after: 0, database)
      return attempt
    }
  }

  /// The attempts in the order in which they started, all or those of a quiz or a participant.
  public func attempts(
    of quiz: String? = nil,
    by participant: String? = nil
  ) throws(MarkbookError) -> [RecordedAttempt] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          \(Self.attemptSelection)
          WHERE first.sequence = 1 AND attempt.quiz = coalesce(?, attempt.quiz)
            AND (? IS NULL OR attempt.participant = ?)
          ORDER BY first.position
          """,
        arguments: [quiz, participant, participant]
      ).map(Self.attempt)
    }
  }

  /// The last attempt of a participant at a quiz that was not handed in; `nil` for the participant
  /// asks for a guest's.
  public func openAttempt(
    of quiz: String,
    by participant: String?
  ) throws(MarkbookError) -> RecordedAttempt? {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          \(Self.attemptSelection)
          WHERE first.sequence = 1 AND attempt.quiz = ? AND attempt.participant IS ?
          ORDER BY first.position
          """,
        arguments: [quiz, participant]
      ).map(Self.attempt).last { !$0.isSubmitted }
    }
  }

  /// The attempt that has an identifier.
  public func attempt(_ id: RecordedAttempt.ID) throws(MarkbookError) -> RecordedAttempt {
    try read { try find(id, $0) }
  }

  /// The text of a quiz as it was when it was sat.
  ///
  /// - Returns: `nil` when no attempt was made on a text that has this hash.
  public func text(ofVersion hash: String) throws(MarkbookError) -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: "SELECT text FROM quiz_version WHERE hash = ?",
        arguments: [hash]
      )
    }
  }
}

extension Markbook {
  private static let attemptSelection = """
    SELECT attempt.*,
      (SELECT count(*) FROM event WHERE event.attempt = attempt.id) AS events,
      EXISTS (SELECT 1 FROM event WHERE event.attempt = attempt.id AND event.kind = 'submitted')
        AS submitted
    FROM attempt JOIN event AS first ON first.attempt = attempt.id
    """

  /// The attempt that has an identifier, within a transaction.
  func find(_ id: RecordedAttempt.ID, _ database: Database) throws -> RecordedAttempt {
    let row = try Row.fetchOne(
      database,
      sql: "\(Self.attemptSelection) WHERE first.sequence = 1 AND attempt.id = ?",
      arguments: [id]
    )
    guard let row else { throw failure(.unknownAttempt(id)) }
    return try Self.attempt(row)
  }

  private static func attempt(_ row: Row) throws -> RecordedAttempt {
    guard let kind = Attempt.Kind(rawValue: try row.text("kind")) else { throw UnexpectedValue() }
    return RecordedAttempt(
      id: try row.text("id"),
      participant: try row.optionalText("participant"),
      quiz: try row.text("quiz"),
      version: try row.text("version"),
      number: try row.integer("number"),
      kind: kind,
      eventCount: try row.integer("events"),
      isSubmitted: try row.integer("submitted") != 0
    )
  }

  /// 128 bits of chance as 32 hexadecimal digits.
  private static func identifier(using generator: inout some RandomNumberGenerator) -> String {
    var digits = ""
    for _ in 0..<32 {
      digits += String(Int.random(in: 0..<16, using: &generator), radix: 16)
    }
    return digits
  }
}

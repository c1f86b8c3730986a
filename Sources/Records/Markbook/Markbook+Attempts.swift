internal import GRDB
public import Quizzes

extension Markbook {
  /// The number that the next attempt of somebody at a quiz will have, from 1.
  ///
  /// - Parameters:
  ///   - quiz: The quiz's name.
  ///   - participant: The identifier on the roster; `nil` for a guest.
  ///   - guest: What a guest is called.
  /// - Returns: One more than the last.
  /// - Throws: ``MarkbookError``.
  public func nextNumber(
    of quiz: String,
    by participant: Participant.ID?,
    guest: String = "guest"
  ) throws(MarkbookError) -> Int {
    try read { try Self.nextNumber(of: quiz, by: participant, guest: guest, $0) }
  }

  /// The hash by which an attempt names the text of its quiz: SHA-256 in hexadecimal digits.
  public static func version(of text: String) -> String {
    SHA256(of: text.utf8).hexadecimal
  }

  /// Records that an attempt started, with the text of its quiz, which is kept once for all
  /// attempts that share it.
  ///
  /// - Parameters:
  ///   - events: What happened; the first says how the attempt started, and names the hash of `text`
  ///     and the ``nextNumber(of:by:guest:)``.
  ///   - text: The whole text of the quiz.
  ///   - participant: Who sits, by identifier on the roster; `nil` for a guest, who only practises.
  ///   - generator: The source of the attempt's identifier.
  /// - Returns: The attempt, recorded durably.
  /// - Throws: ``MarkbookError``. The fault is `startedElsewhere` when another sitting of the same
  ///   participant has taken the number meanwhile.
  public func startAttempt(
    with events: [Event],
    text: String,
    by participant: Participant.ID?,
    using generator: inout some RandomNumberGenerator
  ) throws(MarkbookError) -> RecordedAttempt {
    guard case .started(let start) = events.first?.kind else {
      preconditionFailure("the first event of an attempt must be its start")
    }
    let version = Self.version(of: text)
    precondition(start.contentHash == version, "the start must name the hash of the quiz's text")
    precondition(
      participant == nil || participant == start.participant,
      "the start must name the participant"
    )
    let attempt = RecordedAttempt(
      id: Self.identifier(using: &generator),
      participant: participant,
      sitter: start.participant,
      quiz: start.quiz,
      version: version,
      number: start.number,
      kind: start.kind,
      eventCount: events.count,
      isSubmitted: events.contains { [.submitted, .expired].contains($0.kind) }
    )
    return try write { database in
      if let participant, try !Self.isOnRoster(participant, database) {
        throw failure(.unknownParticipant(participant))
      }
      let number = try Self.nextNumber(
        of: start.quiz,
        by: participant,
        guest: start.participant,
        database
      )
      guard number == start.number else {
        throw failure(.startedElsewhere(quiz: start.quiz, number: start.number))
      }
      try Self.insert(attempt, text: text, database)
      try Self.record(events, in: attempt, after: 0, database)
      return attempt
    }
  }

  /// The attempts in the order in which they started, all or those of a quiz or a participant.
  public func attempts(
    of quiz: String? = nil,
    by participant: Participant.ID? = nil
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

  /// The attempt that has an identifier.
  public func attempt(_ id: RecordedAttempt.ID) throws(MarkbookError) -> RecordedAttempt {
    try read { try find(id, $0) }
  }

  /// Keeps the text of a quiz by which attempts are to be marked again; once, however often it is
  /// given.
  ///
  /// - Parameters:
  ///   - text: The whole text of the quiz.
  ///   - quiz: The quiz's name.
  /// - Returns: The hash by which events name the text.
  /// - Throws: ``MarkbookError``.
  @discardableResult
  public func keep(_ text: String, of quiz: String) throws(MarkbookError) -> String {
    let version = Self.version(of: text)
    try write { try Self.insert(text, version, quiz, $0) }
    return version
  }

  /// The text of a quiz as it was when it was sat, or when it was kept to mark attempts again.
  ///
  /// - Returns: `nil` when no text that has this hash was kept.
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
  /// What the start of an attempt, whose row is called `first`, says about who sits.
  static let sitterSelection = "json_extract(first.payload, '$.participant')"

  private static let attemptSelection = """
    SELECT attempt.*,
      coalesce(attempt.participant, \(sitterSelection)) AS sitter,
      (SELECT count(*) FROM event WHERE event.attempt = attempt.id) AS events,
      EXISTS (
        SELECT 1 FROM event
        WHERE event.attempt = attempt.id AND event.kind IN ('submitted', 'expired')
      ) AS submitted
    FROM attempt JOIN event AS first ON first.attempt = attempt.id
    """

  private static func nextNumber(
    of quiz: String,
    by participant: Participant.ID?,
    guest: String,
    _ database: Database
  ) throws -> Int {
    let last = try Int.fetchOne(
      database,
      sql: """
        SELECT max(attempt.number)
        FROM attempt JOIN event AS first ON first.attempt = attempt.id AND first.sequence = 1
        WHERE attempt.participant IS ? AND attempt.quiz = ?
          AND (attempt.participant IS NOT NULL OR \(sitterSelection) = ?)
        """,
      arguments: [participant, quiz, guest]
    )
    return (last ?? 0) + 1
  }

  private static func insert(
    _ attempt: RecordedAttempt,
    text: String,
    _ database: Database
  ) throws {
    try insert(text, attempt.version, attempt.quiz, database)
    try database.execute(
      sql: "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        attempt.id, attempt.participant, attempt.quiz, attempt.version, attempt.number,
        attempt.kind.rawValue,
      ]
    )
  }

  private static func insert(
    _ text: String,
    _ version: String,
    _ quiz: String,
    _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO quiz_version VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
      arguments: [version, quiz, text]
    )
  }

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
      sitter: try row.text("sitter"),
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

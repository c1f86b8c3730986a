internal import Foundation
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
  ///   - programme: The curriculum and edition for which the quiz is sat.
  ///   - generator: The source of the attempt's identifier.
  /// - Returns: The attempt, recorded durably.
  /// - Throws: ``MarkbookError``. The fault is `startedElsewhere` when another sitting of the same
  ///   participant has taken the number meanwhile.
  public func startAttempt(
    with events: [Event],
    text: String,
    by participant: Participant.ID?,
    for programme: Programme = .unknown,
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
      isSubmitted: events.contains { [.submitted, .expired].contains($0.kind) },
      programme: programme
    )
    return try write { database in
      let person = try participant.flatMap { try Self.person($0, database) }
      if let participant, person == nil { throw failure(.unknownParticipant(participant)) }
      let number = try Self.nextNumber(
        of: start.quiz,
        by: participant,
        guest: start.participant,
        database
      )
      guard number == start.number else {
        throw failure(.startedElsewhere(quiz: start.quiz, number: start.number))
      }
      try Self.keep(text, database)
      let body = StartedBody(
        kind: start.kind.rawValue,
        number: start.number,
        person: person?.number,
        quiz: start.quiz,
        version: version
      )
      try Self.record(events, of: attempt, body: body, for: programme, after: 0, database)
      return attempt
    }
  }

  /// Keeps the text of a quiz by which attempts are to be marked again; once, however often it is
  /// given.
  ///
  /// - Returns: The hash by which events name the text.
  @discardableResult
  public func keep(_ text: String) throws(MarkbookError) -> String {
    try write { try Self.keep(text, $0) }
    return Self.version(of: text)
  }

  /// The attempts in the order in which they started, all or those of a quiz or a participant.
  ///
  /// Where sites that recorded the same participant at the same quiz were merged, all attempts are
  /// kept, numbered by their start. Those of people who were forgotten are left out.
  public func attempts(
    of quiz: String? = nil,
    by participant: Participant.ID? = nil
  ) throws(MarkbookError) -> [RecordedAttempt] {
    try read { try Self.attempts(of: quiz, by: participant, $0) }
  }

  /// The attempt that has an identifier.
  public func attempt(_ id: RecordedAttempt.ID) throws(MarkbookError) -> RecordedAttempt {
    try read { try find(id, $0) }
  }

  /// The text of a quiz as it was when it was sat, or when it was kept to mark attempts again.
  ///
  /// - Returns: `nil` when no text that has this hash was kept.
  public func text(ofVersion hash: String) throws(MarkbookError) -> String? {
    try read { database in
      let text = try String.fetchOne(
        database,
        sql: "SELECT text FROM text WHERE hash = ?",
        arguments: [hash]
      )
      if let text, Self.version(of: text) != hash {
        throw failure(.damaged("the text of a quiz is not the one that was sat (\(hash))"))
      }
      return text
    }
  }
}

extension Markbook {
  private static func nextNumber(
    of quiz: String,
    by participant: Participant.ID?,
    guest: String,
    _ database: Database
  ) throws -> Int {
    let numbers = try participant.flatMap { try person($0, database) }?.numbers.sorted() ?? []
    let count = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM record
        WHERE kind = 'attempt/started' AND json_extract(body, '$.quiz') = ?1
          AND CASE WHEN ?2 THEN
            json_extract(body, '$.person') IN (SELECT value FROM json_each(?3))
          ELSE
            json_extract(body, '$.person') IS NULL
              AND json_extract(private, '$.participant') = ?4
          END
        """,
      arguments: [quiz, participant != nil, try Record.canonicalJSON(numbers), guest]
    )
    return (count ?? 0) + 1
  }

  static func keep(_ text: String, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO text VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
      arguments: [version(of: text), text]
    )
  }

  /// The attempt that has an identifier, within a transaction.
  func find(_ id: RecordedAttempt.ID, _ database: Database) throws -> RecordedAttempt {
    let start = try Self.records(
      where: "record.subject = ? AND record.sequence = 1",
      [id],
      database
    ).first
    guard let start, start.kind == Record.Kind.started, let text = start.secret?.text else {
      throw failure(.unknownAttempt(id))
    }
    let body = try Self.startedBody(start)
    // Its number depends on the other attempts at the quiz.
    let sitter = try Event.Start(of: start, text).participant
    let person = try body.person.flatMap { try Self.participant(numbered: $0, database) }
    let all = try Self.attempts(of: body.quiz, by: person, database)
    guard let found = all.first(where: { $0.id == id && $0.sitter == sitter }) else {
      throw failure(.unknownAttempt(id))
    }
    return found
  }

  private static func attempts(
    of quiz: String?,
    by participant: Participant.ID?,
    _ database: Database
  ) throws -> [RecordedAttempt] {
    var conditions = ["record.kind = 'attempt/started'", "record.private IS NOT NULL"]
    var arguments: StatementArguments = []
    if let quiz {
      conditions.append("json_extract(record.body, '$.quiz') = ?")
      arguments += [quiz]
    }
    var people: [Person] = []
    if let participant {
      guard let person = try person(participant, database) else { return [] }
      people = [person]
      conditions.append(
        "json_extract(record.body, '$.person') IN (SELECT value FROM json_each(?))"
      )
      arguments += [try Record.canonicalJSON(person.numbers.sorted())]
    } else {
      people = try self.people(database)
    }
    var numbering = AttemptNumbering(people)
    let starts = try records(
      where: conditions.joined(separator: " AND "),
      order: order(database),
      arguments,
      database
    )
    var attempts: [RecordedAttempt] = []
    for start in starts {
      guard let text = start.secret?.text else { continue }
      let (body, sitter) = (try startedBody(start), try Event.Start(of: start, text).participant)
      // Somebody whose enrolment was erased is known no more.
      guard let seat = numbering.next(body.person, sitter: sitter, at: body.quiz) else { continue }
      guard let kind = Attempt.Kind(rawValue: body.kind) else { throw UnexpectedValue() }
      let (count, isSubmitted) = try state(of: start.subject, database)
      attempts.append(
        RecordedAttempt(
          id: start.subject,
          participant: seat.participant,
          sitter: seat.participant ?? sitter,
          quiz: body.quiz,
          version: body.version,
          number: seat.number,
          kind: kind,
          eventCount: count,
          isSubmitted: isSubmitted,
          programme: start.programme
        )
      )
    }
    return attempts
  }

  private static func startedBody(_ start: Record) throws -> StartedBody {
    try JSONDecoder().decode(StartedBody.self, from: Data(start.body.utf8))
  }

  static func participant(
    numbered number: String,
    _ database: Database
  ) throws -> Participant.ID? {
    try records(
      where: "record.subject = ? AND record.kind = 'participant/enrolled'",
      [number],
      database
    ).last?.secret.map { try EnrolledSecret(decoding: $0.text).id }
  }

  /// How many events an attempt has, and whether it is closed.
  private static func state(
    of id: RecordedAttempt.ID,
    _ database: Database
  ) throws -> (count: Int, isSubmitted: Bool) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT max(sequence) AS count,
          sum(kind IN ('attempt/submitted', 'attempt/expired')) AS closings
        FROM record WHERE subject = ?
        """,
      arguments: [id]
    )
    return (try row?.integer("count") ?? 0, (try row?.integer("closings") ?? 0) > 0)
  }

  /// 128 random bits as 32 hexadecimal digits.
  private static func identifier(using generator: inout some RandomNumberGenerator) -> String {
    var digits = ""
    for _ in 0..<32 {
      digits += String(Int.random(in: 0..<16, using: &generator), radix: 16)
    }
    return digits
  }
}

extension Event.Start {
  /// The start that a record tells.
  fileprivate init(of record: Record, _ payload: String) throws {
    let encoded = Event.Encoded(
      kind: "started",
      milliseconds: record.milliseconds,
      payload: payload
    )
    guard case .started(let start) = try Event(encoded).kind else { throw UnexpectedValue() }
    self = start
  }
}

internal import GRDB
public import Quizzes

// Reading for exports: many attempts at once, and without the hash of each record. An export verifies the
// whole record before, or says that it did not.

extension Markbook {
  /// Everybody who is or was on the roster, and the attempts in the order in which they started, all or
  /// those of a quiz.
  ///
  /// They are those of ``everybody()`` and of ``attempts(of:by:)``, but nothing is known yet of their
  /// events: ``RecordedAttempt/counting(_:of:)``.
  public func roll(
    of quiz: String? = nil
  ) throws(MarkbookError) -> (people: [Participant], attempts: [RecordedAttempt]) {
    try read { database in
      let people = try Self.people(database)
      let order = try Self.order(database)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT subject, curriculum, edition, json_extract(body, '$.kind'),
            json_extract(body, '$.person'), json_extract(body, '$.quiz'),
            json_extract(body, '$.version'), json_extract(private, '$.participant')
          FROM record
          WHERE kind = 'attempt/started' AND private IS NOT NULL
            AND (?1 IS NULL OR json_extract(body, '$.quiz') = ?1)
          ORDER BY \(order)
          """,
        arguments: [quiz]
      )
      var numbering = AttemptNumbering(people)
      // Equal texts are kept once.
      var texts: [String: String] = [:]
      func kept(_ text: String) -> String {
        if let known = texts[text] { return known }
        texts[text] = text
        return text
      }
      var attempts: [RecordedAttempt] = []
      while let row = try rows.next() {
        guard let id = row[0] as String?, let curriculum = row[1] as String?,
          let edition = row[2] as String?, let name = row[3] as String?,
          let kind = Attempt.Kind(rawValue: name), let quiz = row[5] as String?,
          let version = row[6] as String?, let sitter = row[7] as String?
        else { throw UnexpectedValue() }
        guard let seat = numbering.next(row[4], sitter: sitter, at: quiz) else { continue }
        attempts.append(
          RecordedAttempt(
            id: id,
            participant: seat.participant,
            sitter: seat.participant ?? kept(sitter),
            quiz: kept(quiz),
            version: kept(version),
            number: seat.number,
            kind: kind,
            eventCount: 0,
            isSubmitted: false,
            programme: Programme(curriculum: kept(curriculum), edition: kept(edition))
          )
        )
      }
      return (people.map(\.participant).sorted { $0.id < $1.id }, attempts)
    }
  }

  /// The events of several attempts as they are recorded, for each attempt in order.
  public func encodedEvents(
    of attempts: some Collection<RecordedAttempt>
  ) throws(MarkbookError) -> EncodedEvents {
    try read { try Self.encodedEvents(of: attempts.map(\.id), $0) }
  }

  /// When right answers of each quiz were first shown to anybody.
  public func answersFirstShown() throws(MarkbookError) -> [String: Timestamp] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          WITH shown AS (
            SELECT subject, milliseconds, min(sequence)
            FROM record NOT INDEXED WHERE kind = 'attempt/shown' GROUP BY subject),
          first AS (
            SELECT json_extract(start.body, '$.quiz') AS quiz, shown.milliseconds
            FROM shown CROSS JOIN record AS start
              ON start.subject = shown.subject AND start.kind = 'attempt/started'
            WHERE start.private IS NOT NULL AND json_extract(start.body, '$.kind') = 'graded'
            UNION ALL
            SELECT json_extract(start.body, '$.quiz'), (
              SELECT milliseconds FROM record
              WHERE record.subject = start.subject
                AND record.kind IN ('attempt/responded', 'attempt/tried')
              ORDER BY record.sequence, record.site LIMIT 1)
            FROM record AS start
            WHERE start.kind = 'attempt/started' AND start.private IS NOT NULL
              AND json_extract(start.body, '$.kind') <> 'graded')
          SELECT quiz, min(milliseconds) FROM first GROUP BY quiz
          HAVING min(milliseconds) IS NOT NULL
          """
      )
      var shown: [String: Timestamp] = [:]
      for row in rows {
        guard let quiz = row[0] as String?, let milliseconds = row[1] as Int64? else {
          throw UnexpectedValue()
        }
        shown[quiz] = Timestamp(milliseconds: milliseconds)
      }
      return shown
    }
  }
}

extension Markbook {
  /// The events of several attempts, by their identifiers, within a transaction.
  static func encodedEvents(
    of attempts: [RecordedAttempt.ID],
    _ database: Database
  ) throws -> EncodedEvents {
    let ids = try Record.canonicalJSON(attempts)
    let found = try encodedEvents(in: ids, count: attempts.count, order: "", database)
    // The index has them in order, but SQLite does not promise to follow it.
    return try found
      ?? encodedEvents(
        in: ids,
        count: attempts.count,
        order: "ORDER BY wanted.key, record.sequence, record.milliseconds, record.site",
        database
      ) ?? EncodedEvents()
  }

  /// The events, for each attempt; `nil` where no order was asked for and they came in none.
  private static func encodedEvents(
    in ids: String,
    count: Int,
    order: String,
    _ database: Database
  ) throws -> EncodedEvents? {
    var events = EncodedEvents()
    let statement = try database.cachedStatement(
      sql: """
        SELECT wanted.key, record.sequence, record.milliseconds, record.kind, record.private
        FROM json_each(?) AS wanted CROSS JOIN record ON record.subject = wanted.value \(order)
        """
    )
    let rows = try Row.fetchCursor(statement, arguments: [ids])
    let row = RowBytes(of: statement)
    let beginning = Array(Record.Kind.attempt.utf8)
    var kind: [UInt8] = []
    var (place, sequence): (Int64, Int64) = (0, 0)
    while try rows.next() != nil {
      let (nextPlace, nextSequence) = (try row.integer(0), try row.integer(1))
      guard nextPlace > place || (nextPlace == place && nextSequence > sequence) || !order.isEmpty
      else { return nil }
      while place < nextPlace {
        events.endAttempt()
        place += 1
      }
      sequence = nextSequence
      kind.removeAll(keepingCapacity: true)
      row.append(3, to: &kind)
      guard kind.starts(with: beginning), row.holdsValue(4) else { continue }
      events.append(
        String(decoding: kind[beginning.count...], as: UTF8.self),
        at: try row.integer(2)
      ) { payload in
        row.append(4, to: &payload)
      }
    }
    while events.attemptCount < count { events.endAttempt() }
    return events
  }
}

extension RecordedAttempt {
  /// The same attempt with what its events say: how many there are, and whether one closed it.
  public func counting(_ events: EncodedEvents, of rows: Range<Int>) -> RecordedAttempt {
    var attempt = self
    attempt.eventCount = rows.count
    attempt.isSubmitted = rows.contains { row in
      let kind = events.kind(ofRow: row)
      return kind == "submitted" || kind == "expired"
    }
    return attempt
  }
}

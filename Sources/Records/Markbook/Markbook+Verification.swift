internal import GRDB
internal import Quizzes

extension Markbook {
  /// What a check of the whole markbook found.
  public enum Verification: Hashable, Sendable {
    /// Every event is as it was recorded, up to this head.
    case whole(events: Int, head: String)
    /// The first event whose hash does not follow from the ones before and from what it says.
    case broken(position: Int, attempt: RecordedAttempt.ID, sequence: Int)
    /// The text of a quiz is not the one that was sat.
    case alteredQuiz(version: String)
    /// The file itself is damaged, in SQLite's words.
    case damaged([String])
  }

  /// Checks the file, the texts of the quizzes and every link of the chain.
  ///
  /// Events cut off at the end leave a whole chain with another head: compare it with the head that
  /// an earlier export names, or ask for its ``position(ofHead:)``.
  ///
  /// - Complexity: O(*n*) for a file of *n* bytes.
  public func verify() throws(MarkbookError) -> Verification {
    do {
      return try read { try Self.verify($0) }
    } catch {
      guard case .damaged(let detail) = error.fault else { throw error }
      return .damaged([detail])
    }
  }

  /// How many events had been recorded when the chain had this head; `nil` when it never had.
  public func position(ofHead hash: String) throws(MarkbookError) -> Int? {
    if hash == Chain.origin { return 0 }
    return try read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT position FROM event WHERE hash = ?",
        arguments: [hash]
      )
    }
  }
}

extension Markbook {
  private static func verify(_ database: Database) throws -> Verification {
    let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    guard problems == ["ok"] else { return .damaged(problems) }
    if let version = try alteredQuiz(database) { return .alteredQuiz(version: version) }
    var (count, head) = (0, Chain.origin)
    var sequences: [RecordedAttempt.ID: Int] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT position, sequence, event.kind AS kind, milliseconds, payload, previous, hash,
          attempt, participant, quiz, version, number, attempt.kind AS attempt_kind
        FROM event LEFT JOIN attempt ON attempt.id = event.attempt ORDER BY position
        """
    )
    while let row = try rows.next() {
      let (id, sequence) = (try row.text("attempt"), try row.integer("sequence"))
      let hash = try row.text("hash")
      let follows =
        try row.integer("position") == count + 1 && row.text("previous") == head
        && sequence == sequences[id, default: 0] + 1
        && link(after: head, row, of: id, sequence: sequence) == hash
      guard follows else {
        return .broken(position: count + 1, attempt: id, sequence: sequence)
      }
      (count, head, sequences[id]) = (count + 1, hash, sequence)
    }
    return .whole(events: count, head: head)
  }

  /// The hash that a row should have; `nil` when its attempt is missing.
  private static func link(
    after previous: String,
    _ row: Row,
    of id: RecordedAttempt.ID,
    sequence: Int
  ) throws -> String? {
    guard let kindName = try row.optionalText("attempt_kind"),
      let kind = Attempt.Kind(rawValue: kindName)
    else { return nil }
    let attempt = RecordedAttempt(
      id: id,
      participant: try row.optionalText("participant"),
      sitter: try row.optionalText("participant") ?? "",
      quiz: try row.text("quiz"),
      version: try row.text("version"),
      number: try row.integer("number"),
      kind: kind,
      eventCount: sequence,
      isSubmitted: false
    )
    return Chain.link(after: previous, try encodedEvent(row), sequence: sequence, of: attempt)
  }

  private static func alteredQuiz(_ database: Database) throws -> String? {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT hash, text FROM quiz_version ORDER BY hash"
    )
    while let row = try rows.next() {
      let hash = try row.text("hash")
      guard SHA256(of: try row.text("text").utf8).hexadecimal == hash else { return hash }
    }
    return nil
  }
}

internal import GRDB
public import Quizzes

extension Markbook {
  /// Appends events to an attempt; when this returns, they are on the disk.
  ///
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - id: The attempt's identifier.
  ///   - count: How many events the caller knows the attempt to have.
  /// - Returns: How many events the attempt has now.
  /// - Throws: ``MarkbookError``. When the attempt does not have `count` events, another sitting
  ///   went on with it: nothing is recorded, and the fault is `continuedElsewhere`.
  @discardableResult
  public func append(
    _ events: [Event],
    to id: RecordedAttempt.ID,
    after count: Int
  ) throws(MarkbookError) -> Int {
    try write { database in
      let attempt = try find(id, database)
      guard attempt.eventCount == count else {
        throw failure(
          .continuedElsewhere(attempt: id, recorded: attempt.eventCount, expected: count)
        )
      }
      try Self.record(events, in: attempt, after: count, database)
      return count + events.count
    }
  }

  /// The events of an attempt in order; none when no attempt has this identifier.
  public func events(of id: RecordedAttempt.ID) throws(MarkbookError) -> [Event] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT kind, milliseconds, payload FROM event WHERE attempt = ? ORDER BY sequence
          """,
        arguments: [id]
      ).map { row in
        do {
          return try Event(try Self.encodedEvent(row))
        } catch let malformed as Event.Malformed {
          throw failure(.damaged(malformed.description))
        }
      }
    }
  }

  /// The hash that stands for all events recorded so far, as 64 hexadecimal digits; zeros when
  /// there are none.
  public func head() throws(MarkbookError) -> String {
    try read { try Self.last($0).hash }
  }
}

extension Markbook {
  /// Appends events to the chain, within a transaction.
  static func record(
    _ events: [Event],
    in attempt: RecordedAttempt,
    after count: Int,
    _ database: Database
  ) throws {
    var (position, hash) = try last(database)
    for (index, event) in events.enumerated() {
      let (encoded, previous, sequence) = (event.encoded, hash, count + index + 1)
      position += 1
      hash = Chain.link(after: previous, encoded, sequence: sequence, of: attempt)
      try database.execute(
        sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          position, attempt.id, sequence, encoded.kind, encoded.milliseconds, encoded.payload,
          previous, hash,
        ]
      )
    }
  }

  static func encodedEvent(_ row: Row) throws -> Event.Encoded {
    Event.Encoded(
      kind: try row.text("kind"),
      milliseconds: Int64(try row.integer("milliseconds")),
      payload: try row.text("payload")
    )
  }

  /// The position and the hash of the last event; 0 and zeros when there is none.
  private static func last(_ database: Database) throws -> (position: Int, hash: String) {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT position, hash FROM event ORDER BY position DESC LIMIT 1"
    )
    guard let row else { return (0, Chain.origin) }
    return (try row.integer("position"), try row.text("hash"))
  }
}

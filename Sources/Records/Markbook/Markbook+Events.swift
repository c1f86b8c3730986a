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
      let last = try Self.records(
        where: "record.subject = ?",
        order: "record.sequence DESC LIMIT 1",
        [id],
        database
      ).first
      guard let last, last.kind.hasPrefix(Record.Kind.attempt), !last.isErased else {
        throw failure(.unknownAttempt(id))
      }
      guard last.sequence == count else {
        throw failure(.continuedElsewhere(attempt: id, recorded: last.sequence, expected: count))
      }
      try Self.record(
        events.enumerated().map { index, event in
          Self.draft(event, of: id, sequence: count + index + 1, for: last.programme)
        },
        database
      )
      return count + events.count
    }
  }

  /// The events of an attempt in order, each checked against its hash; none when no attempt has this
  /// identifier, and when its participant was forgotten.
  public func events(of id: RecordedAttempt.ID) throws(MarkbookError) -> [Event] {
    try read { try events(of: id, $0) }
  }
}

extension Markbook {
  func events(of id: RecordedAttempt.ID, _ database: Database) throws -> [Event] {
    try Self.records(where: "record.subject = ?", [id], database).compactMap { record in
      guard record.kind.hasPrefix(Record.Kind.attempt), let payload = record.secret?.text else {
        return nil
      }
      return try event(record.encodedEvent(payload))
    }
  }

  /// The event that a row tells.
  public func event(_ encoded: Event.Encoded) throws(MarkbookError) -> Event {
    do {
      return try Event(encoded)
    } catch {
      throw failure(.damaged(error.description))
    }
  }

  /// The event that a row of several attempts tells.
  public func event(
    _ row: Int,
    _ reader: inout EncodedEvents.Reader
  ) throws(MarkbookError) -> Event {
    do {
      return try reader.event(row)
    } catch {
      throw failure(.damaged(error.description))
    }
  }

  /// Records the first events of an attempt.
  static func record(
    _ events: [Event],
    of attempt: RecordedAttempt,
    body: StartedBody,
    for programme: Programme,
    after count: Int,
    _ database: Database
  ) throws {
    var drafts = events.enumerated().map { index, event in
      draft(event, of: attempt.id, sequence: count + index + 1, for: programme)
    }
    drafts[0].body = try Record.canonicalJSON(body)
    try record(drafts, database)
  }

  private static func draft(
    _ event: Event,
    of attempt: RecordedAttempt.ID,
    sequence: Int,
    for programme: Programme
  ) -> Record.Draft {
    let encoded = event.encoded
    return Record.Draft(
      kind: Record.Kind.attempt + encoded.kind,
      subject: attempt,
      sequence: sequence,
      programme: programme,
      milliseconds: encoded.milliseconds,
      secret: encoded.payload
    )
  }
}

extension Record {
  /// The event that a record of an attempt tells.
  func encodedEvent(_ payload: String) -> Event.Encoded {
    Event.Encoded(
      kind: String(kind.dropFirst(Kind.attempt.count)),
      milliseconds: milliseconds,
      payload: payload
    )
  }
}

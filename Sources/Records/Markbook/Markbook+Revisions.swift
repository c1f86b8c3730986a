internal import GRDB

/// A published timetable as the markbook keeps it: when, and what in a form that it does not read.
public struct RecordedRevision: Hashable, Sendable {
  /// Its number among the revisions of the curriculum, from 1.
  public let number: Int
  /// When it was published, in milliseconds since 1970.
  public let milliseconds: Int64
  /// What was published.
  public let content: String
}

extension Markbook {
  /// The published revisions of a curriculum in order.
  public func revisions(of curriculum: String) throws(MarkbookError) -> [RecordedRevision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, milliseconds, content FROM revision WHERE curriculum = ? ORDER BY number
          """,
        arguments: [curriculum]
      ).map { row in
        RecordedRevision(
          number: try row.integer("number"),
          milliseconds: Int64(try row.integer("milliseconds")),
          content: try row.text("content")
        )
      }
    }
  }

  /// Keeps a timetable as the next revision of a curriculum; when this returns, it is on the disk.
  ///
  /// - Parameters:
  ///   - content: What is published.
  ///   - curriculum: The curriculum's identifier.
  ///   - number: The number that the revision is to have: one more than the last.
  ///   - milliseconds: When it is published, since 1970.
  /// - Throws: ``MarkbookError``. The fault is `publishedElsewhere` when the number is taken or
  ///   not the next.
  public func publish(
    _ content: String,
    of curriculum: String,
    as number: Int,
    at milliseconds: Int64
  ) throws(MarkbookError) {
    try write { database in
      let last = try Int.fetchOne(
        database,
        sql: "SELECT max(number) FROM revision WHERE curriculum = ?",
        arguments: [curriculum]
      )
      guard number == (last ?? 0) + 1 else {
        throw failure(.publishedElsewhere(curriculum: curriculum, number: number))
      }
      try database.execute(
        sql: "INSERT INTO revision VALUES (?, ?, ?, ?)",
        arguments: [curriculum, number, milliseconds, content]
      )
    }
  }
}

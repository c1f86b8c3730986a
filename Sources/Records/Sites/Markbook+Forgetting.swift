internal import GRDB
public import Quizzes

extension Markbook {
  /// Erases everything personal of a participant, and records that this was done.
  ///
  /// That is what the roster says, exceptions, and the private parts of all attempts with their
  /// responses and marks.
  /// All hashes stay as they are, because they bind private parts only by salts that are erased too.
  /// The chain of version 4 had no salts: of it, the hashes from the participant's first event on are
  /// removed. The file is then rewritten, so that nothing erased is left in free pages or in the log.
  ///
  /// - Throws: ``MarkbookError``; `unknownParticipant` when nobody has this identifier.
  public func forget(
    _ participant: Participant.ID,
    at time: Timestamp
  ) throws(MarkbookError) -> Erasure {
    let erasure: Erasure = try write { database in
      guard let person = try Self.person(participant, database) else {
        throw failure(.unknownParticipant(participant))
      }
      for number in person.numbers.sorted() {
        try Self.record(
          [
            Record.Draft(
              kind: Record.Kind.forgotten,
              subject: number,
              sequence: Self.count(about: number, database) + 1,
              milliseconds: time.milliseconds
            )
          ],
          database
        )
      }
      return try Self.eraseForgotten(database)
    }
    try compact()
    return erasure
  }

  /// Rewrites the file without its free pages, and takes in its log.
  func compact() throws(MarkbookError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
      }
    } catch {
      throw MarkbookError(error, file: file, waited: patience.limit)
    }
  }
}

extension Markbook {
  /// Erases the private parts of everybody whom a record says to be forgotten, at whatever site.
  static func eraseForgotten(_ database: Database) throws -> Erasure {
    let formerFrom = try eraseFormer(database)
    let attempts = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM record WHERE kind = 'attempt/started' AND private IS NOT NULL
          AND json_extract(body, '$.person') IN (\(forgottenSelection))
        """
    )
    try database.execute(
      sql: """
        UPDATE record SET salt = NULL, private = NULL
        WHERE private IS NOT NULL AND (
          (subject IN (\(forgottenSelection)) AND kind LIKE 'participant/%')
          OR subject IN (\(attemptSelection)))
        """
    )
    return Erasure(
      records: database.changesCount,
      attempts: attempts ?? 0,
      formerFrom: formerFrom
    )
  }

  private static let forgottenSelection =
    "SELECT subject FROM record WHERE kind = 'participant/forgotten'"

  private static let attemptSelection = """
    SELECT subject FROM record WHERE kind = 'attempt/started'
      AND json_extract(body, '$.person') IN (\(forgottenSelection))
    """

  /// Removes the hashes of the old chain from the first event of somebody forgotten on, and the head
  /// that binds them.
  private static func eraseFormer(_ database: Database) throws -> Int? {
    let firsts = try Row.fetchAll(
      database,
      sql: """
        SELECT former.site AS site, min(former.position) AS position
        FROM former JOIN record
          ON record.site = former.site AND record.position = former.record
        WHERE record.subject IN (\(attemptSelection))
        GROUP BY former.site ORDER BY former.site
        """
    )
    for row in firsts {
      let site = try row.text("site")
      try database.execute(
        sql: "DELETE FROM former WHERE site = ? AND position >= ?",
        arguments: [site, try row.integer("position")]
      )
      try database.execute(
        sql: """
          UPDATE record SET salt = NULL, private = NULL
          WHERE site = ? AND position = 1 AND kind = 'site/upgraded'
          """,
        arguments: [site]
      )
    }
    return try firsts.map { try $0.integer("position") }.min()
  }
}

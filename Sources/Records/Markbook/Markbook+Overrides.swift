internal import GRDB
public import Quizzes

extension Markbook {
  /// Records what is different for a participant; earlier overrides stay, and count where this one
  /// says nothing.
  public func record(_ override: RecordedOverride) throws(MarkbookError) {
    try write { database in
      guard try Self.isOnRoster(override.participant, database) else {
        throw failure(.unknownParticipant(override.participant))
      }
      let what = override.override
      try database.execute(
        sql: """
          INSERT INTO override VALUES (
            (SELECT coalesce(max(position), 0) + 1 FROM override), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          override.participant, override.quiz, what.extraTime.map(Self.thousandths),
          what.opens?.milliseconds, what.closes?.milliseconds,
          what.timeLimit?.components.seconds, what.attempts, Self.reasons(of: override),
          override.decidedBy,
          override.time.milliseconds,
        ]
      )
    }
  }

  /// The overrides in the order in which they were recorded, all or those of a participant.
  public func overrides(
    for participant: Participant.ID? = nil
  ) throws(MarkbookError) -> [RecordedOverride] {
    try read { database in
      // A markbook of an older version that is only read has no such table.
      guard try database.tableExists("override") else { return [] }
      return try Row.fetchAll(
        database,
        sql: "SELECT * FROM override WHERE ? IS NULL OR participant = ? ORDER BY position",
        arguments: [participant, participant.map(Participant.normalized)]
      ).map(Self.override)
    }
  }

  /// What is different for a participant at a quiz, all overrides taken together.
  ///
  /// An override for the quiz counts before one for all quizzes; among equals, the later one.
  ///
  /// - Parameters:
  ///   - participant: Who sits.
  ///   - quiz: The quiz's name.
  ///   - further: One that is not recorded yet.
  /// - Returns: What is different, and the override that counts most.
  /// - Throws: ``MarkbookError``.
  public func override(
    for participant: Participant.ID,
    at quiz: String,
    and further: RecordedOverride? = nil
  ) throws(MarkbookError) -> (what: Override, last: RecordedOverride?) {
    let all = try overrides(for: participant) + [further].compactMap { $0 }
    let counting = all.filter { $0.quiz == nil } + all.filter { $0.quiz == quiz }
    let what = counting.reduce(Override()) { $0.overridden(by: $1.override) }
    return (what, counting.last)
  }
}

extension Markbook {
  private static func thousandths(_ factor: Rational) -> Int64 {
    let scaled = factor * 1000
    return Int64(clamping: scaled.numerator / scaled.denominator)
  }

  /// What stands between the two reasons of an override, which share a column.
  private static let separator: Character = "\u{1E}"

  private static func reasons(of override: RecordedOverride) -> String {
    override.despite.map { "\(override.reason)\(separator)\($0)" } ?? override.reason
  }

  private static func override(_ row: Row) throws -> RecordedOverride {
    let reasons = try row.text("reason").split(
      separator: separator,
      maxSplits: 1,
      omittingEmptySubsequences: false
    ).map(String.init)
    let limit: Int64? = row["limit_seconds"]
    let opens: Int64? = row["opens"]
    let closes: Int64? = row["closes"]
    let thousandths: Int64? = row["extra_time_thousandths"]
    return RecordedOverride(
      for: try row.text("participant"),
      at: try row.optionalText("quiz"),
      Override(
        extraTime: thousandths.map { Rational(Int128($0), over: 1000) },
        opens: opens.map(Timestamp.init(milliseconds:)),
        closes: closes.map(Timestamp.init(milliseconds:)),
        timeLimit: limit.map { .seconds($0) },
        attempts: row["attempts"]
      ),
      because: reasons[0],
      despite: reasons.count > 1 ? reasons[1] : nil,
      by: try row.text("decided_by"),
      at: Timestamp(milliseconds: Int64(try row.integer("milliseconds")))
    )
  }
}

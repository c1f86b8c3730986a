internal import Foundation
internal import GRDB

extension Markbook {
  /// Everybody on the roster, in the order of the identifiers.
  public func roster() throws(MarkbookError) -> [Participant] {
    try read { try Self.roster($0) }
  }

  /// The participant with an identifier; `nil` when nobody on the roster has it.
  public func participant(_ id: Participant.ID) throws(MarkbookError) -> Participant? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT * FROM participant WHERE id = ?",
        arguments: [Participant.normalized(id)]
      ).map(Self.participant)
    }
  }

  /// Adds the participants of a table to the roster, and brings those who are on it up to date.
  ///
  /// All of it happens or nothing. Importing the same table again changes nothing. Nobody is
  /// removed, because attempts refer to participants.
  public func importRoster(_ roster: Roster) throws(MarkbookError) -> RosterImport {
    try write { database in
      var before: [Participant.ID: Participant] = [:]
      var idsByFolded: [String: Participant.ID] = [:]
      let present = try Self.roster(database)
      for participant in present {
        before[participant.id] = participant
        idsByFolded[participant.folded] = participant.id
      }
      var result = RosterImport()
      for participant in roster.participants {
        if let existing = idsByFolded[participant.folded], existing != participant.id {
          throw failure(.lookalike(participant.id, existing: existing))
        }
        let earlier = before.removeValue(forKey: participant.id)
        if earlier == participant {
          result.unchanged.append(participant.id)
          continue
        }
        try Self.put(participant, database)
        if earlier == nil {
          result.added.append(participant.id)
        } else {
          result.changed.append(participant.id)
        }
      }
      result.absent = present.map(\.id).filter { before[$0] != nil }
      return result
    }
  }
}

extension Markbook {
  static func isOnRoster(_ id: Participant.ID, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM participant WHERE id = ?)",
      arguments: [id]
    ) == true
  }

  private static func roster(_ database: Database) throws -> [Participant] {
    try Row.fetchAll(database, sql: "SELECT * FROM participant ORDER BY id").map(participant)
  }

  private static func participant(_ row: Row) throws -> Participant {
    let other = Data(try row.text("other").utf8)
    return Participant(
      id: try row.text("id"),
      name: try row.text("name"),
      email: try row.text("email"),
      group: try row.text("group"),
      language: try row.text("language"),
      extraTime: Decimal(try row.integer("extra_time_thousandths")) / 1_000,
      other: try JSONDecoder().decode([String: String].self, from: other)
    )
  }

  private static func put(_ participant: Participant, _ database: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let other = String(decoding: try encoder.encode(participant.other), as: UTF8.self)
    let thousandths = NSDecimalNumber(decimal: participant.extraTime * 1_000).intValue
    try database.execute(
      sql: """
        INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, name = excluded.name,
          email = excluded.email, "group" = excluded."group", language = excluded.language,
          extra_time_thousandths = excluded.extra_time_thousandths, other = excluded.other
        """,
      arguments: [
        participant.id, participant.folded, participant.name, participant.email,
        participant.group, participant.language, thousandths, other,
      ]
    )
  }
}

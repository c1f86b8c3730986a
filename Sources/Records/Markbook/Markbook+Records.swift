internal import Foundation
internal import GRDB

extension Markbook {
  /// The last hash of every site's chain, sorted by site; of an older markbook that is only read, the
  /// head of its one chain.
  public func heads() throws(MarkbookError) -> [Head] {
    if let formerHead { return [formerHead] }
    return try read { try Self.heads($0) }
  }

  /// Where in the record a hash stands that an export names as a head.
  ///
  /// - Returns: `nil` when the hash was never a head of this markbook.
  public func head(_ hash: String) throws(MarkbookError) -> Head? {
    guard let bytes = [UInt8](hexadecimal: hash.lowercased()) else { return nil }
    return try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT site, position FROM record WHERE hash = ?1
          UNION ALL SELECT '', position FROM former WHERE hash = ?1
          """,
        arguments: [Data(bytes)]
      )
      return try row.map {
        Head(
          site: try $0.text("site"),
          position: try $0.integer("position"),
          hash: bytes.hexadecimal
        )
      }
    }
  }
}

extension Markbook {
  /// A record with the hash of the one before, so that it can be checked when it is read.
  static let recordSelection = """
    SELECT record.*, before.hash AS previous
    FROM record LEFT JOIN record AS before
      ON before.site = record.site AND before.position = record.position - 1
    """

  /// The records that a condition selects, in order, each checked.
  ///
  /// - Parameters:
  ///   - condition: SQL that follows `WHERE`, about `record`.
  ///   - order: SQL that follows `ORDER BY`.
  ///   - arguments: What the condition's question marks stand for.
  ///   - database: The transaction.
  /// - Returns: The records.
  /// - Throws: ``AlteredRecord`` when one has been changed.
  static func records(
    where condition: String,
    order: String = "record.sequence, record.milliseconds, record.site",
    _ arguments: StatementArguments,
    _ database: Database
  ) throws -> [Record] {
    let statement = try database.cachedStatement(
      sql: "\(recordSelection) WHERE \(condition) ORDER BY \(order)"
    )
    return try Row.fetchAll(statement, arguments: arguments).map(Record.checked)
  }

  static func heads(_ database: Database) throws -> [Head] {
    try sites(database).map { site in
      let row = try Row.fetchOne(
        database,
        sql: "SELECT position, hash FROM record WHERE site = ? ORDER BY position DESC LIMIT 1",
        arguments: [site]
      )
      return Head(
        site: site,
        position: try row?.integer("position") ?? 0,
        hash: (try row?.optionalBytes("hash") ?? Chain.origin).hexadecimal
      )
    }
  }

  /// The sites whose chains are here, sorted; looked up one by one, because they are few.
  static func sites(_ database: Database) throws -> [String] {
    var sites: [String] = []
    while let next = try String.fetchOne(
      database,
      sql: "SELECT min(site) FROM record WHERE site > ?",
      arguments: [sites.last ?? ""]
    ) {
      sites.append(next)
    }
    return sites
  }

  /// The site that records in this file.
  static func site(_ database: Database) throws -> String {
    let rows = try Row.fetchAll(database, sql: "SELECT id, seal FROM site")
    guard rows.count == 1, let id = try rows.first?.text("id"),
      try rows.first?.optionalBytes("seal") == Chain.seal(ofSite: id)
    else { throw UnexpectedValue() }
    return id
  }

  /// How many records there are about a subject.
  static func count(about subject: String, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT coalesce(max(sequence), 0) FROM record WHERE subject = ?",
      arguments: [subject]
    ) ?? 0
  }

  /// Appends records to the chain of this file's site, within a transaction; the last link of the
  /// chain is checked first.
  static func record(_ drafts: [Record.Draft], _ database: Database) throws {
    try record(drafts, at: site(database), database)
  }

  static func record(
    _ drafts: [Record.Draft],
    at site: String,
    _ database: Database
  ) throws {
    var (position, hash) = try last(of: site, database)
    for draft in drafts {
      position += 1
      let secret = draft.secret.map { Record.Secret(salt: randomBytes(16), text: $0) }
      let record = Record(
        site: site,
        position: position,
        kind: draft.kind,
        subject: draft.subject,
        sequence: draft.sequence,
        programme: draft.programme,
        milliseconds: draft.milliseconds,
        body: draft.body,
        secret: secret,
        commitment: secret?.commitment
      )
      hash = Chain.link(after: hash, record)
      try insert(record, hash: hash, database)
    }
  }

  /// Puts a record that has its place and its hash into the table.
  static func insert(_ record: Record, hash: [UInt8], _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        record.site, record.position, record.kind, record.subject, record.sequence,
        record.programme.curriculum, record.programme.edition, record.milliseconds, record.body,
        record.secret.map { Data($0.salt) }, record.secret?.text,
        record.commitment.map { Data($0) }, Data(hash),
      ]
    )
  }

  /// The position and the hash of a site's last record; 0 and zeros when there is none.
  private static func last(
    of site: String,
    _ database: Database
  ) throws -> (position: Int, hash: [UInt8]) {
    let row = try Row.fetchOne(
      database,
      sql: "\(recordSelection) WHERE record.site = ? ORDER BY record.position DESC LIMIT 1",
      arguments: [site]
    )
    guard let row else { return (0, Chain.origin) }
    let record = try Record.checked(row)
    return (record.position, try row.optionalBytes("hash") ?? [])
  }

  /// Bytes that nobody can foretell.
  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}

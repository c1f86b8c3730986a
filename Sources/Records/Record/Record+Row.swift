internal import Foundation
internal import GRDB

extension Record {
  /// Reads a row as it is, and the hash that it carries.
  static func read(_ row: Row) throws -> (record: Record, hash: [UInt8]) {
    let salt = try row.optionalBytes("salt")
    let text = try row.optionalText("private")
    guard (salt == nil) == (text == nil) else { throw UnexpectedValue() }
    let record = Record(
      site: try row.text("site"),
      position: try row.integer("position"),
      kind: try row.text("kind"),
      subject: try row.text("subject"),
      sequence: try row.integer("sequence"),
      programme: Programme(
        curriculum: try row.text("curriculum"),
        edition: try row.text("edition")
      ),
      milliseconds: Int64(try row.integer("milliseconds")),
      body: try row.text("body"),
      secret: salt.flatMap { salt in text.map { Secret(salt: salt, text: $0) } },
      commitment: try row.optionalBytes("commitment")
    )
    guard let hash = try row.optionalBytes("hash") else { throw UnexpectedValue() }
    return (record, hash)
  }

  /// The columns in the order in which ``readColumns(of:)`` expects them.
  static let columns = """
    site, position, kind, subject, sequence, curriculum, edition, milliseconds, body, salt, private,
    commitment, hash
    """

  /// Reads a row of ``columns`` as it is, and the hash that it carries; the table's form, which the
  /// database keeps, says what each column holds.
  static func readColumns(of row: Row) throws -> (record: Record, hash: [UInt8]) {
    let (salt, text) = (row[9] as Data?, row[10] as String?)
    guard (salt == nil) == (text == nil), let site = row[0] as String?,
      let position = row[1] as Int?, let kind = row[2] as String?,
      let subject = row[3] as String?, let sequence = row[4] as Int?,
      let curriculum = row[5] as String?, let edition = row[6] as String?,
      let milliseconds = row[7] as Int64?, let body = row[8] as String?,
      let hash = row[12] as Data?
    else { throw UnexpectedValue() }
    let record = Record(
      site: site,
      position: position,
      kind: kind,
      subject: subject,
      sequence: sequence,
      programme: Programme(curriculum: curriculum, edition: edition),
      milliseconds: milliseconds,
      body: body,
      secret: salt.flatMap { salt in text.map { Secret(salt: Array(salt), text: $0) } },
      commitment: (row[11] as Data?).map { Array($0) }
    )
    return (record, Array(hash))
  }

  /// Reads a row with the hash of the record before it in the column `previous`, and makes sure that
  /// the row is what was recorded.
  static func checked(_ row: Row) throws -> Record {
    let (record, hash) = try read(row)
    let previous = try row.optionalBytes("previous") ?? Chain.origin
    guard record.agrees, Chain.link(after: previous, record) == hash else {
      throw AlteredRecord(site: record.site, position: record.position)
    }
    return record
  }

  /// Whether the private part is the one that the chain binds.
  var agrees: Bool {
    secret.map { $0.commitment == commitment } ?? true
  }
}

/// A record that has been changed.
struct AlteredRecord: Error {
  let site: String
  let position: Int
}

extension Row {
  /// The bytes of a column, `nil` where there are none.
  func optionalBytes(_ column: String) throws -> [UInt8]? {
    guard let value = self[column] as DatabaseValue? else { throw UnexpectedValue() }
    switch value.storage {
    case .null: return nil
    case .blob(let data): return Array(data)
    case .int64, .double, .string: throw UnexpectedValue()
    }
  }
}

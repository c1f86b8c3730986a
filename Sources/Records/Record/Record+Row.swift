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

import Foundation
import GRDB
import Records

/// Appends records to a markbook by its documented form, without the program's own writing.
struct RecordWriter {
  private let database: Database
  private let statement: Statement
  private let site: String
  private var position: Int
  private var hash: [UInt8]
  private var salts = DrawingLots(seed: 7)

  init(_ database: Database) throws {
    self.database = database
    statement = try database.makeStatement(
      sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?, '', '', ?, ?, ?, ?, ?, ?)"
    )
    let row = try Row.fetchOne(
      database,
      sql: "SELECT site, position, hash FROM record ORDER BY position DESC LIMIT 1"
    )
    site = row?["site"] ?? ""
    position = row?["position"] ?? 0
    hash = (row?["hash"] as Data?).map { Array($0) } ?? []
  }

  mutating func write(
    _ kind: String,
    about subject: String,
    sequence: Int,
    at milliseconds: Int64,
    body: String = "{}",
    secret: String
  ) throws {
    position += 1
    let salt = (0..<16).map { _ in UInt8(salts.below(256)) }
    let commitment = SHA256(of: salt + Array(secret.utf8)).bytes
    var message = hash
    let fields = [
      site, "\(position)", kind, subject, "\(sequence)", "", "", "\(milliseconds)", body,
    ]
    for field in fields { Self.append(Array(field.utf8), to: &message) }
    Self.append(commitment, to: &message)
    hash = SHA256(of: message).bytes
    try statement.execute(
      arguments: [
        site, position, kind, subject, sequence, milliseconds, body, Data(salt), secret,
        Data(commitment), Data(hash),
      ]
    )
  }

  private static func append(_ field: [UInt8], to message: inout [UInt8]) {
    let length = UInt64(field.count)
    message += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: length >> $0) }
    message += field
  }
}

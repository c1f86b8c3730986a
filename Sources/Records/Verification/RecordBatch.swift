internal import Foundation
internal import GRDB

/// Rows of the table of records as the chain sees them: the bytes of many in one array, so that their
/// hashes can be computed elsewhere while the next rows are read.
struct RecordBatch: Sendable {
  /// What SQLite selects for a batch, in the order that ``append(_:site:position:after:isGone:)`` expects.
  static let columns = """
    site, position, kind, subject, sequence, curriculum, edition, milliseconds, body, salt, private,
    commitment, hash
    """

  /// Where the parts of one row lie among the bytes.
  private struct Entry: Sendable {
    let site: String
    let position: Int
    /// What the hash is computed of: the hash before, then the fields.
    let message: Range<Int>
    /// The hash that the row carries.
    let hash: Range<Int>
    /// Salt and text of the private part; `nil` where there is none, and where it was erased.
    let secret: Range<Int>?
    /// What the chain knows of the private part; empty where there is none.
    let commitment: Range<Int>
    /// Whether the private part is gone although nobody was forgotten.
    let isErasedUntold: Bool
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// How many rows there are.
  var count: Int { entries.count }

  /// Takes a row; the table's form, which the database keeps, says what each column holds.
  ///
  /// - Parameters:
  ///   - row: A row of ``columns``.
  ///   - site: The site of the row.
  ///   - position: The place of the row in its site's chain.
  ///   - previous: The hash of the row before.
  ///   - isGone: Whether the private part of a record of a kind, about a subject, went with somebody who
  ///     was forgotten.
  /// - Returns: The hash that the row carries.
  /// - Throws: `UnexpectedValue` when a column holds what the table's form does not allow, or what
  ///   `isGone` throws.
  mutating func append(
    _ row: Row,
    site: String,
    position: Int,
    after previous: [UInt8],
    isGone: (_ kind: String, _ subject: String) throws -> Bool
  ) throws -> [UInt8] {
    let start = bytes.count
    bytes += previous
    Chain.append(site.utf8, to: &bytes)
    Chain.append(String(position).utf8, to: &bytes)
    for column in 2...8 { try appendField(column, of: row) }
    let commitmentStart = bytes.count + 8
    try appendField(11, of: row)
    let (message, commitment) = (start..<bytes.count, commitmentStart..<bytes.count)
    let (hasSalt, hasText) = (try appendPlain(9, of: row), try appendPlain(10, of: row))
    let secret = message.upperBound..<bytes.count
    guard hasSalt == hasText, try appendPlain(12, of: row) else { throw UnexpectedValue() }
    let hash = secret.upperBound..<bytes.count
    let isErased = !hasText && !commitment.isEmpty
    var isErasedUntold = false
    if isErased {
      guard let kind = row[2] as String?, let subject = row[3] as String? else {
        throw UnexpectedValue()
      }
      isErasedUntold = try !isGone(kind, subject)
    }
    entries.append(
      Entry(
        site: site,
        position: position,
        message: message,
        hash: hash,
        secret: hasText ? secret : nil,
        commitment: commitment,
        isErasedUntold: isErasedUntold
      )
    )
    return Array(bytes[hash])
  }

  /// The first row that is not as it was recorded.
  var firstProblem: Verification.Problem? {
    for entry in entries {
      guard agrees(entry.message, entry.hash) else {
        return .alteredRecord(site: entry.site, position: entry.position)
      }
      if let secret = entry.secret, !agrees(secret, entry.commitment) {
        return .alteredSecret(site: entry.site, position: entry.position)
      }
      if entry.isErasedUntold {
        return .erasedUntold(site: entry.site, position: entry.position)
      }
    }
    return nil
  }

  /// Whether a part of the bytes has the digest that stands in another.
  private func agrees(_ part: Range<Int>, _ digest: Range<Int>) -> Bool {
    SHA256(of: bytes, in: part).bytes.elementsEqual(bytes[digest])
  }

  /// Appends a column as a field of the chain; numbers as their digits.
  private mutating func appendField(_ column: Int, of row: Row) throws {
    try row.withUnsafeData(atIndex: column) { data in
      Chain.append(length: data?.count ?? 0, to: &bytes)
      if let data { append(data) }
    }
  }

  /// Appends the bytes of a column; returns whether it holds any value.
  private mutating func appendPlain(_ column: Int, of row: Row) throws -> Bool {
    try row.withUnsafeData(atIndex: column) { data in
      guard let data else { return false }
      append(data)
      return true
    }
  }

  private mutating func append(_ data: Data) {
    unsafe data.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}

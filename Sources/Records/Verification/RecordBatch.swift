/// Rows of the table of records as the chain sees them: the bytes of many in one array, so that their
/// hashes can be computed elsewhere while the next rows are read.
struct RecordBatch: Sendable {
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

  /// Begins a batch of so many rows.
  init(of count: Int) {
    bytes.reserveCapacity(count * 640)
    entries.reserveCapacity(count)
  }

  /// How many rows there are.
  var count: Int { entries.count }

  /// Takes a row; the table's form, which the database keeps, says what each column holds.
  ///
  /// - Parameters:
  ///   - row: A row of ``ChainReader/columns``.
  ///   - link: Where the chain of its site stands; afterwards, where it stands after this row.
  ///   - isGone: Whether the private part of a record of a kind, about a subject, went with somebody who
  ///     was forgotten.
  /// - Throws: `UnexpectedValue` when a column holds what the table's form does not allow, or what
  ///   `isGone` throws.
  mutating func append(
    _ row: RowBytes,
    after link: inout ChainReader.Link,
    isGone: (_ kind: String, _ subject: String) throws -> Bool
  ) throws {
    let start = bytes.count
    bytes += link.hash
    for column: Int32 in 0...8 { row.appendField(column, to: &bytes) }
    let length = bytes.count
    row.appendField(11, to: &bytes)
    let message = start..<bytes.count
    let commitment = length + 8..<bytes.count
    let (hasSalt, hasText) = (row.append(9, to: &bytes), row.append(10, to: &bytes))
    let secret = message.upperBound..<bytes.count
    guard hasSalt == hasText, row.append(12, to: &bytes) else { throw UnexpectedValue() }
    let hash = secret.upperBound..<bytes.count
    link.hash.removeAll(keepingCapacity: true)
    link.hash += bytes[hash]
    var isErasedUntold = false
    if !hasText, !commitment.isEmpty {
      guard let kind = row.text(2), let subject = row.text(3) else { throw UnexpectedValue() }
      isErasedUntold = try !isGone(kind, subject)
    }
    entries.append(
      Entry(
        site: link.site,
        position: link.position,
        message: message,
        hash: hash,
        secret: hasText ? secret : nil,
        commitment: commitment,
        isErasedUntold: isErasedUntold
      )
    )
  }

  /// The first row that is not as it was recorded.
  var firstProblem: Verification.Problem? {
    for entry in entries {
      guard SHA256.isDigest(entry.hash, of: entry.message, in: bytes) else {
        return .alteredRecord(site: entry.site, position: entry.position)
      }
      if let secret = entry.secret, !SHA256.isDigest(entry.commitment, of: secret, in: bytes) {
        return .alteredSecret(site: entry.site, position: entry.position)
      }
      if entry.isErasedUntold {
        return .erasedUntold(site: entry.site, position: entry.position)
      }
    }
    return nil
  }
}

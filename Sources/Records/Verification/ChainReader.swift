internal import GRDB

/// Reads the records and follows the chain of each site, for hashes that are computed elsewhere.
struct ChainReader {
  /// The order of the rows.
  enum Order {
    /// As they lie in the table, which is read fastest; nearly always each chain lies in its order.
    case asStored
    /// Site by site, in the order of the chains; what is then found first is the first problem.
    case bySite

    fileprivate var columns: String {
      switch self {
      case .asStored: "rowid"
      case .bySite: "site, position"
      }
    }
  }

  /// Where the chain of a site stands.
  struct Link {
    let site: String
    fileprivate let name: [UInt8]
    /// The place of its last record; 0 before the first.
    fileprivate(set) var position = 0
    /// The hash of its last record.
    var hash = Chain.origin

    fileprivate init(of site: String) {
      self.site = site
      name = Array(site.utf8)
    }
  }

  private let rows: RowCursor
  private let row: RowBytes
  private var links: [Link] = []
  /// The site of the row before.
  private var last = 0
  /// The record that should have come instead of the one that came, after which nothing is read.
  private(set) var missing: Verification.Problem?

  /// How many records have been read.
  private(set) var count = 0

  /// How many records are read at once.
  private static let batch = 2048

  /// Begins to read.
  init(_ database: Database, in order: Order) throws {
    let statement = try database.makeStatement(
      sql: """
        SELECT site, position, kind, subject, sequence, curriculum, edition, milliseconds, body, salt,
          private, commitment, hash
        FROM record ORDER BY \(order.columns)
        """
    )
    rows = try Row.fetchCursor(statement)
    row = RowBytes(of: statement)
  }

  /// Reads the next records.
  ///
  /// - Parameter isGone: Whether the private part of a record of a kind, about a subject, went with
  ///   somebody who was forgotten.
  /// - Returns: Some records; `nil` at the end.
  /// - Throws: What the database refuses, or `UnexpectedValue`.
  mutating func next(
    isGone: (_ kind: String, _ subject: String) throws -> Bool
  ) throws -> RecordBatch? {
    var batch = RecordBatch(of: Self.batch)
    while missing == nil, batch.count < Self.batch, try rows.next() != nil {
      try find()
      let expected = links[last].position + 1
      guard try row.integer(1) == expected else {
        missing = .missingRecord(site: links[last].site, position: expected)
        break
      }
      links[last].position = expected
      try batch.append(row, after: &links[last], isGone: isGone)
    }
    count += batch.count
    return batch.count > 0 ? batch : nil
  }

  /// Finds the chain to which the row belongs.
  private mutating func find() throws {
    if last < links.count, row.holds(links[last].name, in: 0) { return }
    guard let site = row.text(0) else { throw UnexpectedValue() }
    if let known = links.firstIndex(where: { $0.site == site }) {
      last = known
    } else {
      last = links.count
      links.append(Link(of: site))
    }
  }
}

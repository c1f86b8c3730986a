internal import GRDB
internal import GRDBSQLite

/// The columns of the row at which a statement stands, as SQLite holds them.
///
/// Where a million rows are read, a text or data of its own for each column takes longer than reading.
/// What SQLite hands out is only there until the statement goes on, so nothing leaves here but copies, in
/// arrays that the caller uses again.
struct RowBytes {
  private let statement: Statement

  /// Prepares to read what a cursor of the statement stands at.
  init(of statement: Statement) { self.statement = statement }

  /// The whole number of a column.
  func integer(_ column: Int32) throws -> Int64 {
    guard unsafe sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER else {
      throw UnexpectedValue()
    }
    return unsafe sqlite3_column_int64(statement.sqliteStatement, column)
  }

  /// Whether a column holds any value.
  func holdsValue(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement.sqliteStatement, column) != SQLITE_NULL
  }

  /// Appends what a column holds, numbers as their digits.
  ///
  /// - Returns: Whether it holds any value.
  @discardableResult
  func append(_ column: Int32, to bytes: inout [UInt8]) -> Bool {
    guard let part = unsafe self.bytes(of: column) else { return false }
    unsafe bytes.append(contentsOf: part)
    return true
  }

  /// Appends what a column holds as a field of the chain: its length, then its bytes.
  func appendField(_ column: Int32, to bytes: inout [UInt8]) {
    guard let part = unsafe self.bytes(of: column) else {
      return Chain.append(length: 0, to: &bytes)
    }
    Chain.append(length: part.count, to: &bytes)
    unsafe bytes.append(contentsOf: part)
  }

  /// The text of a column; `nil` where there is none.
  func text(_ column: Int32) -> String? {
    guard let part = unsafe bytes(of: column) else { return nil }
    return unsafe String(decoding: part, as: UTF8.self)
  }

  /// Whether a column holds exactly these bytes.
  func holds(_ bytes: [UInt8], in column: Int32) -> Bool {
    guard let part = unsafe self.bytes(of: column) else { return false }
    return unsafe part.elementsEqual(bytes)
  }

  /// What a column holds, until the statement goes on; `nil` where it has no value.
  private func bytes(of column: Int32) -> UnsafeRawBufferPointer? {
    guard holdsValue(column) else { return nil }
    let statement = unsafe statement.sqliteStatement
    // The length must be asked for after the bytes: these may be made of a number first.
    let start = unsafe sqlite3_column_blob(statement, column)
    let count = unsafe Int(sqlite3_column_bytes(statement, column))
    return unsafe UnsafeRawBufferPointer(start: start, count: count)
  }
}

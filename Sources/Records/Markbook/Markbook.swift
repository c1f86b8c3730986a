internal import GRDB

/// The record of a programme: roster, exceptions, published timetables, and attempts with the quizzes
/// as they were sat, in one SQLite file.
///
/// Everything is one table of records to which this program only ever adds, each with a hash that
/// follows from the one before. When a writing function returns, what it wrote has been synchronised
/// to the disk. Several processes may use one file at once; one that has to wait does so as its
/// ``Patience`` says. Whatever is read from the table is checked against its hash first, but for
/// ``roll(of:)`` and ``encodedEvents(of:)``, by which exports read what they have verified as a whole.
///
/// The clock and the identifiers of attempts are arguments; the salts that hide texts in the chain,
/// and the numbers that stand for people and sites, are always random. The file must lie on a disk of
/// this machine, since its write-ahead log needs memory shared by all who use it.
public struct Markbook: Sendable {
  /// The path of the file.
  public let file: String
  /// What this markbook was opened for.
  let access: Access
  /// How long this markbook waits for others.
  let patience: Patience
  /// The version of the file that this program reads and writes.
  let version: Int
  /// The head of the old chain, when a markbook of an older version is only read.
  let formerHead: Head?
  /// The one connection to the file.
  let queue: DatabaseQueue
  /// The files that the connection has open.
  let filesInUse: MarkbookFiles.InUse

  /// The number in the file's header that says that it is a markbook: `SMNR` in ASCII.
  static let application = 0x534D_4E52

  /// Ends the use of the file; everything is already on the disk.
  public func close() {
    try? queue.close()
  }

  /// Runs statements that only read, all seeing the same state of the file.
  func read<Value>(_ body: (Database) throws -> Value) throws(MarkbookError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw MarkbookError(error, file: file, waited: patience.limit)
    }
  }

  /// Runs statements in one immediate transaction: all of them happen durably, or none.
  ///
  /// What is written must be in the file that the path names. When somebody has moved or deleted the
  /// markbook or its log, the fault is `moved`, and nothing counts as written.
  func write<Value>(_ body: (Database) throws -> Value) throws(MarkbookError) -> Value {
    guard access == .writing else { throw failure(.unwritable) }
    guard filesInUse.isStill(at: file) else { throw failure(.moved) }
    guard let turn = WritingTurn(at: file, patience: patience) else {
      throw failure(.busy(after: patience.limit))
    }
    defer { withExtendedLifetime(turn) {} }
    let value: Value
    do {
      value = try queue.write { database in
        // A newer program may have changed the form of the file since it was opened.
        let present = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard present <= version else {
          throw failure(.newer(version: present, known: version))
        }
        return try body(database)
      }
    } catch {
      throw MarkbookError(error, file: file, waited: patience.limit)
    }
    guard filesInUse.isStill(at: file) else { throw failure(.moved) }
    return value
  }

  /// An error about this markbook.
  func failure(_ fault: MarkbookError.Fault) -> MarkbookError {
    MarkbookError(fault, file: file)
  }
}

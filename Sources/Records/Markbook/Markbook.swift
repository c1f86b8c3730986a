internal import GRDB

/// The store of attempts: roster, quizzes as they were sat, and events, in one SQLite file.
///
/// Events are only ever appended, each with the hash of the one before. When a writing function
/// returns, what it wrote has been synchronised to the disk. Several processes may use one file at
/// once; who comes second waits as its ``Patience`` says.
///
/// The clock and chance are arguments. The file must lie on a disk of this machine, since its
/// write-ahead log needs memory shared by all who use it.
public struct Markbook: Sendable {
  /// The path of the file.
  public let file: String
  /// How long this markbook waits for others.
  let patience: Patience
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
    guard filesInUse.isStill(at: file) else { throw failure(.moved) }
    let value: Value
    do {
      value = try queue.write(body)
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

import GRDB

/// A database with nothing but one table, to say what a durable commit costs on this disk.
final class RawCommits: Sendable {
  private let queue: DatabaseQueue

  /// Makes the database in a folder, with the settings of a markbook.
  init(in folder: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    queue = try DatabaseQueue(path: folder + "/raw.sqlite", configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA journal_mode = WAL; CREATE TABLE line (text TEXT NOT NULL) STRICT"
      )
    }
  }

  /// Commits one row; the time it took in seconds.
  func commit() throws -> Double {
    let start = ContinuousClock.now
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO line VALUES (?)",
        arguments: [String(repeating: "x", count: 300)]
      )
    }
    return (ContinuousClock.now - start) / .seconds(1)
  }
}

internal import Foundation
internal import GRDB

extension Markbook {
  /// The number in the header of every markbook: `SMNR` in ASCII.
  public static var applicationIdentifier: Int { application }

  /// The newest version of the file that this program knows.
  public static var latestVersion: Int { migrations.count }

  /// The version of SQLite that is linked; `nil` when it does not say.
  public static var databaseVersion: String? {
    try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
  }

  /// The identifiers on the roster of a markbook that is perhaps in use, read without changing or
  /// making any file.
  ///
  /// - Returns: `nil` when that is not possible, such as with a log that waits to be taken in and
  ///   nobody who uses it.
  public static func identifiers(peekingInto file: String) -> [Participant.ID]? {
    let manager = FileManager.default
    let logSize = try? manager.attributesOfItem(atPath: file + "-wal")[.size] as? NSNumber
    var configuration = Configuration()
    configuration.readonly = true
    let path: String
    if (logSize?.intValue ?? 0) == 0 {
      // Without a log the file alone is everything, and is read as if nobody could change it.
      let absolute = URL(filePath: file).absoluteURL.path(percentEncoded: true)
      path = "file:\(absolute.replacing("?", with: "%3f").replacing("#", with: "%23"))?immutable=1"
    } else if manager.fileExists(atPath: file + "-shm") {
      path = file
    } else {
      return nil
    }
    return try? DatabaseQueue(path: path, configuration: configuration).read { database in
      guard try database.tableExists("record") else {
        // Version 4 and before.
        return try String.fetchAll(database, sql: "SELECT id FROM participant ORDER BY id")
      }
      return try people(database).map(\.participant.id).sorted()
    }
  }
}

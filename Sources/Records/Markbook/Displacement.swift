internal import GRDB

/// The files at a markbook's path, which give way to a restored one and are kept.
///
/// A class, because it must not be copied: it locks the present file against all others until the
/// restored one has its name. SQLite then finds the file it closes moved, and leaves alone the log
/// that has the name now.
final class Displacement {
  /// What is at the path.
  private enum Present {
    /// No file, but perhaps a log without one.
    case nothing
    /// A markbook that nobody else has open, and its copy, verified and complete.
    case whole(DatabaseQueue, copy: Draft)
    /// A file that cannot be read or does not verify; SQLite never gets hold of it, since it would
    /// take in the log or remove it.
    case damaged(FileLock?)
  }

  private let path: String
  /// The path under which what was there will be kept.
  private let kept: String
  private let present: Present

  /// Looks at what is there, without changing it.
  ///
  /// - Parameters:
  ///   - path: The markbook's real path.
  ///   - file: The path as people know it, for errors.
  ///   - patience: How long to wait for others.
  /// - Throws: ``MarkbookError`` when another program has the file open, or when the file belongs to
  ///   another program or to a newer release.
  init(of path: String, named file: String, patience: Patience) throws {
    self.path = path
    kept = Self.freeName(for: path)
    guard let size = MarkbookFiles.size(of: path) else {
      present = .nothing
      return
    }
    guard size > 0, let lock = try FileLock(on: path, patience: patience) else {
      guard size == 0 else { throw MarkbookError(.inUse, file: file) }
      // SQLite would take it for a new database.
      present = .damaged(nil)
      return
    }
    guard try Self.isWhole(path, named: file, copiedNextTo: kept) else {
      present = .damaged(lock)
      return
    }
    lock.release()
    let copy = try Draft(of: kept)
    do {
      present = .whole(try Self.open(path, patience: patience, copyingTo: copy), copy: copy)
    } catch {
      copy.discard()
      throw MarkbookError(error, file: file, waited: patience.limit).asInUse
    }
  }

  deinit {
    switch present {
    case .nothing, .damaged(nil): break
    case .damaged(let lock?): lock.release()
    case .whole(let queue, let copy):
      try? queue.close()
      copy.discard()
    }
  }

  /// Puts a draft in the place of what is there; answers where that is kept.
  func give(way draft: Draft) throws -> [String] {
    switch present {
    case .nothing:
      return try aside { try draft.takeFreeName() }
    case .whole(let queue, let copy):
      // The copy has all of it; the file itself must have it too, should this end half way.
      try Self.takeInLog(of: queue)
      try copy.takeFreeName()
      do {
        for ending in MarkbookFiles.companionEndings { try remove(path + ending) }
        try draft.replace()
      } catch {
        try? remove(kept)
        throw error
      }
      return [kept]
    case .damaged:
      try link(path, to: kept)
      do {
        return try [kept] + aside { try draft.replace() }
      } catch {
        try? remove(kept)
        throw error
      }
    }
  }
}

extension Displacement {
  /// Moves the log and its index away, does something, and puts them back when that fails.
  private func aside(_ body: () throws -> Void) throws -> [String] {
    var moved: [String] = []
    do {
      for ending in MarkbookFiles.companionEndings where MarkbookFiles.exists(path + ending) {
        try move(path + ending, to: kept + ending)
        moved.append(ending)
      }
      try body()
    } catch {
      for ending in moved { try? move(kept + ending, to: path + ending) }
      throw error
    }
    return moved.map { kept + $0 }
  }

  /// Whether a copy of the files verifies; what is there is only read, as bytes.
  private static func isWhole(
    _ path: String,
    named file: String,
    copiedNextTo kept: String
  ) throws -> Bool {
    let copy = try Draft(of: kept)
    defer { copy.discard() }
    for ending in ["", "-wal", "-journal"] where MarkbookFiles.exists(path + ending) {
      try copyBytes(of: path + ending, to: copy.path + ending)
    }
    do {
      _ = try Markbook.verifiedBackup(copy.path, named: file)
      return true
    } catch {
      switch error.fault {
      case .foreign, .newer, .full: throw error
      default: return false
      }
    }
  }

  /// Opens what is there so that nobody else can, and copies it.
  private static func open(
    _ path: String,
    patience: Patience,
    copyingTo copy: Draft
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: alone(patience))
    // The lock is kept until the file is closed.
    try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE; COMMIT") }
    try Markbook.copy(queue, to: copy.path)
    _ = try Markbook.verifiedBackup(copy.path, named: path)
    return queue
  }

  /// How a file is opened that nobody else may use meanwhile.
  private static func alone(_ patience: Patience) -> Configuration {
    let wait = Wait(patience)
    var configuration = Configuration()
    configuration.label = "markbook that gives way"
    configuration.busyMode = .callback { wait.goesOn(after: $0) }
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA trusted_schema = OFF;
          PRAGMA synchronous = FULL;
          """
      )
    }
    return configuration
  }

  /// Brings everything from the log into the file.
  private static func takeInLog(of queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      guard row?[0] == 0 else {
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "the log is in use")
      }
    }
  }

  /// The first name for what is there under which nothing is kept yet.
  private static func freeName(for path: String) -> String {
    var name = "\(path).before-restore"
    var count = 1
    while ([""] + MarkbookFiles.companionEndings).contains(where: {
      MarkbookFiles.exists(name + $0)
    }) {
      count += 1
      name = "\(path).before-restore-\(count)"
    }
    return name
  }
}

extension MarkbookError {
  /// That a file which must be used alone is busy means that another program has it open.
  fileprivate var asInUse: MarkbookError {
    if case .busy = fault { MarkbookError(.inUse, file: file) } else { self }
  }
}

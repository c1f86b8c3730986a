internal import Foundation
internal import GRDB

extension Markbook {
  /// What a command means to do with a markbook.
  public enum Access: Hashable, Sendable {
    /// Only look: works on a read-only disk too, and changes nothing.
    case reading
    /// Look and record.
    case writing
  }

  /// Opens the markbook that is there, and never creates one.
  ///
  /// Refuses what is no markbook, and a version that this program does not know, leaving the file
  /// as it is. An older version is brought to the present one when it is opened for writing; a copy
  /// of the file as it was stays beside it.
  public init(
    existing file: String,
    for access: Access,
    patience: Patience = Patience()
  ) throws(MarkbookError) {
    try self.init(existing: file, for: access, patience: patience, migrations: Self.migrations)
  }

  /// Opens the markbook for writing; where there is no file, creates one that only its owner reads.
  ///
  /// A new markbook is prepared under another name and then given its own, so that nobody ever
  /// meets half a markbook, and of two who create one at the same time both use the same.
  public init(
    creatingIfMissing file: String,
    patience: Patience = Patience()
  ) throws(MarkbookError) {
    if !Self.exists(file) {
      let orphans = MarkbookFiles.orphans(of: file)
      guard orphans.isEmpty else { throw MarkbookError(.orphaned(orphans), file: file) }
      try Self.create(file)
    }
    try self.init(existing: file, for: .writing, patience: patience)
  }

  init(
    existing file: String,
    for access: Access,
    patience: Patience,
    migrations: [Migration]
  ) throws(MarkbookError) {
    self.file = file
    self.access = access
    self.patience = patience
    version = migrations.count
    try Self.refuseWhatIsNoMarkbook(file)
    let named = MarkbookFiles.InUse(of: file)
    do {
      var queue = try Self.connect(to: file, for: access, patience: patience)
      let found = try Self.version(in: queue, of: file, known: migrations.count)
      var formerHead: Head?
      if found < migrations.count {
        switch access {
        case .writing:
          try Self.keepCopy(of: file, version: found, queue)
          try Self.migrate(queue, by: migrations)
        case .reading:
          formerHead = try queue.read(Self.formerHead)
          queue = try Self.upgradedCopy(of: queue, by: migrations)
        }
      }
      if access == .writing { try queue.inDatabase(Self.ensureLog) }
      self.formerHead = formerHead
      self.queue = queue
    } catch {
      throw MarkbookError(error, file: file, waited: patience.limit)
    }
    filesInUse = MarkbookFiles.InUse(of: file)
    guard filesInUse.hasSameMain(as: named) else { throw MarkbookError(.moved, file: file) }
  }
}

extension Markbook {
  private static func exists(_ file: String) -> Bool {
    // Asks for the entry itself: behind a link that leads nowhere nothing is created.
    MarkbookFiles.exists(file)
  }

  private static func refuseWhatIsNoMarkbook(_ file: String) throws(MarkbookError) {
    let attributes: [FileAttributeKey: Any]
    do {
      let path = URL(filePath: file).resolvingSymlinksInPath().path(percentEncoded: false)
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw MarkbookError(.unreadable, file: file)
    } catch {
      let orphans = MarkbookFiles.orphans(of: file)
      throw MarkbookError(orphans.isEmpty ? .missing : .orphaned(orphans), file: file)
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw MarkbookError(.notAFile, file: file)
    }
    guard let size = attributes[.size] as? NSNumber, size.intValue > 0 else {
      throw MarkbookError(.empty, file: file)
    }
    // Another program's file is left alone: SQLite would make files beside it. The identifier never
    // changes, so that it can be read here whatever waits in the log.
    guard let header = try? FileHandle(forReadingFrom: URL(filePath: file)).read(upToCount: 100)
    else { throw MarkbookError(.unreadable, file: file) }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
      throw MarkbookError(.notADatabase, file: file)
    }
    let found = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard found == application else {
      throw MarkbookError(.foreign(application: found), file: file)
    }
  }

  /// The version of the file, read as everything else is: through its log and under its locks.
  private static func version(
    in queue: DatabaseQueue,
    of file: String,
    known: Int
  ) throws -> Int {
    let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
    guard version <= known else {
      throw MarkbookError(.newer(version: version, known: known), file: file)
    }
    guard version > 0 else { throw MarkbookError(.damaged("it has no version"), file: file) }
    return version
  }

  /// A copy in memory of a markbook of an older version, brought to the present one.
  ///
  /// Reading changes nothing in the file; all else knows only the present form.
  private static func upgradedCopy(
    of queue: DatabaseQueue,
    by migrations: [Migration]
  ) throws -> DatabaseQueue {
    let copy = try DatabaseQueue()
    try queue.backup(to: copy)
    try queue.close()
    try migrate(copy, by: migrations)
    try copy.inDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
    return copy
  }

  /// The head of a markbook of version 4 or before.
  private static func formerHead(_ database: Database) throws -> Head? {
    guard try database.tableExists("event") else { return nil }
    let row = try Row.fetchOne(
      database,
      sql: "SELECT position, hash FROM event ORDER BY position DESC LIMIT 1"
    )
    return Head(
      site: "",
      position: try row?.integer("position") ?? 0,
      hash: try row?.text("hash") ?? Chain.origin.hexadecimal
    )
  }

  /// The name under which SQLite reads a file that nobody changes meanwhile.
  private static func locator(of file: String) -> String {
    let path = URL(filePath: file).absoluteURL.path(percentEncoded: true)
    return "file:\(path.replacing("?", with: "%3f").replacing("#", with: "%23"))?immutable=1"
  }

  private static func connect(
    to file: String,
    for access: Access,
    patience: Patience
  ) throws -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: file, configuration: configured(access, patience))
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      return queue
    } catch let error as DatabaseError
      where access == .reading
      && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // Reading takes files beside this one, which a read-only folder refuses. Without a log that
      // waits to be taken in, the file alone is the whole markbook.
      let log =
        try? FileManager.default.attributesOfItem(
          atPath: MarkbookFiles.realPath(of: file) + "-wal"
        )[.size] as? NSNumber
      guard (log?.intValue ?? 0) == 0 else { throw MarkbookError(.unreadable, file: file) }
      var configuration = configured(access, patience)
      configuration.readonly = true
      return try DatabaseQueue(path: locator(of: file), configuration: configuration)
    }
  }

  private static func configured(_ access: Access, _ patience: Patience) -> Configuration {
    let wait = Wait(patience)
    var configuration = Configuration()
    configuration.label = "markbook"
    configuration.busyMode = .callback { wait.goesOn(after: $0) }
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA synchronous = FULL;
          PRAGMA query_only = \(access == .reading ? "ON" : "OFF");
          PRAGMA cache_size = -32768;
          """
      )
    }
    return configuration
  }

  /// Makes sure that commits are durable: a write-ahead log, which a copy of the file may have lost,
  /// and full synchronisation.
  private static func ensureLog(_ database: Database) throws {
    let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
    let kept =
      journal == "wal" ? journal : try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    let foreignKeys = try Int.fetchOne(database, sql: "PRAGMA foreign_keys")
    guard kept == "wal", synchronous == 2, foreignKeys == 1 else {
      throw DatabaseError(
        resultCode: .SQLITE_IOERR,
        message: "the disk does not allow a write-ahead log with full synchronisation"
      )
    }
  }
}

extension Markbook {
  /// Creates a markbook in the present version under another name, then links it to its own.
  private static func create(_ file: String) throws(MarkbookError) {
    let draft = "\(file).new-\(UUID().uuidString)"
    let isMade = FileManager.default.createFile(
      atPath: draft,
      contents: nil,
      attributes: [.posixPermissions: NSNumber(value: 0o600)]
    )
    guard isMade else {
      throw MarkbookError(
        .notCreated("its folder is missing, or you do not have permission to write to it"),
        file: file
      )
    }
    defer {
      for ending in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: draft + ending)
      }
    }
    do {
      let queue = try DatabaseQueue(path: draft, configuration: configured(.writing, Patience()))
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(application)")
      }
      try migrate(queue, by: migrations)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try queue.close()
    } catch {
      throw MarkbookError(error, file: file, waited: .zero)
    }
    do {
      try FileManager.default.linkItem(atPath: draft, toPath: file)
    } catch {
      guard !exists(file) else { return }
      throw MarkbookError(.notCreated("\(error.localizedDescription)"), file: file)
    }
  }

  /// Keeps the file as it was before it is brought to a newer version.
  private static func keepCopy(of file: String, version: Int, _ queue: DatabaseQueue) throws {
    var copy = "\(file).version-\(version)"
    var count = 1
    while exists(copy) {
      count += 1
      copy = "\(file).version-\(version)-\(count)"
    }
    let draft = try draft(of: copy, for: file)
    defer { draft.discard() }
    do {
      try Self.copy(queue, to: draft.path)
      try draft.takeFreeName()
    } catch let failure as SystemFailure {
      throw MarkbookError(MarkbookError.Fault(failure), file: file)
    }
  }
}

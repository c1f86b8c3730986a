internal import GRDB

extension Markbook {
  /// A complete copy of a markbook, which was verified.
  public struct Backup: Hashable, Sendable {
    /// How many records it has.
    public let records: Int
    /// The head of every site's chain.
    public let heads: [Head]
  }

  /// Writes a backup: one file that is the whole markbook at one moment, while others go on using it.
  ///
  /// The copy is prepared under another name, verified, and given its name when it is on the disk, so
  /// that there is never half a backup.
  ///
  /// - Parameters:
  ///   - destination: The path of the backup.
  ///   - replacing: Whether a file that is there already is replaced.
  /// - Returns: What the backup has in it.
  /// - Throws: ``MarkbookError``, which names the destination when the copy cannot be written.
  public func backup(
    to destination: String,
    replacing: Bool = false
  ) throws(MarkbookError) -> Backup {
    let path = MarkbookFiles.realPath(of: destination)
    try refuseDestination(path, named: destination, replacing: replacing)
    let draft = try Self.draft(of: path, for: destination)
    defer { draft.discard() }
    let backup = try verifiedCopy(in: draft, for: destination)
    do {
      if replacing { try draft.replace() } else { try draft.takeFreeName() }
    } catch {
      throw MarkbookError(MarkbookError.Fault(error), file: destination)
    }
    return backup
  }
}

extension Markbook {
  /// Copies the markbook as it is at one moment into a draft, and verifies the copy.
  func verifiedCopy(
    in draft: Draft,
    for destination: String
  ) throws(MarkbookError) -> Backup {
    do {
      try Self.copy(queue, to: draft.path)
    } catch {
      let error = MarkbookError(error, file: file, waited: patience.limit)
      let isAboutCopy = [.full, .unwritable].contains(error.fault)
      throw MarkbookError(error.fault, file: isAboutCopy ? destination : file)
    }
    return try Self.verifiedBackup(draft.path, named: file)
  }

  /// Copies what a connection sees into an empty file, without what was deleted.
  static func copy(_ queue: DatabaseQueue, to path: String) throws {
    try queue.inDatabase { database in
      let isReadOnly = try Bool.fetchOne(database, sql: "PRAGMA query_only") == true
      try database.execute(sql: "PRAGMA query_only = OFF")
      defer {
        if isReadOnly { try? database.execute(sql: "PRAGMA query_only = ON") }
      }
      try database.execute(sql: "VACUUM INTO ?", arguments: [path])
    }
  }

  /// Checks every hash of a file; what is wrong with it is said of the one that is named.
  static func verifiedBackup(
    _ path: String,
    named file: String
  ) throws(MarkbookError) -> Backup {
    let (verification, heads): (Verification, [Head])
    do {
      let copy = try Markbook(existing: path, for: .reading)
      defer { copy.close() }
      (verification, heads) = (try copy.verify(), try copy.heads())
    } catch {
      throw MarkbookError(error.fault, file: file)
    }
    switch verification {
    case .whole(let extent): return Backup(records: extent.records, heads: heads)
    case .wrong(let problem): throw MarkbookError(.damaged(problem.description), file: file)
    }
  }

  /// Begins a file that is meant for a destination.
  static func draft(of path: String, for destination: String) throws(MarkbookError) -> Draft {
    do {
      return try Draft(of: path)
    } catch {
      throw MarkbookError(MarkbookError.Fault(error), file: destination)
    }
  }

  /// Refuses a path at which no file can be written, or must not be.
  func refuseDestination(
    _ path: String,
    named destination: String,
    replacing: Bool
  ) throws(MarkbookError) {
    let own = MarkbookFiles.realPath(of: file)
    let ownPaths = [own] + MarkbookFiles.companionEndings.map { own + $0 }
    let identity = FileIdentity(of: path)
    if ownPaths.contains(path) || (identity != nil && identity == FileIdentity(of: own)) {
      throw MarkbookError(.itself, file: destination)
    }
    let companions = MarkbookFiles.companions(of: path)
    guard companions.isEmpty else {
      throw MarkbookError(.inTheWay(companions), file: destination)
    }
    guard let isRegular = MarkbookFiles.isRegularFile(path) else { return }
    guard isRegular else { throw MarkbookError(.noPlace, file: destination) }
    guard replacing else { throw MarkbookError(.inTheWay([]), file: destination) }
  }
}

internal import GRDB
public import Quizzes

extension Markbook {
  /// What was done to put a backup in the place of a markbook.
  public struct Restoration: Hashable, Sendable {
    /// What was restored.
    public let backup: Backup
    /// The paths under which the files that were there are kept, the markbook's own first.
    public let kept: [String]
  }

  /// Puts a backup in the place of a markbook.
  ///
  /// The backup is verified, and a complete copy of it is prepared next to the markbook, before
  /// anything there is changed. The copy then takes the markbook's name in one step. What was there
  /// is kept: a markbook that is whole as one file, with all that was in its log; a damaged one as it
  /// is, together with its log and index, which are moved away first, so that no log of another file
  /// is ever taken into the copy. From then on a new site records in it, bound to the last record of
  /// the backup; a backup of an older version gets one when it is upgraded.
  ///
  /// - Parameters:
  ///   - backup: The path of the backup, which stays.
  ///   - file: The path of the markbook; nothing needs to be there.
  ///   - time: When this happens.
  ///   - patience: How long to wait for others to finish what they are writing.
  /// - Returns: What was restored, and where the files are that were there.
  /// - Throws: ``MarkbookError``; nothing is changed then. The fault is `inUse` while another program
  ///   has the markbook open, `unusableBackup` when the backup is at fault.
  public static func restore(
    _ backup: String,
    to file: String,
    at time: Timestamp,
    patience: Patience = Patience(limit: .seconds(2))
  ) throws(MarkbookError) -> Restoration {
    let path = MarkbookFiles.realPath(of: file)
    if let identity = FileIdentity(of: backup), identity == FileIdentity(of: path) {
      throw MarkbookError(.itself, file: backup)
    }
    if MarkbookFiles.isRegularFile(path) == false { throw MarkbookError(.notAFile, file: file) }
    let draft = try draft(of: path, for: file)
    defer { draft.discard() }
    let restored = try copy(backup, into: draft, for: file, at: time)
    do {
      let kept = try Displacement(of: path, named: file, patience: patience).give(way: draft)
      return Restoration(backup: restored, kept: kept)
    } catch let failure as SystemFailure {
      throw MarkbookError(MarkbookError.Fault(failure), file: file)
    } catch {
      throw MarkbookError(error, file: file, waited: patience.limit)
    }
  }
}

extension Markbook {
  /// Verifies a backup and copies it into a draft that is ready to be used as a markbook.
  private static func copy(
    _ backup: String,
    into draft: Draft,
    for file: String,
    at time: Timestamp
  ) throws(MarkbookError) -> Backup {
    let source: Markbook
    do {
      source = try Markbook(existing: backup, for: .reading)
    } catch {
      throw MarkbookError(.unusableBackup(error.fault), file: backup)
    }
    defer { source.close() }
    do {
      let restored = try source.verifiedCopy(in: draft, for: file)
      try keepLog(of: draft, for: file)
      if source.formerHead == nil { try startNewSite(in: draft, for: file, at: time) }
      return restored
    } catch {
      guard error.file == backup else { throw error }
      throw MarkbookError(.unusableBackup(error.fault), file: backup)
    }
  }

  private static func startNewSite(
    in draft: Draft,
    for file: String,
    at time: Timestamp
  ) throws(MarkbookError) {
    do {
      let copy = try Markbook(existing: draft.path, for: .writing)
      defer { copy.close() }
      try copy.startNewSite(at: time)
    } catch {
      throw MarkbookError(error.fault, file: file)
    }
  }

  /// Lets a draft be used with a write-ahead log, which a copy that SQLite makes is not.
  private static func keepLog(of draft: Draft, for file: String) throws(MarkbookError) {
    do {
      let queue = try DatabaseQueue(path: draft.path)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
    } catch {
      throw MarkbookError(error, file: file, waited: .zero)
    }
  }
}

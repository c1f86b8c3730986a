internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// A file of its own with what was recorded of one edition, which was verified.
  public struct Archive: Hashable, Sendable {
    /// How many records it has.
    public let records: Int
    /// The head of its own chain.
    public let heads: [Head]
    /// How many attempts started in it.
    public let attempts: Int
    /// How many participants it names.
    public let participants: Int
  }

  /// The curricula and editions that records name, sorted by name.
  public func programmes() throws(MarkbookError) -> [Programme] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT curriculum, edition FROM record WHERE curriculum <> ''
          ORDER BY curriculum, edition
          """
      ).map {
        Programme(curriculum: try $0.text("curriculum"), edition: try $0.text("edition"))
      }
    }
  }

  /// Writes what was recorded of one edition into a markbook of its own; this one stays as it is.
  ///
  /// The archive has a site of its own, whose chain it is verified by. Its second record names the
  /// edition and the heads of the markbook from which it was made. What was recorded without saying for
  /// which programme is in it too, so that nothing of the edition is missing.
  ///
  /// - Parameters:
  ///   - programme: The curriculum and its edition.
  ///   - destination: The path of the archive.
  ///   - replacing: Whether a file that is there already is replaced.
  ///   - time: When this happens.
  ///   - takesPart: Whether somebody is on the roster of the edition; whoever has an attempt or another
  ///     record in it is in the archive anyway.
  /// - Returns: What the archive has in it.
  /// - Throws: ``MarkbookError``; there is no archive then, and a file that was to be replaced stays.
  public func archive(
    _ programme: Programme,
    to destination: String,
    replacing: Bool = false,
    at time: Timestamp,
    including takesPart: (Participant) -> Bool
  ) throws(MarkbookError) -> Archive {
    let path = MarkbookFiles.realPath(of: destination)
    try refuseDestination(path, named: destination, replacing: replacing)
    if case .wrong(let problem) = try verify() { throw failure(.damaged(problem.description)) }
    let heads = try heads()
    let contents = try read { database in
      try ArchiveContents(of: programme, including: takesPart, database)
    }
    let draft = try Self.draft(of: path, for: destination)
    defer { draft.discard() }
    do {
      let queue = try DatabaseQueue(path: draft.path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(Self.application)")
      }
      try Self.migrate(queue, by: Self.migrations)
      try queue.write { try contents.write(of: programme, from: heads, at: time, $0) }
      try queue.close()
    } catch {
      throw MarkbookError(error, file: destination, waited: .zero)
    }
    let copy = try Self.verifiedBackup(draft.path, named: destination)
    do {
      if replacing { try draft.replace() } else { try draft.takeFreeName() }
    } catch {
      throw MarkbookError(MarkbookError.Fault(error), file: destination)
    }
    return Archive(
      records: copy.records,
      heads: copy.heads,
      attempts: contents.records.count { $0.kind == Record.Kind.started },
      participants: Set(
        contents.records.filter { $0.kind == Record.Kind.enrolled }.map(\.subject)
      ).count
    )
  }
}

/// What the second record of an archive says: from what it was made.
struct ArchivedBody: Codable {
  /// The heads of the markbook from which it was made, as exports name them.
  var heads: [String]
  /// How many records of it the archive has.
  var records: Int
}

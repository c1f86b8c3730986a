internal import GRDB

/// A published timetable as the markbook keeps it: when, and what in a form that it does not read.
public struct RecordedRevision: Hashable, Sendable {
  /// Its number among the revisions of the curriculum, from 1.
  public let number: Int
  /// When it was published, in milliseconds since 1970.
  public let milliseconds: Int64
  /// What was published.
  public let content: String
  /// The curriculum and edition of which it is a timetable.
  public let programme: Programme
}

extension Markbook {
  /// The published revisions of a curriculum in order.
  ///
  /// Where several sites published, all revisions are kept, numbered in the order of their clocks.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - edition: Only those of this edition, numbered by themselves; `nil` for all.
  ///   - adopting: Whether those that were recorded without an edition are of this one.
  /// - Returns: The revisions.
  /// - Throws: ``MarkbookError``.
  public func revisions(
    of curriculum: String,
    edition: String? = nil,
    adopting: Bool = true
  ) throws(MarkbookError) -> [RecordedRevision] {
    try read { try Self.revisions(of: curriculum, edition, adopting, $0) }
  }

  /// Keeps a timetable as the next revision of a curriculum; when this returns, it is on the disk.
  ///
  /// - Parameters:
  ///   - content: What is published.
  ///   - programme: The curriculum and its edition.
  ///   - number: The number that the revision is to have: one more than the last.
  ///   - milliseconds: When it is published, since 1970.
  ///   - adopting: Whether those that were recorded without an edition are of this one.
  /// - Throws: ``MarkbookError``. The fault is `publishedElsewhere` when the number is taken or
  ///   not the next.
  public func publish(
    _ content: String,
    of programme: Programme,
    as number: Int,
    at milliseconds: Int64,
    adopting: Bool = true
  ) throws(MarkbookError) {
    let curriculum = programme.curriculum
    try write { database in
      let known = try Self.revisions(of: curriculum, programme.edition, adopting, database)
      guard number == known.count + 1 else {
        throw failure(.publishedElsewhere(curriculum: curriculum, number: number))
      }
      let draft = Record.Draft(
        kind: Record.Kind.published,
        subject: curriculum,
        sequence: try Self.count(about: curriculum, database) + 1,
        programme: programme,
        milliseconds: milliseconds,
        secret: content
      )
      try Self.record([draft], database)
    }
  }
}

extension Markbook {
  private static func revisions(
    of curriculum: String,
    _ edition: String?,
    _ adopting: Bool,
    _ database: Database
  ) throws -> [RecordedRevision] {
    try records(
      where: "record.subject = ? AND record.kind = 'programme/published'",
      order: try order(database),
      [curriculum],
      database
    )
    .filter { record in
      let recorded = record.programme.edition
      guard let edition else { return true }
      return recorded == edition || adopting && recorded.isEmpty
    }
    .enumerated().compactMap { index, record in
      guard let content = record.secret?.text else { return nil }
      return RecordedRevision(
        number: index + 1,
        milliseconds: record.milliseconds,
        content: content,
        programme: record.programme
      )
    }
  }
}

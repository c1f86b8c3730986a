internal import Foundation
internal import GRDB
public import Quizzes

/// A rule by which participants pass a programme, as it was published.
public struct RecordedPassRule: Hashable, Sendable {
  /// The rule in a form that the markbook does not read: a JSON object.
  public let content: String
  /// When it was published.
  public let time: Timestamp
}

extension Markbook {
  /// Publishes the rule by which participants pass a programme; the last one decides.
  ///
  /// - Parameters:
  ///   - content: The rule as a JSON object, with nothing personal in it.
  ///   - programme: The curriculum and its edition.
  ///   - time: When it is published.
  /// - Returns: Whether it is another one than the last; otherwise nothing is recorded.
  /// - Throws: ``MarkbookError``.
  public func publishPassRule(
    _ content: String,
    of programme: Programme,
    at time: Timestamp
  ) throws(MarkbookError) -> Bool {
    try write { database in
      guard try Self.passRule(of: programme, database)?.content != content else { return false }
      let draft = Record.Draft(
        kind: Record.Kind.ruled,
        subject: programme.curriculum,
        sequence: try Self.count(about: programme.curriculum, database) + 1,
        programme: programme,
        milliseconds: time.milliseconds,
        body: content
      )
      try Self.record([draft], database)
      return true
    }
  }

  /// The rule of a programme that was published last; `nil` where none was.
  public func passRule(of programme: Programme) throws(MarkbookError) -> RecordedPassRule? {
    try read { try Self.passRule(of: programme, $0) }
  }

  private static func passRule(
    of programme: Programme,
    _ database: Database
  ) throws -> RecordedPassRule? {
    try records(
      where: "record.subject = ? AND record.kind = 'programme/ruled' AND record.edition = ?",
      order: order(database),
      [programme.curriculum, programme.edition],
      database
    ).last.map {
      RecordedPassRule(content: $0.body, time: Timestamp(milliseconds: $0.milliseconds))
    }
  }
}

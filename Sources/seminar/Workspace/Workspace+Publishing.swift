import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

extension Workspace {
  /// What was published of a curriculum, in order.
  func revisions(of curriculum: String) throws -> [Revision] {
    guard let markbook = try readableMarkbook() else { return [] }
    return try markbook.revisions(of: curriculum).map { recorded in
      let time = Date(timeIntervalSince1970: TimeInterval(recorded.milliseconds / 1000))
      guard
        let revision = Revision(
          stored: recorded.content,
          number: recorded.number,
          published: time
        )
      else {
        throw Failure(.badInput, "revision \(recorded.number) in the markbook cannot be read")
      }
      return revision
    }
  }

  /// Keeps a revision in the markbook, and then puts its files into their folder.
  ///
  /// - Parameters:
  ///   - revision: The revision; `nil` when it is kept already and only its files are wanted.
  ///   - curriculum: What the revision is a timetable of.
  ///   - files: All its files.
  ///   - folder: Where they go.
  /// - Throws: ``Failure``; then neither the revision nor a file is kept, unless a file cannot be put in
  ///   its place at the very end.
  func publish(
    _ revision: Revision?,
    of curriculum: Curriculum,
    as files: [Publication.File],
    into folder: PublishedFolder
  ) throws {
    let staged = try folder.stage(files)
    if let revision {
      do {
        try writableMarkbook().publish(
          revision.stored,
          of: Programme(curriculum),
          as: revision.number,
          at: Int64(revision.published.timeIntervalSince1970) * 1000
        )
      } catch {
        staged.discard()
        throw (error as? MarkbookError).map { Failure($0) } ?? error
      }
    }
    try staged.put()
  }
}

extension Workspace {
  /// Publishes the rule by which participants pass, where the curriculum has one.
  ///
  /// - Returns: Whether it is another one than the last.
  func publishPassRule(of curriculum: Curriculum) throws -> Bool {
    guard curriculum.passRule != nil else { return false }
    return try publishPassRule(of: curriculum, in: writableMarkbook(), at: .now)
  }
}

extension Failure {
  /// That nothing was published yet.
  static func unpublished(_ curriculum: String) -> Failure {
    Failure(
      .inputMissing,
      "no timetable of '\(curriculum.visible)' was published",
      remedy: "publish one with 'seminar publish'"
    )
  }
}

import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

extension Workspace {
  /// What was published of an edition of a curriculum, in order.
  func revisions(of programme: Programme) throws -> [Revision] {
    guard let markbook = try readableMarkbook(mayBeNew: true) else { return [] }
    return try markbook.revisions(
      of: programme.curriculum,
      edition: programme.edition,
      adopting: adopts(programme, markbook)
    ).map { try Revision($0) }
  }

  /// Whether an edition takes the revisions that were recorded without one: they are of its days.
  private func adopts(_ programme: Programme, _ markbook: Markbook) throws -> Bool {
    let old = try markbook.revisions(of: programme.curriculum, edition: "")
    guard let last = old.last, !programme.edition.isEmpty,
      let curriculum = try? curriculum(programme.label).curriculum,
      let begins = try Revision(last).entries.first?.begins
    else { return true }
    return curriculum.week(of: curriculum.zone.wallClock(at: begins).date) != nil
  }

  /// Where an edition of a curriculum is published.
  ///
  /// The edition that runs has the folder of the curriculum, so that links to it stay; others have one with
  /// their own name in it.
  func publishedFolder(of curriculum: Curriculum) -> String {
    let own = curriculumFiles().filter { $0.programme.curriculum == curriculum.id }
    let runs = own.running(on: today).map { $0.programme == Programme(curriculum) } ?? true
    let folder = path("published/\(curriculum.id)")
    let present = PublishedFolder(folder).edition
    // A file that was edited for the next edition does not take the place of one that still runs.
    let isTaken =
      present.map {
        $0.curriculum == curriculum.id && $0.name != curriculum.edition && !$0.hasEnded(now.date)
      }
      ?? false
    let isOwn = runs || own.count < 2
    return isOwn && !(isTaken && curriculum.starts > today)
      ? folder : "\(folder)/\(curriculum.edition.asFileName)"
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
    try folder.keepEdition(otherThan: Programme(curriculum))
    let staged = try folder.stage(files)
    if let revision {
      do {
        try writableMarkbook().publish(
          revision.stored,
          of: Programme(curriculum),
          as: revision.number,
          at: Int64(revision.published.timeIntervalSince1970) * 1000,
          adopting: readableMarkbook(mayBeNew: true)
            .map { try adopts(Programme(curriculum), $0) } ?? true
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

extension Revision {
  /// Reads a revision as the markbook has it.
  fileprivate init(_ recorded: RecordedRevision) throws {
    let time = Date(timeIntervalSince1970: TimeInterval(recorded.milliseconds / 1000))
    let revision = Revision(stored: recorded.content, number: recorded.number, published: time)
    guard let revision else {
      throw Failure(.badInput, "revision \(recorded.number) in the markbook cannot be read")
    }
    self = revision
  }
}

extension PublishedFolder {
  /// Keeps what was published of another edition in a folder of its own, before the files are replaced.
  ///
  /// - Parameter programme: What is published now.
  /// - Throws: `Failure` when the old files cannot be kept.
  fileprivate func keepEdition(otherThan programme: Programme) throws {
    guard let present = edition, present.curriculum == programme.curriculum,
      present.name != programme.edition, !present.name.isEmpty
    else { return }
    let target = "\(path)/\(present.name.asFileName)"
    guard PublishedFolder(target).edition == nil else { return }
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
    do {
      try NewFile.makeFolders(target)
      for name in names.sorted() where !isEditionFolder(name) && "\(path)/\(name)" != target {
        try manager.copyItem(atPath: "\(path)/\(name)", toPath: "\(target)/\(name)")
      }
    } catch {
      throw Failure(
        .cannotCreate,
        "what was published of '\(present.name.visible)' cannot be kept in '\(target.visible)': "
          + error.reason,
        remedy: "move the folder '\(path.visible)' elsewhere, and publish again"
      )
    }
  }

  /// Whether a name in the folder is that of another edition's folder.
  private func isEditionFolder(_ name: String) -> Bool {
    PublishedFolder("\(path)/\(name)").edition != nil
  }
}

extension String {
  /// The text as the name of a folder: what is no letter, digit or hyphen becomes a hyphen.
  fileprivate var asFileName: String {
    let name = String(map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
    return name.isEmpty ? "edition" : name
  }
}

extension Failure {
  /// That nothing was published yet.
  static func unpublished(_ curriculum: String) -> Failure {
    Failure(
      .inputMissing,
      "no timetable of '\(curriculum.visible)' has been published",
      remedy: "publish one with 'seminar publish'"
    )
  }
}

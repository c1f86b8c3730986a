import ArgumentParser
import Curricula
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

/// `seminar publish`: keep the timetable as a numbered revision and write all its files.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Keep the timetable as a numbered revision and write its pages and calendars.",
    discussion: """
      Writes one folder: the whole programme as page, calendar, table, JSON and picture,
      and a page and a calendar for each group, room and trainer. Calendars keep their
      identity from revision to revision, so that calendar programs move what moved.

      Examples:
        seminar publish --dry-run
        seminar publish --output site
      """
  )

  @Argument(help: "The curriculum's name or file; not needed when there is only one.")
  var curriculum: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder (default: published/CURRICULUM).", valueName: "folder")
  )
  var output: String?

  @Flag(help: "Say what would be done, and change nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("The source of chance in the search, from 0.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let problem = try workspace.problem(curriculum)
    let outcome = try Solver(problem).solve(seed: seed)
    guard case .laidOut = outcome else {
      throw Failure(
        .problems,
        "there is no timetable to publish",
        remedy: "see why with 'seminar timetable'"
      )
    }
    let publication = Publication(outcome, of: problem, seed: seed)
    let id = problem.curriculum.id
    let known = try workspace.readableMarkbook().map { try Self.revisions(of: id, in: $0) } ?? []
    let now = Timestamp.now
    let candidate = Revision(publication, number: known.count + 1, published: now.wholeSecond)
    let isNew = known.last?.entries != candidate.entries
    let all = isNew ? known + [candidate] : known
    let folder = PublishedFolder(output ?? workspace.path("published/\(id)"))
    let files = publication.files(all)
    guard !dryRun else {
      let what = isNew ? "Would publish revision \(candidate.number)" : "Nothing has changed"
      let paths = files.map { "  \(folder.path)/\($0.path)" }.joined(separator: "\n")
      try Output.standard.write("\(what); \(files.counted("file")):\n\(paths)\n")
      return
    }
    let staged = try folder.stage(files)
    if isNew {
      do {
        try workspace.writableMarkbook().publish(
          candidate.stored,
          of: id,
          as: candidate.number,
          at: now.milliseconds / 1000 * 1000
        )
      } catch {
        staged.discard()
        throw (error as? MarkbookError).map { Failure($0) } ?? error
      }
    }
    try staged.put()
    let what =
      isNew
      ? "Published revision \(candidate.number)"
      : "Nothing has changed since revision \(known.count)"
    try Output.standard.write("\(what): \(files.counted("file")) in \(folder.path)\n")
  }

  /// The revisions of a curriculum as the markbook keeps them.
  static func revisions(of curriculum: String, in markbook: Markbook) throws -> [Revision] {
    do {
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
    } catch let error as MarkbookError {
      throw Failure(error)
    }
  }
}

import ArgumentParser
import Coordination
import Diagnostics
import Records

/// `seminar markbook archive EDITION`.
struct MarkbookArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Copy an ended edition to a markbook file of its own.",
    discussion: """
      The file contains the attempts, participants, exceptions, certificates and timetables of this
      edition, and everything recorded without an edition. It is verified before it gets its name, and only
      you can read it. Read it with '--markbook', as in the second example. The present markbook
      keeps everything.

      Examples:
        seminar markbook archive EDITION
        seminar scores --markbook FILE
      """
  )

  @Argument(
    help: "The edition, such as 2026 or security/2026. You can omit it with '--curriculum'.",
    completion: .editions
  )
  var edition: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write (default: next to the markbook, with curriculum and edition in its name).",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard output != "-" else {
      throw ValidationError("An archive cannot be written to standard output; name a file.")
    }
  }

  func run() throws {
    let workspace = try place.located()
    let markbook = try workspace.presentMarkbook()
    defer { markbook.close() }
    guard edition != nil || workspace.chosenCurriculum != nil else {
      throw Failure(
        .usage,
        "no edition is named",
        remedy: "name one, as in 'seminar markbook archive 2026'"
      )
    }
    let ended = try EndedEdition(
      named: edition,
      among: markbook.programmes(),
      in: workspace
    ).programme
    let file = output ?? workspace.archive(of: ended)
    let archive = try markbook.archive(ended, to: file, replacing: force, at: .now) {
      $0.attends(ended)
    }
    let heads = archive.heads.map(\.description)
    try format.write(
      """
      Archived \(ended.label.visible) in \(file.visible): \(archive.records.counted("record")), \
      \(archive.attempts.counted("attempt")), \(archive.participants.counted("participant")); \
      every hash was verified.
      head: \(heads.joined(separator: " "))
      The markbook keeps everything. Read the archive with '--markbook \(file.visible)'.

      """,
      or: Report(
        file: file,
        curriculum: ended.curriculum,
        edition: ended.edition,
        records: archive.records,
        attempts: archive.attempts,
        participants: archive.participants,
        heads: heads
      )
    )
  }

  /// What was archived, for programs.
  private struct Report: Encodable {
    let format = "seminar-archive"
    let version = 1
    let file: String
    let curriculum: String
    let edition: String
    let records: Int
    let attempts: Int
    let participants: Int
    let heads: [String]
  }
}

extension Workspace {
  /// Where the archive of an edition is written if no file is named: next to the markbook.
  fileprivate func archive(of programme: Programme) -> String {
    let name = programme.label.replacing(/[^\p{L}\p{N}._\-]+/) { _ in "-" }
    let stem = markbook.hasSuffix(".sqlite") ? String(markbook.dropLast(7)) : markbook
    return "\(stem)-\(name).sqlite"
  }
}

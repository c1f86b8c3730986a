import ArgumentParser
import Coordination
import Diagnostics
import Records

/// `seminar markbook backup FILE`.
struct MarkbookBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Back up the markbook to one file.",
    discussion: """
      You can make a backup while participants are sitting quizzes. It is verified before the file
      gets its name, and only you can read it. Do not copy a markbook in any other way while it
      is in use, because its newest records are in a second file.

      Example:
        seminar markbook backup backup.sqlite
      """
  )

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard file != "-" else {
      throw ValidationError("A backup cannot be written to standard output; name a file.")
    }
  }

  func run() throws {
    let workspace = try place.located()
    let markbook = try workspace.presentMarkbook()
    defer { markbook.close() }
    let backup = try markbook.backup(to: file, replacing: force)
    try format.write(
      """
      Backed up \(backup.records.counted("record")) to \(file.visible); every hash was verified.
      head: \(backup.heads.map(\.description).joined(separator: " "))

      """,
      or: Report(
        file: file,
        records: backup.records,
        heads: backup.heads.map(\.description)
      )
    )
  }

  /// What was backed up, for programs.
  private struct Report: Encodable {
    let format = "seminar-backup"
    let version = 1
    let file: String
    let records: Int
    let heads: [String]
  }
}

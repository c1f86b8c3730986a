import ArgumentParser
import Diagnostics
import Foundation
import Records

/// `seminar markbook restore FILE`.
struct MarkbookRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Replace the markbook with a backup.",
    discussion: """
      The backup is verified first. The current markbook and its log are kept next to the restored
      one and never deleted. This works only while nobody is sitting a quiz.

      Examples:
        seminar markbook backup backup.sqlite
        seminar markbook restore backup.sqlite
      """
  )

  @Argument(help: "The backup file.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard file != "-" else {
      throw ValidationError("A backup cannot be read from standard input; name a file.")
    }
  }

  func run() throws {
    let markbook = try place.located().markbook
    let restoration = try Markbook.restore(file, to: markbook, at: .now)
    let backup = restoration.backup
    var lines = [
      "Restored \(backup.records.counted("record")) from \(file.visible) to \(markbook.visible); "
        + "every hash was verified.",
      "head: \(backup.heads.map(\.description).joined(separator: " "))",
    ]
    for path in restoration.kept {
      let name = URL(filePath: path).lastPathComponent
      lines.append("The previous markbook is kept next to it: \(name.visible)")
    }
    try format.write(
      lines.joined(separator: "\n") + "\n",
      or: Report(
        file: file,
        markbook: markbook,
        records: backup.records,
        heads: backup.heads.map(\.description),
        kept: restoration.kept
      )
    )
  }

  /// What was restored, for programs.
  private struct Report: Encodable {
    let format = "seminar-restoration"
    let version = 1
    let file: String
    let markbook: String
    let records: Int
    let heads: [String]
    /// The files of the previous markbook.
    let kept: [String]
  }
}

import ArgumentParser
import Curricula
import Diagnostics
import Foundation
import Quizzes
import Timetabling

/// `seminar check`: every problem in curricula and quizzes.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every problem in curricula and quizzes.",
    discussion: """
      Each problem comes with its place, what was found and expected, and what to do.
      Without a file, all files of the workspace are checked.

      Problems in how items are written end with a code. A file can allow one with
      a reason, for an item or for the whole quiz:
        allow: {negative-stem: "the words of the treaty"}

      Examples:
        seminar check
        seminar check --all
        seminar check curricula/crime-justice-security.yaml
      """
  )

  @Argument(help: "The files to check.")
  var files: [String] = []

  @Option(help: ArgumentHelp("The form: text or json.", valueName: "form"))
  var format: Form = .text

  @Flag(help: "Show notes as well: what may be right as it is, but deserves a look.")
  var all = false

  @OptionGroup var place: WorkspaceOptions

  /// The forms in which problems are listed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  func run() throws {
    let workspace = try place.located()
    let paths = files.isEmpty ? workspace.curricula() + workspace.quizzes() : files
    guard !paths.isEmpty else {
      throw Failure(
        .inputMissing,
        "there is nothing to check in '\(workspace.folder)'",
        remedy: "name a file, or a folder with '--workspace'"
      )
    }
    var check = WorkspaceCheck(workspace)
    for path in paths { try check.read(path) }
    let report = CheckReport(check.findings(), files: paths.count, showingNotes: all)
    try Output.standard.write(format == .json ? report.json : report.text)
    if report.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
  }
}

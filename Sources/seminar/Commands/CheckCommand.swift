import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Quizzes
import Records
import Timetabling

/// `seminar check`: every problem in curricula and quizzes.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List all problems in curricula and quizzes.",
    discussion: """
      For each problem, shows the place in the file, what was found, what was expected, and what
      to do. If you name no file, the program checks all files of the workspace.

      Messages about the wording of items end with a code. A file can allow such a problem, with
      a reason, for one item or for the whole quiz:
        allow: {negative-stem: "the words of the treaty"}

      Examples:
        seminar check
        seminar check --all
        seminar check curricula/my-programme.yaml
      """
  )

  @Argument(help: "The files to check.", completion: .yamlFiles)
  var files: [String] = []

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: Form = .text

  @Flag(help: "Also show notes: things that may be right but are worth a look.")
  var all = false

  @OptionGroup var place: WorkspaceOptions

  /// The forms in which problems are listed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  func run() throws {
    let workspace = try place.located()
    try workspace.checkNamedMarkbook()
    let paths = files.isEmpty ? workspace.curricula() + workspace.quizzes() : files
    guard !paths.isEmpty else {
      throw Failure(
        .inputMissing,
        "there is nothing to check in '\(workspace.folder)'",
        remedy: "name a file, or a folder with '--workspace'"
      )
    }
    var check = WorkspaceCheck(in: workspace)
    try check.read(paths)
    if files.isEmpty, let markbook = try workspace.readableMarkbook(mayBeNew: true) {
      try check.read(markbook.roster())
    }
    let report = CheckReport(
      check.findings(),
      files: paths.count,
      readings: check.readings(showingAll: all),
      showingNotes: all
    )
    if all, format == .text { Output.error.tell("zone rules: \(ZoneDatabase.inUse.description)") }
    try Output.standard.write(format == .json ? report.json : report.text)
    if report.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
  }
}

import ArgumentParser
import Coordination

/// `seminar scores`: a row for each attempt.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Show the scores of all attempts, or of the attempts at one quiz.",
    discussion: """
      Times are in the time zone of the curriculum. In CSV, text that a spreadsheet would read as
      a formula begins with an apostrophe.

      The column 'id' is the identifier of the attempt, for 'seminar mark'. 'first-score' is the
      score before the attempt was marked again. 'answers-shown' shows whether responses came
      after right answers had been shown to anyone, and 'despite' is the reason why the
      participant could still sit the quiz.

      Examples:
        seminar scores
        seminar scores week-01 --format csv --output scores.csv
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.")
  var quiz: String?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: SheetForm = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the " + "screen.", valueName: "file")
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let name = try quiz.map { try workspace.quizFile($0).name }
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    let sheet = try Scores.sheet(of: name, in: markbook, zone: workspace.zone, at: .now)
    let text = format.rendering(of: sheet, as: "seminar-scores", notes: notes)
    if let output, output != "-" {
      try TextFile.write(text, to: output, replacing: force)
    } else {
      try Output.standard.write(text)
    }
    if format == .csv {
      Output.error.tell(notes: notes)
    }
  }
}

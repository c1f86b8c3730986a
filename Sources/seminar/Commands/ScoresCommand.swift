import ArgumentParser
import Coordination

/// `seminar scores`: a row for each attempt.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Show the scores of all attempts, or those at one quiz.",
    discussion: """
      Times are in the zone of the curriculum. In CSV, text that a spreadsheet would
      take for a formula begins with an apostrophe.

      'id' names the attempt for 'seminar mark'. 'first-score' is what it earned before it
      was marked again. 'answers-shown' says that responses came after right answers had been
      shown to anybody, and 'despite' why the participant was let in all the same.

      Examples:
        seminar scores
        seminar scores week-01 --format csv --output scores.csv
      """
  )

  @Argument(help: "The quiz's name, or week-01 for the quiz of week 1.")
  var quiz: String?

  @Option(help: ArgumentHelp("The form: text, csv or json.", valueName: "form"))
  var format: SheetForm = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
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
      for note in notes { Output.error.tell("\(note.key): \(note.value)") }
    }
  }
}

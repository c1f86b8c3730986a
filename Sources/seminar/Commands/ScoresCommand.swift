import ArgumentParser
import Coordination
import Curricula
import Publishing
import Records

/// `seminar scores`: a row for each attempt.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Show the scores of all attempts, of some of them, or each single response.",
    discussion: """
      On the screen there is one line for each attempt. CSV and JSON have more columns, among them
      'id', the identifier of the attempt, for 'seminar mark'. 'first-score' is the score before the
      attempt was marked again. 'answers-shown' shows whether responses came after right answers had
      been shown to anyone, and 'despite' is the reason why the participant could still sit the
      quiz. 'awaited' is the number of items that wait for a mark.

      With '--responses' there is one row for each item that was asked: the version of the quiz,
      what the participant responded, the key at that time, the mark, the time in seconds, tries,
      hints and certainty.

      '--format moodle' writes a CSV file that Moodle imports into its gradebook. '--for excel-de'
      writes CSV that a German spreadsheet opens by double click.

      Times are in the time zone of the curriculum. In CSV, text that a spreadsheet would read as
      a formula begins with an apostrophe.

      Examples:
        seminar scores
        seminar scores week-01 --format csv --output scores.csv
        seminar scores --format csv --for excel-de --output scores-de.csv
        seminar scores --since 2026-12-24 --responses --format json
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String?

  @Flag(help: "Show each response instead of each attempt.")
  var responses = false

  @OptionGroup var selected: SelectionOptions

  /// The forms in which scores are shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, ndjson, moodle
  }

  @Option(
    help: ArgumentHelp(
      "The form: text, csv, json, ndjson (one object a line) or moodle (for its gradebook).",
      valueName: "form"
    )
  )
  var format: Form = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the " + "screen.", valueName: "file")
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try spreadsheet.check(isCSV: isCSV)
    let workspace = try place.located()
    let markbook = try workspace.readableMarkbook()
    let selection = try selected.selection(and: quiz, in: workspace, markbook)
    let notes = try verification.notes(on: markbook)
    let text = try rendering(selection, in: workspace, markbook, notes)
    if let output, output != "-" {
      try TextFile.write(text, to: output, replacing: force)
    } else {
      try Output.standard.write(text)
    }
    if isCSV { Output.error.tell(notes: notes) }
  }

  /// Whether the form is CSV, which has no place for what is said of the record.
  private var isCSV: Bool {
    switch format {
    case .csv, .moodle: true
    case .text, .json, .ndjson: false
    }
  }

  private func rendering(
    _ selection: AttemptSelection,
    in workspace: Workspace,
    _ markbook: Markbook?,
    _ notes: KeyValuePairs<String, String>
  ) throws -> String {
    if format == .moodle {
      guard !responses else {
        throw Failure(
          .usage,
          "Moodle's gradebook has no single responses",
          remedy: "leave '--responses' out, or write csv, json or ndjson"
        )
      }
      return try Gradebook.sheet(selection, in: workspace, markbook, at: .now)
        .csv(spreadsheet.form)
    }
    let (sheet, importance, name) = try table(selection, markbook, workspace.zone)
    return switch format {
    case .text:
      sheet.lines(width: Output.columns, importance: importance)
        + notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    case .csv, .moodle: sheet.csv(spreadsheet.form)
    case .json: sheet.json(format: name, version: 1, notes: notes)
    case .ndjson: sheet.ndjson(schema: name, version: 1, notes: notes)
    }
  }

  /// The table, its columns from the most important to the least, and the name of its form.
  private func table(
    _ selection: AttemptSelection,
    _ markbook: Markbook?,
    _ zone: Zone
  ) throws -> (sheet: Sheet, importance: [String], name: String) {
    if responses {
      let sheet = try Responses.sheet(selection, in: markbook, zone: zone, at: .now)
      return (sheet, Responses.importance, "seminar-responses")
    }
    let sheet =
      format == .text
      ? try Scores.lines(selection, in: markbook, zone: zone, at: .now)
      : try Scores.sheet(selection, in: markbook, zone: zone, at: .now)
    return (sheet, Scores.importance, "seminar-scores")
  }
}

import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Publishing
import Records

/// `seminar scores`: a row for each attempt.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Show the scores of all or some attempts, or every single response.",
    discussion: """
      On the screen there is one line for each attempt. CSV and JSON have more columns, among them
      'id', the identifier of the attempt, for 'seminar mark'. 'first-score' is the score before the
      attempt was marked again. 'answers-shown' shows whether responses came after right answers had
      been shown to anyone, and 'despite' is the reason why the participant could still sit the
      quiz. 'awaited' is the number of items that wait for a mark.

      With '--responses' there is one row for each item that was asked: the version of the quiz,
      what the participant responded, the key at that time, the mark, the time in seconds, tries,
      hints and certainty.

      '--anonymous' is for research. Participants and attempts get random names, which are different
      in each export, so that nobody can match two exports. Names, times, reasons, comments and the
      texts of essays are left out. Short texts are kept: check them before you pass the file on.

      '--format moodle' writes a CSV file that Moodle imports into its gradebook. '--for excel-de'
      writes CSV that a German spreadsheet opens by double click. '--format xlsx' writes a workbook,
      if the program was built with the trait XLSX.

      '--format xapi' writes statements for a learning record store, one per line. The same attempts
      have the same identifiers in each export. '--format qti' writes a result of QTI 3 for each
      attempt to the folder that '--output' names.

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

  @Flag(help: "For research: random names for participants and attempts, different in each export.")
  var anonymous = false

  @OptionGroup var selected: SelectionOptions

  /// The forms in which scores are shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, ndjson, xlsx, moodle, xapi, qti
  }

  @Option(
    help: ArgumentHelp(
      "The output format; ndjson is one object per line, xlsx a workbook, moodle a table for its "
        + "gradebook, xapi statements and qti results.",
      valueName: "format"
    )
  )
  var format: Form = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try check()
    let workspace = try place.located()
    let markbook = try workspace.readableMarkbook()
    var selection = try selected.selection(and: quiz, in: workspace, markbook)
    if anonymous {
      var generator = SystemRandomNumberGenerator()
      selection.anonymity = Anonymity(using: &generator)
    }
    let notes = try verification.notes(on: markbook)
    let progress = ExportProgress(isOutputShown: output == nil || output == "-")
    defer { progress.end() }
    let export = Export(
      selection: selection,
      workspace: workspace,
      markbook: markbook,
      notes: notes,
      progress: progress
    )
    if format == .qti, let output {
      try writeFiles(export, to: output)
    } else if format == .xlsx {
      try SpreadsheetFile.write(
        [sheet(of: export)],
        countingPercentages: "percent",
        notes: notes,
        to: output,
        replacing: force
      )
    } else if let output, output != "-" {
      try TextFile.write(to: output, replacing: force) { try write(export, to: $0) }
    } else {
      try write(export) { try Output.standard.write($0) }
    }
    progress.end()
    if isCSV { Output.error.tell(notes: notes) }
  }

  /// What is exported.
  private struct Export {
    let selection: AttemptSelection
    let workspace: Workspace
    let markbook: Markbook?
    let notes: KeyValuePairs<String, String>
    let progress: ExportProgress
  }

  /// Whether the form is CSV, which has no place for what is said of the record.
  private var isCSV: Bool {
    switch format {
    case .csv, .moodle: true
    case .text, .json, .ndjson, .xlsx, .xapi, .qti: false
    }
  }

  private func write(_ export: Export, to sink: (String) throws -> Void) throws {
    switch format {
    case .text:
      let sheet = try sheet(of: export)
      let importance = responses ? Responses.importance : Scores.importance
      try sink(
        sheet.lines(width: Output.columns, importance: importance)
          + export.notes.map { "\n\($0.key): \($0.value)\n" }.joined()
      )
    case .json:
      try sink(sheet(of: export).json(format: name, version: 1, notes: export.notes))
    case .csv: try writeRows(export, as: .csv(spreadsheet.form), to: sink)
    case .ndjson:
      let notes = export.notes.map { ($0.key, $0.value) }
      try writeRows(export, as: .lines(schema: name, version: 1, notes: notes), to: sink)
    case .moodle:
      let sheet = try Gradebook.sheet(
        export.selection,
        in: export.workspace,
        export.markbook,
        at: .now
      )
      try sink(sheet.csv(spreadsheet.form))
    case .xapi:
      try Statements.write(
        export.selection,
        in: export.markbook,
        at: .now,
        notes: export.notes,
        progress: export.progress.note,
        to: sink
      )
    case .xlsx, .qti: break
    }
  }

  /// Refuses choices that do not go together.
  private func check() throws {
    try spreadsheet.check(isCSV: isCSV)
    if format == .xlsx { try SpreadsheetFile.check(output) }
    switch format {
    case .text, .csv, .json, .ndjson, .xlsx: return
    case .moodle, .xapi, .qti: break
    }
    let others = "or write csv, json or ndjson"
    if anonymous {
      throw Failure(
        .usage,
        format == .moodle
          ? "Moodle's gradebook needs to know the participants"
          : "'--format \(format.rawValue)' has times and identifiers, so it cannot be anonymous",
        remedy: "leave '--anonymous' out, \(others)"
      )
    }
    if responses {
      throw Failure(
        .usage,
        format == .moodle
          ? "Moodle's gradebook has no single responses"
          : "'--format \(format.rawValue)' always has the single responses",
        remedy: "leave '--responses' out, \(others)"
      )
    }
    if format == .qti, output == nil || output == "-" {
      throw Failure(
        .usage,
        "'--format qti' writes a file for each attempt",
        remedy: "name a new folder with '--output'"
      )
    }
  }

  /// Writes a file for each attempt, all or none.
  private func writeFiles(_ export: Export, to folder: String) throws {
    var files: [Publication.File] = []
    try ExchangedResult.read(
      export.selection,
      in: export.markbook,
      at: .now,
      notes: export.notes
    ) { result in
      files.append(Publication.File(path: result.fileName, text: result.document))
    }
    let purpose = "so that only these results are in it"
    try MessageFolder(folder, option: "--output", purpose: purpose).stage(files).put()
    try Output.standard.write("Wrote \(files.count.counted("file")) to \(folder)\n")
  }

  /// The name of the form.
  private var name: String { responses ? "seminar-responses" : "seminar-scores" }

  /// The whole table.
  private func sheet(of export: Export) throws -> Sheet {
    let (selection, zone) = (export.selection, export.workspace.zone)
    if responses {
      return try Responses.sheet(selection, in: export.markbook, zone: zone, at: .now)
    }
    return format == .text
      ? try Scores.lines(selection, in: export.markbook, zone: zone, at: .now)
      : try Scores.sheet(selection, in: export.markbook, zone: zone, at: .now)
  }

  /// Writes the rows as they are read.
  private func writeRows(
    _ export: Export,
    as form: RowWriter.Form,
    to sink: (String) throws -> Void
  ) throws {
    let write = responses ? Responses.write : Scores.write
    try write(
      form,
      export.selection,
      export.markbook,
      export.workspace.zone,
      .now,
      export.progress.note,
      sink
    )
  }
}

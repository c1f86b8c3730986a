import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Records

/// `seminar progress`: who has done what, who has not, and who passes.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show who has sat which quiz, who has not, and who passes the programme.",
    discussion: """
      Shows one line for each participant, with a letter for each quiz. Below, it lists who can
      still sit which quiz and until when, who has an open attempt, and the figures of each quiz.

      The section 'pass' of the curriculum, as it was last published, decides who passes. Each quiz
      counts by its own grading method, and a quiz that was not sat counts as 0. 'seminar roster
      override ID --excuse' excuses a participant from a quiz. The result stays open as long as an
      essay has yet to be marked or a quiz can still be sat. Nothing is rounded.

      '--anonymous' is for research, with '--format csv': participants get random names, which are
      different in each export.

      In a self-paced programme, participants follow the paths that the roster names as their groups,
      and each line shows how many courses of a path are done.

      Examples:
        seminar progress
        seminar progress --participant p01
        seminar progress --week 1
        seminar progress --format html --output progress.html
        seminar progress --remind reminders
      """
  )

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

  @Option(
    help: ArgumentHelp("Only this participant, in full.", valueName: "id"),
    completion: .participants
  )
  var participant: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the quiz of this week, in full.", valueName: "number"),
    completion: .weeks,
    transform: NumberArgument.week
  )
  var week: Int?

  @Option(
    help: ArgumentHelp("Only this quiz, in full.", valueName: "quiz"),
    completion: .quizzes
  )
  var quiz: String?

  @Option(
    help: ArgumentHelp(
      "Only participants of this group; you can repeat this option.",
      valueName: "group"
    ),
    completion: .groups
  )
  var group: [String] = []

  @Option(
    help: ArgumentHelp("The test before the programme.", valueName: "quiz"),
    completion: .quizzes
  )
  var before = "pre-test"

  @Option(
    help: ArgumentHelp("The test after the programme.", valueName: "quiz"),
    completion: .quizzes
  )
  var after = "post-test"

  /// The forms in which progress is shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, xlsx, html
  }

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: Form = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "To this new folder, write a reminder for each participant who can still sit a quiz.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var remind: String?

  @Flag(help: "For research, in CSV: give participants random names that differ in each export.")
  var anonymous = false

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    let chosen = [participant != nil, week != nil, quiz != nil].count { $0 }
    guard chosen < 2 else {
      throw ValidationError("Name a participant, a week or a quiz, but only one of them.")
    }
    guard !anonymous || (format == .csv && chosen == 0 && remind == nil) else {
      throw ValidationError(
        "'--anonymous' is for the whole table: add '--format csv', and name no participant or quiz."
      )
    }
  }

  func run() throws {
    try spreadsheet.check(isCSV: format == .csv)
    if format == .xlsx { try SpreadsheetFile.check(output) }
    let workspace = try place.located()
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    if let programme = try workspace.selfPacedProgramme(curriculum) {
      try show(programme, in: workspace, markbook, notes)
      return
    }
    var request = ProgrammeProgress.Request()
    request.curriculum = curriculum
    request.groups = Set(group)
    (request.before, request.after) = (before, after)
    let progress = try ProgrammeProgress(request, in: workspace, markbook, at: .now)
    if let remind {
      let letters = progress.reminders()
      guard !letters.isEmpty else {
        let reason =
          switch progress.noReminder {
          case .emptyRoster:
            "the programme has no participants; import a roster with 'seminar roster import'"
          case .nothingOpen: "no quiz of the programme can be sat now"
          case .nothingLeft: "everybody has sat the quizzes that can be sat now"
          }
        try Output.standard.write("There is no reminder to write: \(reason).\n")
        return
      }
      try MessageFolder(remind, option: "--remind").stage(letters.files(sent: Date())).put()
      try Output.standard.write("Wrote \(letters.counted("message")) to \(remind)\n")
      return
    }
    try put(try rendering(of: progress, workspace, notes), notes)
  }

  /// Writes something where it is wanted.
  func put(_ rendering: Rendering, _ notes: KeyValuePairs<String, String>) throws {
    try rendering.put(to: output, replacing: force, notes: notes)
    if format == .csv { Output.error.tell(notes: notes) }
  }

  private func rendering(
    of progress: ProgrammeProgress,
    _ workspace: Workspace,
    _ notes: KeyValuePairs<String, String>
  ) throws -> Rendering {
    let tail = notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    let width = Output.columns
    if let participant {
      let row = try progress.row(of: participant)
      let sheet = progress.sheet(of: row)
      return switch format {
      case .text: .text(progress.text(of: row, width: width) + tail)
      case .csv: .text(sheet.csv(spreadsheet.form))
      case .json:
        .text(sheet.json(format: "seminar-progress-participant", version: 1, notes: notes))
      case .xlsx: .tables([sheet], counting: "percent")
      case .html: .text(progress.page(of: row, notes: notes))
      }
    }
    if let column = try column(of: progress, in: workspace) {
      let sheet = progress.weeks(only: column)
      return switch format {
      case .text: .text(progress.text(ofColumn: column, width: width) + tail)
      case .csv: .text(sheet.csv(spreadsheet.form))
      case .json: .text(sheet.json(format: "seminar-progress-quiz", version: 1, notes: notes))
      case .xlsx: .tables([sheet], counting: nil)
      case .html: .text(progress.page(ofColumn: column, notes: notes))
      }
    }
    return switch format {
    case .text: .text(progress.text(width: width) + tail)
    case .csv: .text(matrix(of: progress).csv(spreadsheet.form))
    case .json: .text(progress.json(notes: notes))
    case .xlsx: .tables([matrix(of: progress), progress.weeks()], counting: "mean")
    case .html: .text(progress.page(notes: notes))
    }
  }

  private func matrix(of progress: ProgrammeProgress) -> Sheet {
    guard anonymous else { return progress.matrix() }
    var generator = SystemRandomNumberGenerator()
    return progress.matrix(Anonymity(using: &generator))
  }

  /// The quiz that is named, by its place.
  private func column(of progress: ProgrammeProgress, in workspace: Workspace) throws -> Int? {
    if let week {
      let weeks = progress.columns.compactMap(\.week)
      guard let index = progress.columns.firstIndex(where: { $0.week == week }) else {
        throw Failure(
          .inputMissing,
          "the programme has no graded quiz in week \(week)",
          remedy: weeks.isEmpty
            ? "name the quiz with '--quiz'"
            : "weeks with a quiz: \(weeks.map(String.init).joined(separator: ", "))"
        )
      }
      return index
    }
    guard let quiz else { return nil }
    let name = try workspace.quizFile(quiz).name
    guard let index = progress.columns.firstIndex(where: { $0.name == name }) else {
      throw Failure(
        .badInput,
        "'\(name)' is not a graded quiz of this programme",
        remedy: "see its quizzes with 'seminar progress'"
      )
    }
    return index
  }
}

import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar items`: what the attempts at a quiz say about its items.
struct ItemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: "Show how the items of a quiz worked, and what to do about bad ones.",
    discussion: """
      For each item: how much of the mark participants earned, whether good participants did better
      on it, which options they chose, how long they took, and how difficult it was. For each bad
      item: what is wrong, where to correct it, and how to mark the attempts again.

      Only the first attempt of each participant counts, unless you choose others. With fewer than
      10 attempts, only counts are shown; with fewer than 30, all figures are just an indication.

      Examples:
        seminar items week-01
        seminar items week-01 --format csv --output items.csv
        seminar items week-01 --format svg --output items.svg
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String

  /// Which attempts of a participant count.
  enum Which: String, CaseIterable, ExpressibleByArgument {
    case first, last, all

    /// The same for the analysis.
    fileprivate var counting: ItemAnalysis.Counting {
      switch self {
      case .first: .first
      case .last: .last
      case .all: .all
      }
    }
  }

  @Option(
    help: ArgumentHelp(
      "Which attempts of a participant count: first, last or all.",
      valueName: "which"
    )
  )
  var counting: Which = .first

  /// The forms in which the figures are shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, xlsx, qti, svg
  }

  @Option(
    help: ArgumentHelp(
      "The output format; qti is usage data of QTI.",
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
    try spreadsheet.check(isCSV: format == .csv)
    if format == .xlsx { try SpreadsheetFile.check(output) }
    let workspace = try place.located()
    let file = try workspace.quizFile(quiz)
    let present = try workspace.quiz(file)
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    let analysis = try ItemAnalysis(
      of: present,
      named: file.name,
      in: markbook,
      at: .now,
      counting: counting.counting
    )
    let rendering: Rendering =
      switch format {
      case .text:
        .text(
          analysis.text(in: workspace.zone, width: Output.columns)
            + notes.map { "\n\($0.key): \($0.value)\n" }.joined()
        )
      case .csv: .text(analysis.sheet(in: workspace.zone).csv(spreadsheet.form))
      case .json: .text(analysis.json(notes: notes))
      case .xlsx: .tables([analysis.sheet(in: workspace.zone)], counting: nil)
      case .qti: .text(analysis.usageData(notes: notes))
      case .svg: .text(analysis.svg)
      }
    try rendering.put(to: output, replacing: force, notes: notes)
    if format == .csv || format == .svg {
      for note in notes { Output.error.tell("\(note.key): \(note.value)") }
    }
  }
}

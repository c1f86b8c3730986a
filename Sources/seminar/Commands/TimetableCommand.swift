import ArgumentParser
import Curricula
import Publishing
import Timetabling

/// `seminar timetable`: lay a curriculum out and show it.
struct TimetableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "Lay a curriculum out into dated sessions and show it.",
    discussion: """
      Shows the timetable week by week with what it costs and what is proved about
      the cost. When there is none, says which declarations cannot hold together.

      Examples:
        seminar timetable
        seminar timetable --format ics --output programme.ics
      """
  )

  /// The forms in which a timetable can be shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, ics, html, svg
  }

  @Argument(help: "The curriculum's name or file; not needed when there is only one.")
  var curriculum: String?

  @Option(help: ArgumentHelp("The form: text, csv, json, ics, html or svg.", valueName: "form"))
  var format: Form = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @Option(
    help: ArgumentHelp("Begin on another day, such as 2027-03-23.", valueName: "date"),
    transform: { text in
      guard let date = CivilDate(text) else {
        throw ValidationError("'\(text)' is no day of the calendar; write year-month-day")
      }
      return date
    }
  )
  var starts: CivilDate?

  @Option(help: ArgumentHelp("The source of chance in the search, from 0.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let problem = try workspace.problem(curriculum, starts: starts)
    let outcome = Solver(problem).solve(seed: seed)
    let publication = Publication(outcome, of: problem, seed: seed)
    guard let text = rendering(of: publication) else {
      throw Failure(
        .problems,
        "there is no timetable to write as \(format.rawValue)",
        remedy: "see why with 'seminar timetable --format text'"
      )
    }
    if let output, output != "-" {
      try TextFile.write(text, to: output, replacing: force)
    } else {
      try Output.standard.write(text)
    }
    if case .infeasible = outcome { throw ExitCode(ExitStatus.problems.rawValue) }
  }

  private func rendering(of publication: Publication) -> String? {
    switch format {
    case .text: publication.text(width: Output.columns)
    case .csv: publication.csv()
    case .json: publication.json()
    case .ics: publication.iCalendar()
    case .html: publication.html()
    case .svg: publication.svg()
    }
  }
}

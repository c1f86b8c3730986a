import ArgumentParser
import Curricula
import Diagnostics
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
    transform: CivilDate.init(argument:)
  )
  var starts: CivilDate?

  @Option(help: ArgumentHelp("The source of chance in the search, from 0.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Say what holding a session on a day would cost, as in w5s1=2026-04-14.",
      valueName: "session=date"
    )
  )
  var why: SessionOnDay?

  @Flag(help: "Say what becomes of the programme when each trainer cannot come.")
  var robust = false

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let problem = try workspace.problem(curriculum, starts: starts)
    let outcome = try Solver(problem).solve(seed: seed)
    let publication = Publication(outcome, of: problem, seed: seed)
    if case .laidOut(let solution) = outcome, why != nil || robust {
      try answer(solution, publication)
      return
    }
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

  /// Answers what was asked about the timetable instead of showing it.
  private func answer(_ solution: Solution, _ publication: Publication) throws {
    let problem = publication.problem
    let solver = Solver(problem)
    if let why {
      guard let session = problem.session(named: why.session) else {
        throw Failure(
          .usage,
          "there is no session '\(why.session.visible)'",
          remedy: didYouMean(
            why.session,
            among: problem.curriculum.sessions.map(\.id),
            otherwise: "see the sessions with 'seminar timetable'"
          )
        )
      }
      let answer = solver.why(session, on: why.date, comparedWith: solution)
      let declared = problem.curriculum.sessions[session]
      let text = publication.text(
        of: answer,
        about: declared,
        on: why.date,
        width: Output.columns
      )
      try Output.standard.write(text)
      if case .impossible = answer { throw ExitCode(ExitStatus.problems.rawValue) }
    }
    if robust {
      let entries = solver.robustness(of: solution.timetable)
      try Output.standard.write(publication.text(of: entries, width: Output.columns))
    }
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

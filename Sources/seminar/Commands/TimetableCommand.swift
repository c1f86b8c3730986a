import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Publishing
import Quizzes
import Records
import Timetabling

/// `seminar timetable`: lay a curriculum out and show it.
struct TimetableCommand: LongCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "Find the best timetable for a curriculum and show it.",
    discussion: """
      Shows the timetable week by week, its cost, and what is proved about the cost. If there is
      no valid timetable, shows the fewest lines of the curriculum that contradict each other.

      The timetable of one group is usually proved optimal within seconds. For many groups, the
      program searches as long as --moves or --seconds allow. Ctrl-C stops the search and shows
      the best timetable found, with the proved lower bound of the cost.

      A self-paced programme has no dates; its paths and courses are shown with hours.

      Examples:
        seminar timetable
        seminar timetable --format ics --output programme.ics
        seminar timetable --seconds 60
        seminar timetable --robust
        seminar timetable --what-if --away amina=2026-04-28 --today 2026-04-14
      """
  )

  /// The forms in which a timetable can be shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, ics, html, svg
  }

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

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
      "Start the programme on another day, such as 2027-03-23.",
      valueName: "date"
    ),
    transform: CivilDate.init(argument:)
  )
  var starts: CivilDate?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Random seed for the search, 0 or more (default: 1).", valueName: "number"),
    transform: NumberArgument.seed
  )
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Show what it would cost to have a session on this day, as in w5s1=2026-04-14.",
      valueName: "session=date"
    ),
    transform: SessionOnDay.init(argument:)
  )
  var why: SessionOnDay?

  @Flag(
    help: ArgumentHelp(
      "For each trainer and day, show what happens if the trainer cannot come, and which single "
        + "change would help most."
    )
  )
  var robust = false

  @Option(
    help: ArgumentHelp(
      "Check a timetable that you edited by hand, in CSV or JSON as this command writes it, or in "
        + "XLSX if the program was built with the trait Archives.",
      valueName: "file"
    ),
    completion: .file()
  )
  var check: String?

  @OptionGroup var supposing: WhatIfOptions

  @OptionGroup var asked: RequestOptions

  @OptionGroup var applying: ApplyOptions

  @OptionGroup var dates: DateOptions

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    try supposing.check(with: asked)
    if supposing.isAsked {
      guard format == .text || format == .json else {
        throw ValidationError(
          "what would change is shown as text or json, not as \(format.rawValue)"
        )
      }
      guard check == nil, why == nil, !robust else {
        throw ValidationError(
          "'--what-if' and '--compare' cannot be combined with '--check', '--why' or '--robust'"
        )
      }
    }
    guard why == nil || format == .text else {
      throw ValidationError("the answer to '--why' is shown as text, not as \(format.rawValue)")
    }
    guard !robust || format == .text || format == .json else {
      throw ValidationError(
        "the answer to '--robust' is shown as text or json, not as \(format.rawValue)"
      )
    }
    guard check != nil else { return }
    guard format == .text || format == .json else {
      throw ValidationError("a check is shown as text or json, not as \(format.rawValue)")
    }
    guard why == nil, !robust, applying.apply == nil else {
      throw ValidationError("'--check' cannot be combined with '--why', '--robust' or '--apply'")
    }
  }

  func run() async throws {
    let workspace = try place.located()
    try workspace.checkNamedMarkbook()
    switch try workspace.writtenProgramme(curriculum, starts: starts) {
    case .selfPaced(let programme): try put(rendering(of: programme, in: workspace))
    case .dated(let problem, let file): try await answer(for: problem, file, in: workspace)
    }
  }

  /// Does what is asked of a programme with dates.
  private func answer(
    for problem: Timetabling.Problem,
    _ file: RepairableFile,
    in workspace: Workspace
  ) async throws {
    if !supposing.isAsked { try applying.check(file) }
    let layingOut = try LayingOut(problem, seed: seed, within: budget.limits)
    if let check {
      let known = starts == nil ? try workspace.revisions(of: Programme(problem.curriculum)) : []
      let chronicle = try Chronicle.present(known, of: problem.curriculum, now: Timestamp.now.date)
      try await show(TextFile.readTable(check), checkedAgainst: problem, chronicle, layingOut)
      return
    }
    if supposing.isAsked {
      let answer = try await supposing.answer(problem, file, layingOut, workspace, self)
      if applying.apply != nil {
        try await applying.write(answer.conflict, into: answer.file ?? file)
        return
      }
      try put(answer.text)
      if !answer.isPossible { throw ExitCode(ExitStatus.problems.rawValue) }
      return
    }
    let (found, isInterrupted) = try await budget.run(layingOut.publication)
    let publication = found.offering(repairsOf: file)
    if let solution = publication.solution, why != nil || robust {
      if isInterrupted { throw Failure(.interrupted, "interrupted before there was an answer") }
      try await answer(solution, publication, layingOut, file)
      return
    }
    if applying.apply != nil {
      try await applying.write(publication.conflict, into: file)
      return
    }
    guard let text = rendering(of: publication) else {
      throw Failure(
        .problems,
        "there is no timetable to write as \(format.rawValue)",
        remedy: "see why with 'seminar timetable --format text'"
      )
    }
    try put(text)
    if isInterrupted {
      Output.error.tell("Interrupted: this is the best timetable so far.")
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    if publication.solution == nil { throw ExitCode(ExitStatus.problems.rawValue) }
  }

  /// Writes a text where it is wanted.
  private func put(_ text: String) throws {
    if let output, output != "-" {
      try TextFile.write(text, to: output, replacing: force)
    } else {
      try Output.standard.write(text)
    }
  }

  /// Shows what is wrong with a timetable that somebody made, beside the cheapest one known.
  private func show(
    _ source: SourceText,
    checkedAgainst written: Timetabling.Problem,
    _ chronicle: Chronicle,
    _ layingOut: LayingOut
  ) async throws {
    let open = try chronicle.problem(of: written)
    let table = try await DateQuestion.parse(source, for: open.curriculum, order: dates.order())
    let problem = try chronicle.problem(of: written, for: table)
    var best: Solution?
    best = (try? await budget.run(layingOut.publication))?.outcome.solution
    let checked = CheckedTimetable(table, of: problem, best: best, after: chronicle)
    try put(format == .json ? checked.json() : checked.text(width: Output.columns))
    if !checked.isValid { throw ExitCode(ExitStatus.problems.rawValue) }
  }

  /// Answers what was asked about the timetable instead of showing it.
  private func answer(
    _ solution: Solution,
    _ publication: Publication,
    _ layingOut: LayingOut,
    _ file: RepairableFile
  ) async throws {
    if let why {
      let (session, plain, problem) =
        try layingOut.why(why.session, on: why.date, comparedWith: solution)
      let answer = plain.offering(repairsOf: file)
      if applying.apply != nil {
        try await applying.write(answer.conflict, into: file)
        return
      }
      let text = publication.text(
        of: answer,
        about: session,
        on: why.date,
        in: problem,
        width: Output.columns
      )
      try put(text)
      if case .impossible = answer { throw ExitCode(ExitStatus.problems.rawValue) }
    }
    guard robust else { return }
    let (plain, isInterrupted) = try await budget.run { shouldStop, _ in
      layingOut.robustness(of: solution.timetable, shouldStop: shouldStop)
    }
    let report = file.offering(plain)
    if applying.apply != nil {
      try await applying.write(report.conflict, into: file)
      return
    }
    try put(
      format == .json
        ? publication.json(of: report) : publication.text(of: report, width: Output.columns)
    )
    if isInterrupted { throw ExitCode(ExitStatus.interrupted.rawValue) }
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

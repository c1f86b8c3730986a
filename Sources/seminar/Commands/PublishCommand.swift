import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

/// `seminar publish`: keep the timetable as a numbered revision and write all its files.
struct PublishCommand: LongCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish the timetable as a numbered revision, with pages and calendars.",
    discussion: """
      Writes one folder that contains the whole programme as page, calendar, table, JSON and
      picture, and a page and a calendar for each group, room and trainer. Sessions keep their
      identity in the calendars, so calendar programs move the sessions that have moved.

      A published timetable stays unchanged as long as it is still possible: 'seminar
      revise' changes it as little as possible, '--anew' makes a new timetable for everything
      that is still to come, and '--from' publishes a table that you edited by hand. Sessions
      that have been held always stay as they were.

      A self-paced programme has no dates and no revisions; its paths are written as pages.

      Examples:
        seminar publish --dry-run
        seminar publish --output site
        seminar timetable --format csv --output plan.csv
        seminar publish --from plan.csv --despite "the hall is promised to us"
      """
  )

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: published/CURRICULUM).",
      valueName: "folder"
    ),
    completion: .directory
  )
  var output: String?

  @Flag(help: "Make a new timetable for everything that is still to come.")
  var anew = false

  @OptionGroup var plan: PlanOptions

  @OptionGroup var dates: DateOptions

  @Option(
    help: ArgumentHelp("The first day that may change (default: today).", valueName: "date"),
    transform: CivilDate.init(argument:)
  )
  var today: CivilDate?

  @Flag(
    help: ArgumentHelp(
      "Also write an invitation for each session of each trainer; later revisions keep them up "
        + "to date."
    )
  )
  var invitations = false

  @Flag(help: "Show what would be published, and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Random seed for the search, 0 or more (default: 1).", valueName: "number"),
    transform: NumberArgument.seed
  )
  var seed: UInt64 = 1

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard !anew || plan.from == nil else {
      throw ValidationError("'--anew' and '--from' cannot be combined")
    }
  }

  func run() async throws {
    let workspace = try place.located()
    switch try workspace.writtenProgramme(curriculum) {
    case .selfPaced(let programme): try publish(programme, in: workspace)
    case .dated(let problem, let file): try await publish(problem, file, in: workspace)
    }
  }

  /// Publishes the timetable of a programme with dates.
  private func publish(
    _ written: Timetabling.Problem,
    _ file: RepairableFile,
    in workspace: Workspace
  ) async throws {
    let now = Timestamp.now.wholeSecond
    let chronicle = try Chronicle.present(
      workspace.revisions(of: Programme(written.curriculum)),
      of: written.curriculum,
      now: now,
      today: today,
      text: file.source.text
    )
    let next = try await nextRevision(of: written, after: chronicle, workspace, now)
    let isNew = next.isNew
    let folder = PublishedFolder(output ?? workspace.publishedFolder(of: written.curriculum))
    let files = try next.files(inviting: invitations, in: folder)
    func report(isWritten: Bool, hasNewRule: Bool = false) -> Report {
      Report(
        curriculum: written.curriculum.id,
        edition: written.curriculum.edition,
        revision: isNew ? next.candidate.number : next.known.count,
        isNew: isNew,
        isWritten: isWritten,
        folder: folder.path,
        files: files.map(\.path).sorted(),
        hasNewPassRule: hasNewRule
      )
    }
    guard !dryRun else {
      let what =
        isNew ? "Would publish revision \(next.candidate.number)" : "Nothing has changed"
      let paths = files.map { "  \(folder.path)/\($0.path)" }.joined(separator: "\n")
      try format.write(
        "\(what); \(files.counted("file")):\n\(paths)\n",
        or: report(isWritten: false)
      )
      return
    }
    try workspace.publish(
      isNew ? next.candidate : nil,
      of: written.curriculum,
      as: files,
      into: folder
    )
    let hasNewRule = try workspace.publishPassRule(of: written.curriculum)
    let what =
      isNew
      ? "Published revision \(next.candidate.number)"
      : "Nothing has changed since revision \(next.known.count)"
    let rule =
      hasNewRule ? "The rule for passing applies from now on: see 'seminar progress'.\n" : ""
    try format.write(
      "\(what): \(files.counted("file")) in \(folder.path)\n" + rule,
      or: report(isWritten: true, hasNewRule: hasNewRule)
    )
  }

  /// What was published, for programs.
  private struct Report: Encodable {
    let format = "seminar-publication"
    let version = 1
    let curriculum: String
    let edition: String
    let revision: Int
    let isNew: Bool
    let isWritten: Bool
    let folder: String
    let files: [String]
    let hasNewPassRule: Bool
  }

  /// Writes the pages of a self-paced programme, of which no revisions are kept.
  private func publish(_ programme: SelfPacedProgramme, in workspace: Workspace) throws {
    try programme.refuse([
      "--anew": anew, "--from": plan.from != nil, "--today": today != nil,
      "--invitations": invitations,
    ])
    let folder = PublishedFolder(output ?? workspace.path("published/\(programme.id)"))
    let files = ProgrammePaths(of: programme, in: workspace).files
    guard !dryRun else {
      let paths = files.map { "  \(folder.path)/\($0.path)" }.joined(separator: "\n")
      try Output.standard.write("Would write \(files.counted("file")):\n\(paths)\n")
      return
    }
    try folder.stage(files).put()
    try Output.standard.write(
      "Wrote \(files.counted("file")) in \(folder.path). A self-paced programme has no dates, so no "
        + "revision is kept.\n"
    )
  }

  /// The timetable to publish: the plan made by hand, what was published where it can still be held, or
  /// one laid out now.
  private func nextRevision(
    of written: Timetabling.Problem,
    after chronicle: Chronicle,
    _ workspace: Workspace,
    _ now: Date
  ) async throws -> NextRevision {
    if plan.from != nil {
      let taken = try await plan.taken(
        of: written,
        after: chronicle,
        LayingOut(written, seed: seed, within: budget.limits),
        dates
      )
      let publication = try Publication(
        keeping: taken.timetable,
        of: taken.problem,
        among: Ways(chronicle.ways(of: written)),
        seed: seed,
        within: budget.limits
      )
      return NextRevision(
        publication,
        of: written,
        after: chronicle,
        waivers: taken.waivers,
        published: now
      )
    }
    let ways = try Ways(chronicle.ways(of: written))
    let publication = try await publication(of: ways, after: chronicle)
    guard let solution = publication.solution else {
      throw Failure(
        .problems,
        "there is no timetable to publish",
        remedy: "see why with 'seminar timetable'"
      )
    }
    return NextRevision(
      publication,
      of: written,
      after: chronicle,
      waivers: chronicle.waiversKept(in: solution.timetable),
      published: now
    )
  }

  private func publication(
    of ways: Ways,
    after chronicle: Chronicle
  ) async throws -> Publication {
    guard !anew, let last = chronicle.last else {
      let futures = Ways(ways.problems.map { chronicle.future(of: $0) })
      let layingOut = LayingOut(ways: futures, seed: seed, within: budget.limits)
      let (found, isInterrupted) = try await budget.run(layingOut.publication)
      if isInterrupted { throw Failure(.interrupted, "interrupted; nothing was published") }
      guard chronicle.last != nil, let solution = found.solution,
        let problem = ways.problems.first(where: { $0.holdsTheSame(as: found.problem) })
      else { return found }
      let own = Solution(
        timetable: Timetable(of: problem, solution.timetable.placements),
        cost: solution.cost,
        bound: solution.bound
      )
      return Publication(.laidOut(own), of: problem, seed: seed)
    }
    // The first way keeps most of what was published.
    let problem = ways.problems[0]
    guard let kept = chronicle.timetable(keptIn: problem) else {
      throw Failure(
        .problems,
        "revision \(last.number), as published, is no longer possible with the current curriculum",
        remedy:
          "see the fewest necessary changes with 'seminar revise', or "
          + "make a new timetable with '--anew'"
      )
    }
    let publication = Publication(
      keeping: kept,
      of: problem,
      among: ways,
      seed: seed,
      within: budget.limits
    )
    if case .laidOut(let solution) = publication.outcome, !solution.isOptimal {
      Output.error.tell(
        "note: the published timetable costs \(solution.cost), and a cheaper one may be possible; "
          + "'--anew' looks for it"
      )
    }
    return publication
  }
}

extension NextRevision {
  /// The files of the published folder, with invitations where they are wanted or were used before.
  ///
  /// - Parameters:
  ///   - isAsked: Whether invitations are wanted.
  ///   - folder: The published folder, in which invitations may lie.
  /// - Returns: The files.
  /// - Throws: `Failure` when invitations have nobody who sends them.
  func files(inviting isAsked: Bool, in folder: PublishedFolder) throws -> [Publication.File] {
    let invites = isAsked || folder.hasInvitations
    if invites { try publication.checkInvitations(isAsked: isAsked) }
    return files(withInvitations: invites)
  }
}

import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Publishing
import Quizzes
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

      A published timetable stays unchanged as long as it is still possible. 'seminar revise'
      makes the fewest necessary changes; '--anew' makes a new timetable from scratch.

      Examples:
        seminar publish --dry-run
        seminar publish --output site
      """
  )

  @Argument(help: "The curriculum, by name or file. You can omit it if there is only one.")
  var curriculum: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: " + "published/CURRICULUM).",
      valueName: "folder"
    )
  )
  var output: String?

  @Flag(help: "Make a new timetable from scratch and ignore the published one.")
  var anew = false

  @Flag(help: "Also write an invitation for each session of each trainer.")
  var invitations = false

  @Flag(help: "Show what would be published, and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Random seed for the search, 0 or more.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var place: WorkspaceOptions

  func run() async throws {
    let workspace = try place.located()
    let problem = try workspace.problem(curriculum)
    let id = problem.curriculum.id
    let known = try workspace.revisions(of: id)
    let publication = try await publication(of: problem, after: known.last)
    let candidate = Revision(
      publication,
      number: known.count + 1,
      published: Timestamp.now.wholeSecond
    )
    let isNew = known.last?.entries != candidate.entries
    let all = isNew ? known + [candidate] : known
    let folder = PublishedFolder(output ?? workspace.path("published/\(id)"))
    let files = try publication.files(all) + (invitations ? publication.invitationFiles(all) : [])
    guard !dryRun else {
      let what = isNew ? "Would publish revision \(candidate.number)" : "Nothing has changed"
      let paths = files.map { "  \(folder.path)/\($0.path)" }.joined(separator: "\n")
      try Output.standard.write("\(what); \(files.counted("file")):\n\(paths)\n")
      return
    }
    try workspace.publish(isNew ? candidate : nil, of: problem.curriculum, as: files, into: folder)
    let what =
      isNew
      ? "Published revision \(candidate.number)"
      : "Nothing has changed since revision \(known.count)"
    try Output.standard.write("\(what): \(files.counted("file")) in \(folder.path)\n")
  }

  /// The timetable to publish: what was published, while it can be held, else one laid out now.
  private func publication(
    of problem: Problem,
    after last: Revision?
  ) async throws -> Publication {
    let layingOut = LayingOut(problem, seed: seed, within: budget.limits)
    guard !anew, let last else {
      let (publication, isInterrupted) = try await budget.run(layingOut.publication)
      if isInterrupted { throw Failure(.interrupted, "interrupted; nothing was published") }
      if publication.solution != nil { return publication }
      throw Failure(
        .problems,
        "there is no timetable to publish",
        remedy: "see why with 'seminar timetable'"
      )
    }
    guard let kept = problem.timetable(keeping: last.placements(in: problem.curriculum.zone)) else {
      throw Failure(
        .problems,
        "revision \(last.number), as published, is no longer possible with the present curriculum",
        remedy:
          "see the fewest necessary changes with 'seminar revise', or "
          + "make a new timetable with '--anew'"
      )
    }
    let publication = Publication(keeping: kept, of: problem, seed: seed)
    if case .laidOut(let solution) = publication.outcome, !solution.isOptimal {
      Output.error.tell(
        "note: the published timetable costs \(solution.cost), and none costs less than "
          + "\(solution.bound); '--anew' looks for a cheaper one"
      )
    }
    return publication
  }
}

extension Publication {
  /// A timetable that was, or is to be, published, with what is known of the cheapest one.
  init(keeping timetable: Timetable, of problem: Timetabling.Problem, seed: UInt64) {
    let cost = problem.cost(of: timetable).soft
    let bound = Solver(problem).bound(steps: Solver.Limits.standard.boundSteps)
    let solution = Solution(timetable: timetable, cost: cost, bound: min(bound, cost))
    self.init(.laidOut(solution), of: problem, seed: seed)
  }
}

import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Timetabling

/// `seminar revise`: the least disturbing valid timetable after a change, and whom to tell.
struct ReviseCommand: LongCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Find the valid timetable that changes the published one the least.",
    discussion: """
      Starts from the last published revision and applies the edits of the curriculum since then,
      such as new or dropped sessions, closed blocks and absent trainers. Sessions before today
      stay unchanged. Shows the old and the new times side by side, what is proved, and a message
      for everyone concerned.

      The result for one group is usually proved within seconds. For many groups, the program
      searches as long as --moves or --seconds allow. Ctrl-C stops the search and shows the best
      result; nothing is published then.

      Nothing is published without '--accept'.

      Examples:
        seminar revise --away unodc=2026-04-21 --today 2026-04-14
        seminar revise --away unodc=2026-04-21 --pin w5s2 --today 2026-04-14 --accept
      """
  )

  /// The forms in which a revision is shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The curriculum, by name or file. You can omit it if there is only one.")
  var curriculum: String?

  @Option(
    help: ArgumentHelp(
      "A trainer cannot come on these days, as in unodc=2026-04-28,2026-05-05. You can "
        + "repeat this option.",
      valueName: "trainer=dates"
    ),
    transform: TrainerAway.init(argument:)
  )
  var away: [TrainerAway] = []

  @Option(
    help: ArgumentHelp(
      "Keep the published time of a session, as in w5s1, or have it on a certain day, as in "
        + "w5s1=2026-04-28. You can repeat this option.",
      valueName: "session=date"
    ),
    transform: PinnedSession.init(argument:)
  )
  var pin: [PinnedSession] = []

  @Option(
    help: ArgumentHelp("The first day that may change (default: today).", valueName: "date"),
    transform: CivilDate.init(argument:)
  )
  var today: CivilDate?

  @Flag(help: "Publish the new timetable.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "Also write the messages to this folder, as text and as drafts for mail programs.",
      valueName: "folder"
    )
  )
  var messages: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to publish to (default: published/CURRICULUM).",
      valueName: "folder"
    )
  )
  var output: String?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: Form = .text

  @Option(help: ArgumentHelp("Random seed for the search, 0 or more.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var place: WorkspaceOptions

  func run() async throws {
    let workspace = try place.located()
    let problem = try workspace.problem(curriculum)
    let known = try workspace.revisions(of: problem.curriculum.id)
    guard let last = known.last else { throw Failure.unpublished(problem.curriculum.id) }
    let now = Timestamp.now
    let zone = problem.curriculum.zone
    let request = RevisionRequest(
      last: last,
      today: today ?? zone.wallClock(at: now.date).date,
      away: away,
      pins: pin
    )
    let changed = try request.applied(to: problem)
    let (outcome, isInterrupted) = try await budget.run(makingSmall: "disturbance") {
      shouldStop,
      progress in
      try await Solver(changed).revise(
        from: last.placements(in: zone),
        today: request.today,
        within: budget.limits,
        seed: seed,
        shouldStop: shouldStop,
        progress: progress
      )
    }
    switch outcome {
    case .infeasible(let conflict):
      try show(conflict, after: last, of: changed, request)
      throw ExitCode(ExitStatus.problems.rawValue)
    case .revised(let revised):
      let revision = RevisedPublication(
        revised,
        of: problem,
        after: last,
        published: now.wholeSecond,
        today: request.today,
        requests: request.sentences(in: problem.curriculum),
        seed: seed
      )
      try request.refusePastChanges(of: revision)
      try finish(revision, known, workspace, now, isInterrupted: isInterrupted)
      if isInterrupted {
        Output.error.tell("Interrupted: this is the best so far; nothing was published.")
        throw ExitCode(ExitStatus.interrupted.rawValue)
      }
    }
  }

  private func show(
    _ conflict: Conflict,
    after last: Revision,
    of problem: Timetabling.Problem,
    _ request: RevisionRequest
  ) throws {
    let sentences = request.sentences(in: problem.curriculum)
    let text =
      switch format {
      case .text:
        last.text(
          followedBy: conflict,
          of: problem,
          today: request.today,
          requests: sentences,
          width: Output.columns
        )
      case .json:
        last.json(followedBy: conflict, of: problem, today: request.today, requests: sentences)
      }
    try Output.standard.write(text)
  }

  /// Shows the revision, and writes and publishes what is wanted.
  private func finish(
    _ revision: RevisedPublication,
    _ known: [Revision],
    _ workspace: Workspace,
    _ now: Timestamp,
    isInterrupted: Bool
  ) throws {
    let isAccepted = accept && !isInterrupted
    let drafts = try messages.map { folder in
      try MessageFolder(folder).stage(revision.notices.flatMap { $0.files(sent: now.date) })
    }
    var endings: [String] = []
    if isAccepted {
      do {
        endings = try publish(revision, known, workspace)
      } catch {
        drafts?.discard()
        throw error
      }
    } else if !revision.isUnchanged, !isInterrupted {
      endings = [
        "Nothing is published yet: add '--accept' to publish this as revision "
          + "\(revision.new.number)."
      ]
    }
    if let drafts, let messages {
      try drafts.put()
      endings.append("Wrote \(revision.notices.count.counted("message")) to \(messages)")
    }
    let width = Output.columns
    let lines = endings.flatMap { $0.wrapped(to: width) }.map { $0 + "\n" }.joined()
    switch format {
    case .text:
      let text = revision.text(width: width)
      try Output.standard.write(lines.isEmpty ? text : "\(text)\n\(lines)")
    case .json:
      try Output.standard.write(revision.json(isAccepted: isAccepted))
      Output.error.show(lines)
    }
  }

  /// Publishes the revision, and says so and what else is to be done.
  private func publish(
    _ revision: RevisedPublication,
    _ known: [Revision],
    _ workspace: Workspace
  ) throws -> [String] {
    let problem = revision.publication.problem
    let id = problem.curriculum.id
    guard case .laidOut(let solution) = revision.publication.outcome else { return [] }
    let publication = Publication(keeping: solution.timetable, of: problem, seed: seed)
    let all = revision.isUnchanged ? known : known + [revision.new]
    let files = publication.files(all)
    let folder = PublishedFolder(output ?? workspace.path("published/\(id)"))
    try workspace.publish(
      revision.isUnchanged ? nil : revision.new,
      of: problem.curriculum,
      as: files,
      into: folder
    )
    guard !revision.isUnchanged else {
      return [
        "Nothing has changed since revision \(known.count): "
          + "\(files.counted("file")) in \(folder.path)"
      ]
    }
    return [
      "Published revision \(revision.new.number): \(files.counted("file")) in \(folder.path)"
    ]
      + away.map { absence in
        let trainer = problem.curriculum.trainers.first { $0.id == absence.trainer }
        return "Enter it in the curriculum too, under 'away' of '\(absence.trainer)' "
          + "(\(trainer.map { $0.location.description } ?? "")), "
          + "so that later timetables allow for it."
      }
  }
}

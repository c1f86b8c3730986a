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
    abstract: "After a change, find the valid timetable that disturbs what was published least.",
    discussion: """
      Begins with the last published revision and takes in what was edited in the
      curriculum since: sessions added or dropped, blocks closed, trainers away.
      What was held before today stays. Shows the old and the new times side by
      side, what is proved, and one message for each whom the change concerns.

      A programme of one group is proved as a rule in seconds; one with many
      groups is searched, for as long as --moves or --seconds say. Ctrl-C ends the
      search; the best so far is shown, and nothing is published.

      Nothing is published without '--accept'.

      Examples:
        seminar revise --away unodc=2026-04-21
        seminar revise --away unodc=2026-04-21,2026-05-05 --pin w5s2 --accept
      """
  )

  /// The forms in which a revision is shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The curriculum's name or file; not needed when there is only one.")
  var curriculum: String?

  @Option(
    help: ArgumentHelp(
      "A trainer cannot come on some days, as in unodc=2026-04-28,2026-05-05; repeatable.",
      valueName: "trainer=dates"
    ),
    transform: TrainerAway.init(argument:)
  )
  var away: [TrainerAway] = []

  @Option(
    help: ArgumentHelp(
      "A session keeps its published time, as in w5s1, or is held on a day; repeatable.",
      valueName: "session=date"
    ),
    transform: PinnedSession.init(argument:)
  )
  var pin: [PinnedSession] = []

  @Option(
    help: ArgumentHelp("The first day that can be changed (default: today).", valueName: "date"),
    transform: CivilDate.init(argument:)
  )
  var today: CivilDate?

  @Flag(help: "Publish the new timetable.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "Write the messages into a folder too, as text and as drafts for mail programs.",
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

  @Option(help: ArgumentHelp("The form: text or json.", valueName: "form"))
  var format: Form = .text

  @Option(help: ArgumentHelp("The source of chance in the search, from 0.", valueName: "number"))
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
        "Nothing has changed since revision \(known.count): \(files.counted("file")) in \(folder.path)"
      ]
    }
    return [
      "Published revision \(revision.new.number): \(files.counted("file")) in \(folder.path)"
    ]
      + away.map { absence in
        let trainer = problem.curriculum.trainers.first { $0.id == absence.trainer }
        return "Write it into the curriculum too, under 'away' of '\(absence.trainer)' "
          + "(\(trainer.map { $0.location.description } ?? "")), so that later plans know it."
      }
  }
}

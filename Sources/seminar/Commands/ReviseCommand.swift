import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

/// `seminar revise`: the least disturbing valid timetable after a change, and whom to tell.
struct ReviseCommand: LongCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Find the valid timetable that changes the published one the least.",
    discussion: """
      Starts from the last published revision and applies the edits of the curriculum since then,
      such as new or dropped sessions, closed blocks and absent trainers. Sessions that have
      begun stay unchanged; '--not-held' says that one of them did not take place. Shows the
      old and the new times side by side, what is proved, and a message for everyone concerned.

      The result for one group is usually proved within seconds. For many groups, the program
      searches as long as --moves or --seconds allow. Ctrl-C stops the search and shows the best
      result; nothing is published then.

      Nothing is published without '--accept'.

      Examples:
        seminar revise
        seminar revise --away amina=2026-04-21 --today 2026-04-14
        seminar revise --away amina=2026-04-21 --pin law --today 2026-04-14 --accept
        seminar revise --from FILE --accept
        seminar revise --not-held SESSION --why "the building was closed"
      """
  )

  /// The forms in which a revision is shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

  @OptionGroup var asked: RequestOptions

  @Option(
    help: ArgumentHelp(
      "A session did not take place although its time has passed. It gets a new time, or is dropped "
        + "if the curriculum no longer has it. You can repeat this option.",
      valueName: "session"
    ),
    completion: .sessions
  )
  var notHeld: [String] = []

  @Option(help: ArgumentHelp("Why it did not take place.", valueName: "reason"))
  var why: String?

  @OptionGroup var plan: PlanOptions

  @OptionGroup var dates: DateOptions

  @OptionGroup var applying: ApplyOptions

  @Flag(help: "Publish the new timetable.")
  var accept = false

  @Option(
    help: ArgumentHelp(
      "Also write the messages to this folder, as text and as drafts for mail programs.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var messages: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to publish to (default: published/CURRICULUM).",
      valueName: "folder"
    ),
    completion: .directory
  )
  var output: String?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: Form = .text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Random seed for the search, 0 or more (default: 1).", valueName: "number"),
    transform: NumberArgument.seed
  )
  var seed: UInt64 = 1

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard notHeld.isEmpty || !(why ?? "").filter({ !$0.isWhitespace }).isEmpty else {
      throw ValidationError("'--not-held' needs a reason: add '--why \"…\"'")
    }
    guard why == nil || !notHeld.isEmpty else {
      throw ValidationError("'--why' gives the reason for '--not-held'; name the session, too")
    }
    guard plan.from == nil || asked.isEmpty && notHeld.isEmpty else {
      throw ValidationError("'--from' cannot be combined with '--away', '--pin' or '--not-held'")
    }
    guard applying.apply == nil || !accept && plan.from == nil && messages == nil else {
      throw ValidationError(
        "'--apply' cannot be combined with '--accept', '--from' or '--messages'"
      )
    }
  }

  func run() async throws {
    let workspace = try place.located()
    try workspace.checkNamedMarkbook()
    switch try workspace.writtenProgramme(curriculum) {
    case .selfPaced(let programme): try Output.standard.write(unmoved(programme))
    case .dated(let problem, let file): try await revise(problem, file, in: workspace)
    }
  }

  /// Revises the timetable of a programme with dates.
  private func revise(
    _ written: Timetabling.Problem,
    _ file: RepairableFile,
    in workspace: Workspace
  ) async throws {
    try applying.check(file)
    let known = try workspace.revisions(of: Programme(written.curriculum))
    let now = Timestamp.now
    let chronicle: Chronicle
    let ways: Ways
    let request: RevisionRequest
    do {
      chronicle = try Chronicle.present(
        known,
        of: written.curriculum,
        now: now.date,
        today: asked.today,
        missed: notHeld,
        reason: why ?? "",
        text: file.source.text
      )
      request = RevisionRequest(chronicle: chronicle, away: asked.away, pins: asked.pin)
      ways = try request.ways(of: written)
    } catch let refusal as RevisionRefusal {
      throw Failure(refusal)
    }
    guard let last = chronicle.last else {
      throw Failure.unpublished(Programme(written.curriculum).label)
    }
    if plan.from != nil {
      try await revise(by: plan, written, chronicle, workspace, now)
      return
    }
    let ((changed, outcome), isInterrupted) = try await budget.run(makingSmall: "penalty") {
      shouldStop,
      progress in
      try await ways.revise(
        from: chronicle.placements,
        today: chronicle.today,
        at: chronicle.minutes,
        within: budget.limits,
        seed: seed,
        shouldStop: shouldStop,
        progress: progress
      )
    }
    switch outcome {
    case .infeasible(let found):
      let conflict = await offering(found, since: last, known, file, now)
      if applying.apply != nil {
        try await applying.write(conflict, into: file)
        return
      }
      try show(conflict, after: last, of: changed, request)
      throw ExitCode(ExitStatus.problems.rawValue)
    case .revised(let revised):
      try await applying.write(nil, into: file)
      let problem = try chronicle.problem(of: written.holding(sessionsOf: changed))
      let revision = RevisedPublication(
        revised,
        of: problem,
        after: chronicle,
        particulars: chronicle.particulars(
          of: written.curriculum,
          waivers: chronicle.waiversKept(in: revised.solution.timetable)
        ),
        published: now.wholeSecond,
        requests: request.sentences(in: problem.curriculum),
        seed: seed
      )
      try finish(revision, written, workspace, now, isInterrupted: isInterrupted)
      if isInterrupted {
        Output.error.tell("Interrupted: this is the best so far; nothing was published.")
        throw ExitCode(ExitStatus.interrupted.rawValue)
      }
    }
  }

  /// Takes a plan made by hand as the next revision.
  private func revise(
    by plan: PlanOptions,
    _ written: Timetabling.Problem,
    _ chronicle: Chronicle,
    _ workspace: Workspace,
    _ now: Timestamp
  ) async throws {
    let taken = try await plan.taken(
      of: written,
      after: chronicle,
      LayingOut(written, seed: seed, within: budget.limits),
      dates
    )
    let revision = RevisedPublication(
      taken.revised(after: chronicle),
      of: taken.problem,
      after: chronicle,
      particulars: chronicle.particulars(of: written.curriculum, waivers: taken.waivers),
      published: now.wholeSecond,
      requests: taken.sentences,
      seed: seed,
      isMadeByHand: true
    )
    try finish(revision, written, workspace, now, isInterrupted: false)
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
          today: request.chronicle.today,
          requests: sentences,
          width: Output.columns
        )
      case .json:
        last.json(
          followedBy: conflict,
          of: problem,
          today: request.chronicle.today,
          requests: sentences
        )
      }
    try Output.standard.write(text)
  }

  /// Shows the revision, and writes and publishes what is wanted.
  private func finish(
    _ revision: RevisedPublication,
    _ written: Timetabling.Problem,
    _ workspace: Workspace,
    _ now: Timestamp,
    isInterrupted: Bool
  ) throws {
    let isAccepted = accept && !isInterrupted
    // Messages about a revision that was interrupted are about none.
    let folder = isInterrupted ? nil : messages
    let drafts = try folder.flatMap { folder -> PublishedFolder.Staged? in
      guard !revision.notices.isEmpty else { return nil }
      return try MessageFolder(folder).stage(revision.notices.flatMap { $0.files(sent: now.date) })
    }
    var endings: [String] = []
    if isAccepted {
      do {
        endings = try publish(revision, written, workspace)
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
    } else if folder != nil {
      endings.append("There is no message to write: nothing changes for anybody.")
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
    _ written: Timetabling.Problem,
    _ workspace: Workspace
  ) throws -> [String] {
    let problem = revision.publication.problem
    guard case .laidOut(let solution) = revision.publication.outcome else { return [] }
    let next = try NextRevision(
      Publication(
        keeping: solution.timetable,
        of: problem,
        among: Ways(revision.chronicle.ways(of: written)),
        seed: seed,
        within: budget.limits
      ),
      of: written,
      after: revision.chronicle,
      waivers: revision.new.particulars.waivers,
      published: revision.new.published
    )
    let folder = PublishedFolder(output ?? workspace.publishedFolder(of: written.curriculum))
    let files = try next.files(inviting: false, in: folder)
    try workspace.publish(
      revision.isUnchanged ? nil : next.candidate,
      of: written.curriculum,
      as: files,
      into: folder
    )
    guard !revision.isUnchanged else {
      return [
        "Nothing has changed since revision \(next.known.count): \(files.counted("file")) in \(folder.path)"
      ]
    }
    return [
      "Published revision \(revision.new.number): \(files.counted("file")) in \(folder.path)"
    ]
      + asked.away.map { absence in
        let trainer = problem.curriculum.trainers.first { $0.id == absence.trainer }
        return "Enter it in the curriculum too, under 'away' of '\(absence.trainer)' "
          + "(\(trainer.map { $0.location.description } ?? "")), "
          + "so that later timetables allow for it."
      }
  }
}

import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Timetabling

/// The options that show what would change, before anything is written.
struct WhatIfOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Show what would change and what it would cost with '--away', '--pin' or '--compare'. Nothing is "
        + "written."
    )
  )
  var whatIf = false

  @Option(
    help: ArgumentHelp(
      "Compare with another version of the curriculum (YAML), or with a timetable (CSV or JSON as "
        + "written by this command).",
      valueName: "file"
    ),
    completion: .file()
  )
  var compare: String?

  /// Whether something is supposed.
  var isAsked: Bool { whatIf || compare != nil }

  /// Refuses what does not go together.
  ///
  /// - Parameter asked: The changes that are asked for. They are not a group in this group, for that
  ///   makes the argument parser check them several times more often before it reads the arguments,
  ///   where it was built for debugging.
  /// - Throws: `ValidationError`.
  func check(with asked: RequestOptions) throws {
    guard isAsked || asked.isEmpty && asked.today == nil else {
      throw ValidationError(
        "'--away', '--pin' and '--today' belong to '--what-if' here; add it, or use 'seminar revise'"
      )
    }
    guard !whatIf || compare != nil || !asked.isEmpty else {
      throw ValidationError("'--what-if' needs '--away', '--pin' or '--compare'")
    }
    guard asked.isEmpty || !isTable else {
      throw ValidationError("'--away' and '--pin' cannot be combined with a timetable to compare")
    }
  }

  /// Whether a timetable is compared, not a curriculum.
  private var isTable: Bool {
    compare.map { !$0.hasSuffix(".yaml") && !$0.hasSuffix(".yml") } ?? false
  }

  /// What is shown.
  struct Answer {
    let text: String
    /// Whether there is a timetable like that.
    let isPossible: Bool
    /// Why there is none, and the file to which its repairs belong.
    var conflict: Conflict?
    var file: RepairableFile?
  }

  /// Answers what was supposed.
  ///
  /// - Parameters:
  ///   - written: The problem of the curriculum as it is written.
  ///   - file: Its file.
  ///   - layingOut: How it is laid out.
  ///   - workspace: Where what was published is known.
  ///   - command: The command with its other options.
  /// - Returns: The answer.
  /// - Throws: What use cases and files refuse.
  func answer(
    _ written: Timetabling.Problem,
    _ file: RepairableFile,
    _ layingOut: LayingOut,
    _ workspace: Workspace,
    _ command: TimetableCommand
  ) async throws -> Answer {
    let now = Timestamp.now
    let known =
      command.starts == nil ? try workspace.revisions(of: Programme(written.curriculum)) : []
    let chronicle = try Chronicle.present(
      known,
      of: written.curriculum,
      now: now.date,
      today: command.asked.today
    )
    let ground: WhatIf
    if let published = WhatIf(publishedIn: chronicle, of: written, now: now.wholeSecond) {
      ground = published
    } else {
      let best = try await command.budget.run(layingOut.publication).outcome
        .offering(repairsOf: file)
      guard best.solution != nil else {
        return Answer(
          text: command.format == .json ? best.json() : best.text(width: Output.columns),
          isPossible: false,
          conflict: best.conflict,
          file: file
        )
      }
      ground = WhatIf(best, of: written, today: command.asked.today, now: now.wholeSecond)
    }
    if let compare, isTable {
      return try await taken(compare, written, ground, chronicle, command)
    }
    let other = try compare.map { try workspace.written($0, starts: command.starts) }
    let (answer, _) = try await command.budget.run(makingSmall: "penalty") {
      [asked = command.asked, compare] shouldStop, progress in
      try await ground.answer(
        away: asked.away,
        pins: asked.pin,
        of: other.map { ($0.problem, compare ?? "") },
        seed: command.seed,
        within: command.budget.limits,
        shouldStop: shouldStop,
        progress: progress
      )
    }
    switch answer {
    case .possible(let supposition):
      return Answer(text: shown(supposition, command), isPossible: true)
    case .impossible(let publication, let requests):
      let offered = publication.offering(repairsOf: other?.file ?? file)
      let text =
        command.format == .json
        ? offered.json(supposing: requests)
        : offered.text(supposing: requests, width: Output.columns)
      return Answer(
        text: text,
        isPossible: false,
        conflict: offered.conflict,
        file: other?.file ?? file
      )
    }
  }

  /// What would change if a timetable in a file were taken.
  private func taken(
    _ path: String,
    _ written: Timetabling.Problem,
    _ ground: WhatIf,
    _ chronicle: Chronicle,
    _ command: TimetableCommand
  ) async throws -> Answer {
    let table = try await DateQuestion.parse(
      TextFile.readTable(path),
      for: chronicle.problem(of: written).curriculum,
      order: command.dates.order()
    )
    let problem = try chronicle.problem(of: written, for: table)
    let checked = CheckedTimetable(
      table,
      of: problem,
      best: nil,
      after: chronicle.last == nil ? nil : chronicle
    )
    guard !checked.findings.hasErrors else { throw checked.findings }
    let supposition = try ground.supposition(of: checked, seed: command.seed)
    return Answer(
      text: shown(supposition, command),
      isPossible: checked.isValid && checked.missing.isEmpty
    )
  }

  private func shown(_ supposition: Supposition, _ command: TimetableCommand) -> String {
    command.format == .json ? supposition.json() : supposition.text(width: Output.columns)
  }
}

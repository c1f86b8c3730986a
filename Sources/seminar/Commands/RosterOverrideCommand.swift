import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar roster override`: what is different for one participant.
struct RosterOverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override",
    abstract: "Give a participant more time, more attempts or other dates, or list all exceptions.",
    discussion: """
      If you name nobody, all exceptions are listed. Dates and times are those of the programme's
      time zone; "2026-12-24 18:00" is a date with a time. An exception also applies to an open attempt,
      from the next response. You cannot remove an exception, but a later one replaces it. If an
      exception opens a quiz again after its right answers were shown, you must add '--despite'
      with a reason. The reason is kept, and 'seminar scores' shows it.

      Examples:
        seminar roster override
        seminar roster override p01 --extra-time 1.5 --reason "certificate of 3 March"
        seminar roster override p02 --quiz week-01 --attempts 2 --reason "power cut"
        seminar roster override p02 --closes 2026-12-24 --reason "was ill"
        seminar roster override p02 --quiz week-01 --excuse --reason "on mission"
      """
  )

  @Argument(help: "The identifier of the participant on the roster.", completion: .participants)
  var participant: String?

  @Option(
    help: ArgumentHelp("Only for this quiz (default: for all quizzes).", valueName: "quiz"),
    completion: .quizzes
  )
  var quiz: String?

  @Option(help: ArgumentHelp("Multiply time limits by this factor.", valueName: "factor"))
  var extraTime: String?

  @Option(help: ArgumentHelp("A different time limit, such as '90 minutes'.", valueName: "span"))
  var timeLimit: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A different number of attempts.", valueName: "number"),
    transform: NumberArgument.whole(1...100)
  )
  var attempts: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Do not count the quiz when deciding whether the participant passes."
  )
  var excuse: Bool?

  @Option(
    help: ArgumentHelp(
      "When the quiz opens: a date such as 2026-12-24, with or without a time.",
      valueName: "date"
    )
  )
  var opens: String?

  @Option(
    help: ArgumentHelp(
      "When the quiz closes; a date without a time means the end of that day.",
      valueName: "date"
    )
  )
  var closes: String?

  @Option(help: ArgumentHelp("The reason for the exception; it is kept.", valueName: "text"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Why the quiz opens again although right answers were shown; the reason is kept.",
      valueName: "text"
    )
  )
  var despite: String?

  @Option(help: ArgumentHelp("Who made the decision (default: your user name).", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The output format; csv is for the list.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard participant == nil || format != .csv else {
      throw ValidationError("an exception is shown as text or json; csv is for the list")
    }
  }

  func run() throws {
    let workspace = try place.located()
    guard let participant else {
      try list(in: workspace)
      return
    }
    try give(to: participant, in: workspace)
  }

  private func give(to participant: String, in workspace: Workspace) throws {
    let reason = try Reasons.required(reason, "--reason")
    let decidedBy = try Reasons.person(by, "--by")
    let apology = try despite.map { try Reasons.required($0, "--despite") }
    let what = try override(in: workspace.zone)
    guard what != Override() else {
      throw Failure(
        .usage,
        "no exception is named",
        remedy: "add '--extra-time', '--time-limit', '--attempts', '--opens', '--closes' or "
          + "'--excuse'"
      )
    }
    let file = try quiz.map { try workspace.quizFile($0) }
    let name = file?.name
    let markbook = try workspace.changeableMarkbook()
    let given = RecordedOverride(
      for: participant,
      at: name,
      what,
      because: reason,
      by: decidedBy,
      at: .now
    )
    let isNeeded = try workspace.give(
      given,
      for: workspace.programme(of: file.flatMap { try? workspace.quiz($0) }),
      despite: apology,
      in: markbook,
      at: .now
    )
    if !isNeeded, apology != nil {
      Output.error.tell("'--despite' was not needed and is not kept: no right answers were shown.")
    }
    let scope = name.map { "at \($0)" } ?? "at all quizzes"
    let wording = what.wording(workspace.zone)
    try (format == .json ? ReportForm.json : .text).write(
      "\(participant) gets \(wording) \(scope)\n",
      or: Report(
        participant: participant,
        quiz: name,
        given: wording,
        reason: reason,
        by: decidedBy,
        despite: isNeeded ? apology : nil
      )
    )
  }

  /// What was given, for programs.
  private struct Report: Encodable {
    let format = "seminar-override"
    let version = 1
    let participant: String
    let quiz: String?
    let given: String
    let reason: String
    let by: String
    let despite: String?
  }

  private func override(in zone: Zone) throws -> Override {
    var what = Override()
    what.extraTime = try read(extraTime, "--extra-time", "a factor from 1 to 10") { text in
      Rational(decimal: text.replacing(",", with: ".")).flatMap { (1...10).contains($0) ? $0 : nil }
    }
    what.timeLimit = try read(timeLimit, "--time-limit", "a span such as '90 minutes'") {
      Duration(words: $0)
    }
    what.opens = try opens.map {
      try Instants.read($0, "--opens", in: zone, dayMeans: .first)
    }
    what.closes = try closes.map {
      try Instants.read($0, "--closes", in: zone, dayMeans: .last)
    }
    what.isExcused = excuse
    what.attempts = attempts
    return what
  }

  private func read<Value>(
    _ text: String?,
    _ option: String,
    _ expected: String,
    _ reading: (String) -> Value?
  ) throws -> Value? {
    guard let text else { return nil }
    guard let value = reading(text) else {
      throw Failure(.usage, "'\(option)' is '\(text.prefix(60))', expected \(expected)")
    }
    return value
  }

  private func list(in workspace: Workspace) throws {
    let zone = workspace.zone
    var sheet = Sheet(
      "Overrides",
      columns: [
        .init("participant"), .init("quiz"), .init("given"), .init("reason"), .init("by"),
        .init("recorded", .instant), .init("despite"),
      ],
      zone: zone
    )
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    for override in try markbook?.overrides() ?? [] {
      sheet.append([
        .text(override.participant), .text(override.quiz ?? "all"),
        .text(override.override.wording(zone)), .text(override.reason),
        .text(override.decidedBy), .instant(override.time.wholeSecond),
        Sheet.Cell(override.despite),
      ])
    }
    try format.write(sheet, as: "seminar-overrides", notes: notes)
  }
}

extension Override {
  /// What is given, for people.
  fileprivate func wording(_ zone: Zone) -> String {
    var words: [String] = []
    if let extraTime { words.append("\(extraTime.rounded(places: 3)) times the time") }
    if let timeLimit { words.append("\(timeLimit.words) of time") }
    if let attempts { words.append(attempts.counted("attempt")) }
    if let opens { words.append("a new opening time (\(zone.wording(of: opens)))") }
    if let closes { words.append("a new closing time (\(zone.wording(of: closes)))") }
    if let isExcused { words.append(isExcused ? "an excuse" : "no excuse any more") }
    return words.joined(separator: "; ")
  }
}

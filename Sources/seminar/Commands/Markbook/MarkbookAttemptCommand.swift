import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar markbook attempt`: the whole story of one attempt.
struct MarkbookAttemptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attempt",
    abstract: "Show everything that happened in one attempt, in order of time.",
    discussion: """
      'seminar markbook attempts' lists the identifiers. The first characters are enough.

      Examples:
        seminar markbook attempt ATTEMPT
        seminar markbook attempt ATTEMPT --format json
      """
  )

  @Argument(help: "The first characters of the attempt's identifier.")
  var attempt: String

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    let record = try AttemptReading(beginning: attempt, in: markbook, at: .now)
    let recorded = record.recorded
    let sat = try markbook?.quiz(ofVersion: recorded.version, named: recorded.quiz)
    let story = AttemptStory(of: record.attempt, at: sat) { workspace.zone.wording(of: $0) }
    guard format == .text else {
      try format.write(sheet(of: story, record, in: workspace), as: "seminar-attempt", notes: notes)
      return
    }
    let person = try markbook?.everybody().first { $0.id == recorded.participant }
    let parts =
      heading(of: record, person) + [
        rendering(of: story, in: workspace), earnings(of: record, in: workspace),
      ]
    try Output.standard.write(
      parts.joined(separator: "\n") + notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    )
  }

  private func heading(of record: AttemptReading, _ person: Participant?) -> [String] {
    let recorded = record.recorded
    let who = recorded.participant.map { id in person.map { "\($0.name) (\(id))" } ?? id }
    let programme = recorded.programme
    var belonging: [String] = []
    if programme != .unknown {
      let edition = programme.edition.isEmpty ? "" : ", edition \(programme.edition)"
      belonging = ["Part of \(programme.curriculum)\(edition)"]
    }
    return
      ([
        "Attempt \(recorded.id)",
        "\(who ?? recorded.sitter), \(recorded.quiz), attempt \(recorded.number), "
          + recorded.kind.rawValue,
        "Sat with version \(recorded.version.prefix(8)) of the quiz",
      ] + belonging + [""]).map { $0.visible }
  }

  private func rendering(of story: AttemptStory, in workspace: Workspace) -> String {
    var lines: [String] = []
    var day = ""
    for chapter in story.chapters {
      let time = Clock(chapter.time, in: workspace)
      if time.day != day { lines += (day.isEmpty ? [] : [""]) + [time.day] }
      day = time.day
      lines += chapter.sentence.visible.wrapped(
        to: Output.columns,
        indentedBy: "  \(time.ofDay)  "
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The story as a table for programs.
  private func sheet(
    of story: AttemptStory,
    _ record: AttemptReading,
    in workspace: Workspace
  ) -> Sheet {
    var sheet = Sheet(
      "Attempt \(record.recorded.id)",
      columns: [.init("time", .instant), .init("kind"), .init("item"), .init("what")],
      zone: workspace.zone
    )
    for chapter in story.chapters {
      sheet.append([
        .instant(chapter.time.wholeSecond), .text(chapter.kind), Sheet.Cell(chapter.item),
        .text(chapter.sentence),
      ])
    }
    return sheet
  }

  /// What the attempt earned, and what it had earned before it was marked again.
  private func earnings(of record: AttemptReading, in workspace: Workspace) -> String {
    guard let marked = record.marked else { return "The attempt is open.\n" }
    let remarks = marked.remarks { workspace.zone.wording(of: $0) }.map(\.text)
    let verdict =
      switch marked.score.isPassed {
      case true?: ", passed"
      case false?: ", not passed"
      case nil: ""
      }
    let score =
      "Score: \(marked.score.total.rounded()) of \(marked.score.maximum.rounded())\(verdict)."
    return (remarks + [score]).map(\.visible).joined(separator: "\n") + "\n"
  }
}

/// A moment as a day and a time of the day.
private struct Clock {
  let day: String
  let ofDay: String

  init(_ time: Timestamp, in workspace: Workspace) {
    let words = workspace.zone.wording(of: time).split(separator: ", ", maxSplits: 1)
    day = words.first.map(String.init) ?? ""
    let seconds = Int(time.milliseconds / 1000 % 60)
    let clock = words.last?.split(separator: ",").first ?? ""
    ofDay = "\(clock):\(seconds < 10 ? "0" : "")\(seconds)"
  }
}

import ArgumentParser
import Coordination
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar mark`: a person marks what the program cannot.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "List essays that need a mark, show one, or mark it.",
    discussion: """
      'seminar markbook attempts' and 'seminar scores' list the identifiers of attempts. The first
      characters are enough. All marks are kept; the latest one counts.

      Examples:
        seminar mark
        seminar mark ATTEMPT ITEM
        seminar mark ATTEMPT ITEM 3.5 --comment "Clear. Name your source."
      """
  )

  @Argument(help: "The first characters of the attempt's identifier.")
  var attempt: String?

  @Argument(help: "The identifier of the item.")
  var item: String?

  @Argument(help: "The mark, from 0 to the maximum of the item.")
  var mark: String?

  @Option(help: ArgumentHelp("A comment for the participant.", valueName: "text"))
  var comment: String?

  @Option(help: ArgumentHelp("Who gives the mark (default: your user name).", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The format of the list.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    guard let attempt else {
      try list(in: workspace)
      return
    }
    try markOrShow(attempt, in: workspace)
  }

  private func list(in workspace: Workspace) throws {
    var sheet = Sheet(
      "Essays to mark",
      columns: [
        .init("attempt"), .init("participant"), .init("quiz"), .init("item"),
        .init("maximum", .number), .init("words", .number), .init("submitted", .instant),
      ],
      zone: workspace.zone
    )
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    for awaited in try markbook?.awaitedMarks(at: .now) ?? [] {
      let recorded = awaited.attempt
      sheet.append([
        .text(format == .text ? String(recorded.id.prefix(8)) : recorded.id),
        .text(recorded.participant ?? "guest"), .text(recorded.quiz), .text(awaited.item),
        Sheet.Cell(Decimal(string: awaited.maximum.rounded())),
        .number(awaited.text.split(whereSeparator: \.isWhitespace).count),
        Sheet.Cell(awaited.submittedAt?.wholeSecond),
      ])
    }
    guard format == .text, sheet.rows.isEmpty else {
      try format.write(sheet, as: "seminar-marking", notes: notes)
      return
    }
    try Output.standard.write("There is nothing to mark.\n")
    Output.error.tell(notes: notes)
  }

  private func markOrShow(_ prefix: String, in workspace: Workspace) throws {
    let markbook =
      mark == nil ? try workspace.readableMarkbook() : try workspace.changeableMarkbook()
    // Before a mark is given, only the attempt itself is verified.
    let notes = mark == nil ? try verification.notes(on: markbook) : [:]
    let marking = try Marking(AttemptReading(beginning: prefix, in: markbook, at: .now))
    guard let item else {
      let essays = marking.essays
      for essay in essays { try show(essay, marking.reading) }
      if essays.isEmpty { try Output.standard.write("This attempt has no essay.\n") }
      Output.error.tell(notes: notes)
      return
    }
    let chosen = try marking.item(item)
    guard let mark, let markbook else {
      try show(chosen, marking.reading)
      Output.error.tell(notes: notes)
      return
    }
    let (given, waiting) = try marking.give(
      mark,
      to: chosen,
      comment: comment,
      by: Reasons.person(by, "--by"),
      in: markbook,
      at: .now
    )
    let more = waiting == 0 ? "The score is final." : "\(waiting) more to mark in this attempt."
    try Output.standard.write(
      "\(chosen.id): \(given.rounded()) of \(Self.marks(chosen.maximum)). \(more)\n"
    )
  }

  private static func marks(_ count: Rational) -> String {
    "\(count.rounded()) \(count == 1 ? "mark" : "marks")"
  }

  private func show(_ item: Item, _ reading: AttemptReading) throws {
    var lines = ["\(item.id), \(Self.marks(item.maximum))", "", item.stem, ""]
    if case .essay(let essay) = item.kind, let guide = essay.guide {
      lines += ["What to look for:", guide, ""]
    }
    let text = reading.text(of: item.id)
    lines += ["Response:", text.isEmpty ? "(none)" : text]
    if let given = reading.attempt.progress?.marks[item.id] {
      lines += ["", "Marked \(given.mark.rounded()) by \(given.by). \(given.comment)"]
    }
    try Output.standard.write(lines.joined(separator: "\n") + "\n\n")
  }
}

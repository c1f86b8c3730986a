import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar mark`: a person marks what the program cannot.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "List essays that wait to be marked, show one, or give it a mark.",
    discussion: """
      An attempt is named by the beginning of its identifier, which 'seminar markbook attempts'
      and 'seminar scores' print. A mark is kept with the attempt for ever; when one is given
      again, the later one counts.

      Examples:
        seminar mark
        seminar mark 3f9a2c essay-01
        seminar mark 3f9a2c essay-01 3.5 --comment "Clear. The second part lacks a source."
      """
  )

  @Argument(help: "The attempt, by the beginning of its identifier.")
  var attempt: String?

  @Argument(help: "The item, by its identifier.")
  var item: String?

  @Argument(help: "The mark, from 0 to the item's maximum.")
  var mark: String?

  @Option(help: ArgumentHelp("What the participant is told.", valueName: "text"))
  var comment: String?

  @Option(help: ArgumentHelp("Who marks (default: the system's user).", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The list's form: text, csv or json.", valueName: "form"))
  var format: SheetForm = .text

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    do {
      guard let attempt else {
        try list(in: workspace)
        return
      }
      try markOrShow(attempt, in: workspace)
    } catch let error as MarkbookError {
      throw Failure(error)
    }
  }

  private func list(in workspace: Workspace) throws {
    var sheet = Sheet(
      "Waiting to be marked",
      columns: [
        .init("attempt"), .init("participant"), .init("quiz"), .init("item"),
        .init("maximum", .number), .init("words", .number), .init("submitted", .instant),
      ],
      zone: workspace.zone
    )
    if let markbook = try workspace.readableMarkbook() {
      for recorded in try markbook.attempts() where recorded.kind == .graded {
        let record = try AttemptRecord(recorded, in: markbook)
        for entry in record.score?.entries ?? [] where entry.isAwaited {
          let text = record.text(of: entry.item)
          sheet.append([
            .text(format == .text ? String(recorded.id.prefix(8)) : recorded.id),
            .text(recorded.participant ?? "guest"), .text(recorded.quiz), .text(entry.item),
            Sheet.Cell(Decimal(string: entry.full.rounded())),
            .number(text.split(whereSeparator: \.isWhitespace).count),
            Sheet.Cell(record.attempt.submittedAt?.wholeSecond),
          ])
        }
      }
    }
    let isEmpty = sheet.rows.isEmpty && format == .text
    try Output.standard.write(
      isEmpty ? "Nothing waits to be marked.\n" : format.rendering(of: sheet, as: "seminar-marking")
    )
  }

  private func markOrShow(_ prefix: String, in workspace: Workspace) throws {
    let markbook =
      mark == nil ? try workspace.readableMarkbook() : try workspace.writableMarkbook()
    let record = try AttemptRecord(beginning: prefix, in: markbook)
    guard let quiz = record.quiz, let progress = record.attempt.progress else {
      throw Failure(
        .badInput,
        "attempt \(record.recorded.id.prefix(8)) is still open",
        remedy: "mark it when it was submitted"
      )
    }
    let asked = progress.items.compactMap { quiz[$0] }.filter { $0.kind != .description }
    let essays = asked.filter { if case .essay = $0.kind { true } else { false } }
    guard let item else {
      for essay in essays { try show(essay, record) }
      if essays.isEmpty { try Output.standard.write("This attempt has no essay.\n") }
      return
    }
    guard let chosen = asked.first(where: { $0.id == item }) else {
      throw Failure(
        .inputMissing,
        "the attempt has no item '\(item.prefix(60).visible)'",
        remedy: didYouMean(
          item,
          among: asked.map(\.id),
          otherwise: "its essays: " + essays.map(\.id).joined(separator: ", ")
        )
      )
    }
    guard let mark, let markbook else {
      try show(chosen, record)
      return
    }
    try give(mark, chosen, record, in: markbook)
  }

  private func show(_ item: Item, _ record: AttemptRecord) throws {
    var lines = ["\(item.id), \(item.maximum.rounded()) marks", "", item.stem, ""]
    if case .essay(let essay) = item.kind, let guide = essay.guide {
      lines += ["What to look for:", guide, ""]
    }
    let text = record.text(of: item.id)
    lines += ["Response:", text.isEmpty ? "(none)" : text]
    if let given = record.attempt.progress?.marks[item.id] {
      lines += ["", "Marked \(given.mark.rounded()) by \(given.by). \(given.comment)"]
    }
    try Output.standard.write(lines.joined(separator: "\n") + "\n\n")
  }

  private func give(
    _ text: String,
    _ item: Item,
    _ record: AttemptRecord,
    in markbook: Markbook
  ) throws {
    guard let mark = Rational(number: text), mark >= 0, mark <= item.maximum else {
      throw Failure(
        .usage,
        "the mark is '\(text.prefix(60).visible)', expected a number from 0 to "
          + item.maximum.rounded()
      )
    }
    if item.kind.fraction(of: .read) != nil, comment?.allSatisfy(\.isWhitespace) ?? true {
      throw Failure(
        .usage,
        "the program marks this item; another mark needs a reason",
        remedy: "add '--comment \"…\"'"
      )
    }
    let marked = Event.Marked(
      item: item.id,
      mark: mark,
      comment: comment ?? "",
      by: try Reasons.person(by, "--by")
    )
    // What closed at its deadline is recorded as closed first.
    try markbook.append(
      record.unrecorded + [Event(.marked(marked), at: .now as Moment)],
      to: record.recorded.id,
      after: record.recorded.eventCount
    )
    let waiting = record.score?.entries.count { $0.isAwaited && $0.item != item.id } ?? 0
    let more = waiting == 0 ? "The score is final." : "\(waiting) more to mark in this attempt."
    try Output.standard.write(
      "\(item.id): \(mark.rounded()) of \(item.maximum.rounded()) marks. \(more)\n"
    )
  }
}

extension AttemptRecord {
  /// What was written in response to an essay; otherwise what was typed.
  fileprivate func text(of item: Item.ID) -> String {
    guard let given = attempt.progress?.responses[item] else { return "" }
    return switch given.response {
    case .text(let text), .draft(let text): text
    case .option, .options, .truth, .number, .matches, .order, .gaps, .read: given.typed
    }
  }
}

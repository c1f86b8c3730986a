import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import Terminal

/// `seminar remark`: marks all graded attempts at a quiz again after its key was corrected.
struct RemarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remark",
    abstract: "Mark all graded attempts at a quiz again after you have corrected its key.",
    discussion: """
      First correct the key, the marks or the pass mark in the file of the quiz. The command then
      shows whose score changes, asks you to confirm, and records the corrected version in each
      attempt. Participants see the reason with their results. Stems and options must stay the
      same, but their order may change. Open attempts are marked with the corrected version when
      they are submitted. Marks that a person gave are kept. Practice is left out because it has
      no score.

      Examples:
        seminar remark week-01 --why "Option b is right too."
        seminar remark week-01 --why "Option b is right too." --yes
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String

  @Option(help: ArgumentHelp("The reason; it is kept, and participants see it.", valueName: "text"))
  var why: String?

  @Option(help: ArgumentHelp("Who made the decision (default: your user name).", valueName: "name"))
  var by: String?

  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @Option(help: ArgumentHelp("The format of the table.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let reason = try Reasons.required(why, "--why")
    let decidedBy = try Reasons.person(by, "--by")
    let workspace = try place.located()
    let file = try workspace.quizFile(quiz)
    let present = try workspace.quiz(file)
    guard let reading = try workspace.readableMarkbook() else {
      Output.error.tell("Nothing to mark again: nobody has sat '\(file.shortName)'.")
      return
    }
    let notes = try verification.notes(on: reading)
    let plan = try RemarkPlan(of: present, named: file.name, in: reading, at: .now)
    guard plan.mismatches.isEmpty else { throw Failure(plan, in: file) }
    guard !plan.rows.isEmpty else {
      Output.error.tell(
        "Nothing to mark again: no graded attempt at '\(file.shortName)' "
          + "was marked with another key, other marks or another pass mark."
      )
      return
    }
    try show(plan, try reading.everybody(), in: workspace, notes)
    reading.close()
    guard try isConfirmed() else {
      Output.error.tell("Nothing was recorded.")
      return
    }
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    // What happened while the question was open is taken in.
    let latest = try RemarkPlan(of: present, named: file.name, in: markbook, at: .now)
    try latest.record(because: reason, decidedBy: decidedBy, in: markbook, at: .now)
    Output.error.tell("Marked \(latest.rows.counted("attempt")) again.")
  }

  /// Whether to go on: by `--yes`, or by an answer at a terminal.
  private func isConfirmed() throws -> Bool {
    if yes { return true }
    guard Window.input.isTerminal, Window.output.isTerminal else {
      throw Failure(
        .usage,
        "nothing was recorded: the program asks first, and there is no terminal",
        remedy: "add '--yes' to record it"
      )
    }
    return MainActor.assumeIsolated {
      var source = Screen(isAccessible: false, colors: .auto).lineSource
      let request = LineRequest("Mark them again? (yes or no): ", candidates: ["yes", "no"])
      guard case .text(let line) = source.next(request) else { return false }
      return ["y", "yes"].contains(line.trimmingCharacters(in: .whitespaces).lowercased())
    }
  }

  private func show(
    _ plan: RemarkPlan,
    _ roster: [Participant],
    in workspace: Workspace,
    _ notes: KeyValuePairs<String, String>
  ) throws {
    let names = Dictionary(roster.map { ($0.id, $0.name) }) { first, _ in first }
    let length = format == .text ? plan.rows.map(\.recorded).shortLength : 32
    var sheet = Sheet(
      "Changes in \(plan.name)",
      columns: [
        .init("attempt"), .init("participant"), .init("name"), .init("before", .number),
        .init("after", .number), .init("change", .number), .init("passed", .flag),
        .init("would-pass", .flag),
      ] + (format == .text ? [] : [.init("maximum", .number)]),
      zone: workspace.zone
    )
    func number(_ value: Rational?) -> Sheet.Cell {
      Sheet.Cell(value.flatMap { Decimal(string: $0.rounded()) })
    }
    for row in plan.rows where row.moves || (format != .text && row.after != nil) {
      let participant = row.recorded.participant ?? "guest"
      let (before, after) = (row.before?.total, row.after?.total)
      let change = before.flatMap { before in after.map { $0 - before } }
      sheet.append(
        [
          .text(String(row.recorded.id.prefix(length))), .text(participant),
          .text(names[participant] ?? ""), number(before), number(after), number(change),
          Sheet.Cell(row.before?.isPassed), Sheet.Cell(row.after?.isPassed),
        ] + (format == .text ? [] : [number(row.after?.maximum)])
      )
    }
    let summary = plan.summary
    guard format == .text else {
      try format.write(sheet, as: "seminar-remark", notes: notes)
      Output.error.show(summary)
      return
    }
    let table = sheet.rows.isEmpty ? "" : format.rendering(of: sheet, as: "seminar-remark") + "\n"
    let state = notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    try Output.standard.write(table + summary + state)
  }
}

extension RemarkPlan {
  /// How many attempts change and how, in sentences.
  fileprivate var summary: String {
    let submitted = rows.filter { $0.after != nil }
    let open = rows.count - submitted.count
    func count(_ isCounted: (Score, Score) -> Bool) -> Int {
      submitted.count { row in
        guard let before = row.before, let after = row.after else { return false }
        return isCounted(before, after)
      }
    }
    let higher = count { $0.total < $1.total }
    let lower = count { $0.total > $1.total }
    let passing = count { $0.isPassed != true && $1.isPassed == true }
    let failing = count { $0.isPassed == true && $1.isPassed == false }
    var lines = [
      "\(submitted.counted("submitted attempt")): \(higher) higher, \(lower) lower, "
        + "\(submitted.count - higher - lower) with the same score.",
      "\(passing) would now pass; \(failing) would no longer pass.",
    ]
    if open > 0 {
      lines.append(
        "\(open.counted("open attempt")) will be marked with the corrected version when submitted."
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Failure {
  /// Items were changed so that responses to them cannot be marked again.
  fileprivate init(_ plan: RemarkPlan, in file: QuizFile) {
    var findings = Findings()
    for mismatch in plan.mismatches {
      let place = plan.quiz[mismatch.item]?.location ?? Diagnostic.Location(file: file.path)
      findings.error(
        at: place,
        "'\(mismatch.item)' \(mismatch.change.wording), so \(mismatch.count.counted("attempt")) "
          + "cannot be marked again; nothing was recorded",
        remedy: mismatch.change.remedy
      )
    }
    self.init(.badInput, findings)
  }
}

extension Correction.Change {
  /// What was changed, as the end of a sentence about the item.
  fileprivate var wording: String {
    switch self {
    case .missing: "is not in the file any more"
    case .kind: "is of another kind than when it was sat"
    case .stem: "asks something else than when it was sat"
    case .texts(let lost, let added):
      "shows other texts than when it was sat: "
        + (lost.map { "'\($0.prefix(40).visible)' is gone" }
        + added.map { "'\($0.prefix(40).visible)' is new" }).joined(separator: ", ")
    case .units: "is meant in other units than when it was sat"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .missing: "put the item back, or give its marks with 'seminar mark'"
    case .kind:
      "keep its kind; where a second option of a single choice is right, give it 'fraction: 1'"
    case .stem, .texts, .units:
      "restore it and correct only the key or the marks, or write a new "
        + "item with another identifier"
    }
  }
}

import ArgumentParser
import Diagnostics
import Foundation
import Quizzes
import Records
import Terminal

/// `seminar quiz`: sit a quiz, or see which there are.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Sit a quiz in the terminal; without a name, list the quizzes.",
    discussion: """
      Every response is saved before the next question. Stop when you want; the same
      command goes on where you stopped. At a terminal, '--as' without a quiz offers
      the open quizzes, and comes back to them after each sitting.

      Examples:
        seminar quiz
        seminar quiz week-01
        seminar quiz organized-crime --as p01
      """
  )

  @Argument(help: "The quiz's name, or week-01 for the quiz of week 1.")
  var quiz: String?

  @OptionGroup var who: SitterOptions

  @Flag(help: "Practise: feedback after each response, and no score counts.")
  var practice = false

  @Flag(help: "Show the last submitted attempt again, as far as the quiz allows.")
  var results = false

  @Flag(help: "Plain lines for screen readers: no colours, nothing redrawn.")
  var accessible = false

  @Option(
    help: ArgumentHelp("The source of chance for a new attempt's order.", valueName: "number")
  )
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("Without a quiz, the list's form: text, csv or json.", valueName: "form")
  )
  var format: SheetForm?

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = Screen.Colors.auto

  @Flag(help: "The same as --color never.")
  var noColor = false

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard quiz == nil || format == nil else {
      throw ValidationError("'--format' is for the list of quizzes, without the name of one.")
    }
  }

  func run() throws {
    let workspace = try place.located()
    guard let quiz else {
      if offersQuizzes {
        try MainActor.assumeIsolated {
          try QuizMenu(workspace: workspace, who: who, screen: screen).run(
            sit: { try sit($0, in: workspace) },
            show: { try showResults($0, in: workspace) }
          )
        }
        return
      }
      let markbook = try workspace.readableMarkbook()
      let sitter = try who.sitter(in: markbook)
      try Output.standard.write(
        QuizList(workspace, markbook, sitter, isForced: who.voucher != nil)
          .rendering(as: format ?? .text)
      )
      return
    }
    let file = try workspace.quizFile(quiz)
    if results {
      try showResults(file, in: workspace)
      return
    }
    try MainActor.assumeIsolated { try sit(file, in: workspace) }
  }

  /// Whether somebody named with `--as` is at a terminal and is asked which quiz it shall be.
  private var offersQuizzes: Bool {
    who.participant != nil && format == nil && Window.input.isTerminal && Window.output.isTerminal
  }

  private var screen: Screen {
    Screen(isAccessible: accessible, colors: noColor ? .never : color)
  }

  @MainActor private func sit(_ file: Workspace.QuizFile, in workspace: Workspace) throws {
    let recorded = try workspace.readableMarkbook()
    let sitter = try who.sitter(in: recorded)
    // A quiz that cannot be sat leaves no markbook behind.
    if recorded == nil { _ = try workspace.quiz(file) }
    recorded?.close()
    let markbook = try workspace.writableMarkbook()
    let desk = Desk(
      markbook: markbook,
      sitter: sitter,
      seed: seed,
      goOnCommand: goOnCommand(file)
    )
    let quizDesk = QuizDesk(
      desk: desk,
      file: file,
      isPractice: practice,
      workspace: workspace
    )
    let opening = try quizDesk.open { try workspace.quiz(file) }
    if let notice = sitter.notice { Output.error.tell(notice) }
    try desk.sit(opening, on: screen)
  }

  /// Shows the last submitted attempt by the rules for what may be seen now.
  private func showResults(_ file: Workspace.QuizFile, in workspace: Workspace) throws {
    let markbook = try workspace.readableMarkbook()
    let sitter = try who.sitter(in: markbook)
    let record = try lastSubmitted(at: file, by: sitter, in: markbook)
    guard let record, let quiz = record.quiz else {
      throw Failure(
        .inputMissing,
        "\(sitter.name) has submitted no attempt at '\(file.shortName)'",
        remedy: "sit it with '\(goOnCommand(file))'"
      )
    }
    let showing = try workspace.showing(of: file, otherwise: quiz, in: markbook)
    let now = Moment.now
    let phase = showing.phase(at: now.time)
    try note(record, shown: phase, by: showing, at: now, in: workspace)
    var lines = [Line(.title, quiz.title)]
    if let submittedAt = record.attempt.submittedAt {
      let time = workspace.zone.wording(of: submittedAt)
      lines.append(Line(.detail, "Attempt \(record.recorded.number), handed in on \(time)."))
    }
    if showing[phase].contains(.marks) {
      lines += record.marked?.remarks { workspace.zone.wording(of: $0) } ?? []
    }
    lines += quiz.results(of: record.marked?.attempt ?? record.attempt, showing: showing[phase])
    try screen.show(lines)
  }

  /// Records that the attempt closed at its deadline, and that right answers are shown, before they
  /// are: from then on more time does not open it again.
  private func note(
    _ record: AttemptRecord,
    shown phase: Quiz.Feedback.Phase,
    by showing: Showing,
    at now: Moment,
    in workspace: Workspace
  ) throws {
    var events = record.unrecorded
    if record.recorded.kind == .graded, showing.tellsAnswers(in: phase),
      record.attempt.progress?.answersShownAt == nil
    {
      events.append(Event(.shown(phase), at: now))
    }
    guard !events.isEmpty else { return }
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    do {
      try markbook.append(events, to: record.recorded.id, after: record.recorded.eventCount)
    } catch {
      throw Failure(error)
    }
  }

  private func lastSubmitted(
    at file: Workspace.QuizFile,
    by sitter: Sitter,
    in markbook: Markbook?
  ) throws -> AttemptRecord? {
    guard let markbook else { return nil }
    do {
      return try markbook.attempts(of: file.name, by: sitter)
        .filter { !practice || $0.kind == .practice }
        .map { try AttemptRecord($0, in: markbook) }.last { $0.attempt.submittedAt != nil }
    } catch let error as MarkbookError {
      throw Failure(error)
    }
  }

  private func goOnCommand(_ file: Workspace.QuizFile) -> String {
    who.goOnCommand(["quiz", file.shortName] + (practice ? ["--practice"] : []))
  }
}

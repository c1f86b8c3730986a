import ArgumentParser
import Coordination
import Diagnostics
import Quizzes
import Records
import Terminal

/// `seminar quiz`: sit a quiz, or see which there are.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Sit a quiz in the terminal, or list all quizzes.",
    discussion: """
      Every response is saved before the next question appears. You can stop at any time; the
      same command continues where you stopped. In a terminal, --as without a quiz lets you choose
      from the quizzes that are open to you.

      Examples:
        seminar quiz
        seminar quiz --as p01
        seminar quiz week-01 --as p01
        seminar quiz week-01 --as p01 --results
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String?

  @OptionGroup var who: SitterOptions

  @Flag(help: "Practise: you get feedback after each response, and no score counts.")
  var practice = false

  @Flag(help: "Show as much of the results of your last submitted attempt as the quiz allows.")
  var results = false

  @Flag(help: "List all items in the results, not only those that were not fully right.")
  var all = false

  @Flag(help: "Continue an attempt here even if it is open in another window.")
  var takeOver = false

  @Flag(help: "Print plain lines for screen readers, without colours.")
  var accessible = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Random seed for the order in a new attempt.", valueName: "number"),
    transform: NumberArgument.seed
  )
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("The format of the list of quizzes.", valueName: "format")
  )
  var format: SheetForm?

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard quiz == nil || format == nil else {
      throw ValidationError("'--format' is for the list of quizzes; do not name a quiz.")
    }
  }

  func run() throws {
    Memory.hide()
    let workspace = try place.located()
    try MainActor.assumeIsolated { try run(in: workspace) }
  }

  @MainActor private func run(in workspace: Workspace) throws {
    guard let quiz else {
      try offerQuizzes(of: workspace)
      return
    }
    let own = try workspace.serving(sitter(in: workspace))
    let file = try own.quizFile(quiz)
    if results {
      try showResults(file, in: own)
    } else {
      try sit(file, in: own)
    }
  }

  /// Who sits; their programme decides which quiz is that of a week.
  private func sitter(in workspace: Workspace) throws -> Sitter {
    let markbook = try workspace.readableMarkbook(mayBeNew: true)
    defer { markbook?.close() }
    return try who.sitter(in: markbook)
  }

  private var screen: Screen {
    Screen(isAccessible: accessible, colors: place.colors)
  }

  /// Lets a participant at a terminal choose quizzes; lists them everywhere else.
  @MainActor private func offerQuizzes(of workspace: Workspace) throws {
    let markbook = try workspace.readableMarkbook(mayBeNew: true)
    let sitter = try who.sitter(in: markbook)
    let workspace = workspace.serving(sitter)
    guard who.participant != nil, format == nil, screen.isInteractive else {
      try workspace.checkNamedMarkbook()
      let notes = try VerificationOption.unverifiedNotes(on: markbook)
      try Output.standard.write(
        QuizList(of: workspace, for: sitter, in: markbook, at: .now).rendering(
          as: format ?? .text,
          for: sitter,
          in: workspace,
          isForced: who.voucher != nil,
          notes: notes
        )
      )
      if format == .csv { Output.error.tell(notes: notes) }
      return
    }
    markbook?.close()
    try screen.show([Line(.title, "Quizzes for \(sitter.name)")])
    if let notice = sitter.notice { Output.error.tell(notice) }
    let menu = QuizMenu(
      workspace: workspace,
      who: who,
      screen: screen,
      takesOver: takeOver,
      showsAll: all
    )
    try menu.run()
  }

  @MainActor private func sit(_ file: QuizFile, in workspace: Workspace) throws {
    let recorded = try workspace.readableMarkbook(mayBeNew: true)
    let sitter = try who.sitter(in: recorded)
    // A quiz that cannot be sat leaves no markbook behind.
    if recorded == nil { _ = try workspace.quiz(file) }
    recorded?.close()
    let markbook = try workspace.writableMarkbook()
    let desk = Desk(
      markbook: markbook,
      sitter: sitter,
      seed: seed ?? .random(in: 0...(.max)),
      goOnCommand: goOnCommand(file)
    )
    let quizDesk = QuizDesk(desk, for: file, isPractice: practice, in: workspace)
    let reception = Reception(
      desk: desk,
      screen: screen,
      zone: workspace.zone,
      takesOver: takeOver,
      showsAll: all
    )
    try reception.sit(at: quizDesk)
  }

  /// Shows the last submitted attempt by the rules for what may be seen now.
  @MainActor private func showResults(_ file: QuizFile, in workspace: Workspace) throws {
    let markbook = try workspace.readableMarkbook()
    let sitter = try who.sitter(in: markbook)
    let last = try LastResults(
      at: file,
      by: sitter,
      markbook,
      in: workspace,
      onlyPractice: practice
    )
    guard let last else {
      throw Failure(
        .inputMissing,
        "\(sitter.name) has submitted no attempt at '\(file.shortName)'",
        remedy: "sit it with '\(goOnCommand(file))'"
      )
    }
    try last.show(on: screen, showingAll: all)
  }

  private func goOnCommand(_ file: QuizFile) -> String {
    who.goOnCommand(["quiz", file.shortName] + (practice ? ["--practice"] : []))
  }
}

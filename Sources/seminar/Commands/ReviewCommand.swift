import ArgumentParser
internal import Diagnostics
import Quizzes
import Records
import Terminal

/// `seminar review`: a short sitting on what a participant missed or may have forgotten.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Answer again what you missed, and what you may have forgotten.",
    discussion: """
      Takes items from your earlier attempts: those that you missed, then those that
      are due again. You see after each response whether it was right. A review never
      counts. The same command goes on where you stopped.

      Examples:
        seminar review
        seminar review --most 5 --as p01
      """
  )

  @Option(help: ArgumentHelp("The most items, from 1 to 100.", valueName: "number"))
  var most = 10

  @OptionGroup var who: SitterOptions

  @Flag(help: "Plain lines for screen readers: no colours, nothing redrawn.")
  var accessible = false

  @Option(
    help: ArgumentHelp("The source of chance for a new review's order.", valueName: "number")
  )
  var seed: UInt64?

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = Screen.Colors.auto

  @Flag(help: "The same as --color never.")
  var noColor = false

  @Flag(help: "Go on with a review here even if it is open in another window.")
  var takeOver = false

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard (1...100).contains(most) else {
      throw ValidationError("'--most \(most)' is out of range; write a number from 1 to 100")
    }
  }

  func run() throws {
    Memory.hide()
    let workspace = try place.located()
    try MainActor.assumeIsolated { try sit(in: workspace) }
  }

  @MainActor private func sit(in workspace: Workspace) throws {
    let recorded = try workspace.readableMarkbook()
    let sitter = try who.sitter(in: recorded)
    guard let recorded else {
      try Output.standard.write(Self.nothing(for: sitter))
      return
    }
    recorded.close()
    let markbook = try workspace.writableMarkbook()
    let desk = Desk(
      markbook: markbook,
      sitter: sitter,
      seed: seed,
      goOnCommand: who.goOnCommand(["review"])
    )
    let reviewDesk = ReviewDesk(desk: desk, workspace: workspace, limit: most)
    let screen = Screen(isAccessible: accessible, colors: noColor ? .never : color)
    let reception = Reception(
      desk: desk,
      screen: screen,
      zone: workspace.zone,
      takesOver: takeOver,
      showsAll: false
    )
    let review: RecordedAttempt
    if let left = try reviewDesk.leftReview() {
      review = left
      tellWhoSits(sitter)
      try reception.goOn(with: left) { try reviewDesk.goOn(with: left) }
    } else if let opening = try reviewDesk.begin() {
      review = opening.attempt
      tellWhoSits(sitter)
      try reception.sit(opening)
    } else {
      try Output.standard.write(Self.nothing(for: sitter, next: reviewDesk.dueItems().next))
      return
    }
    guard try markbook.attempt(review.id).isSubmitted else { return }
    try screen.show([Line(.detail, Self.outlook(reviewDesk.dueItems()))])
  }

  private func tellWhoSits(_ sitter: Sitter) {
    if case .participant = sitter, let notice = sitter.notice { Output.error.tell(notice) }
  }

  /// What is said when there is nothing to ask.
  private static func nothing(for sitter: Sitter, next: String? = nil) -> String {
    guard let next else {
      return """
        Nothing to review for \(sitter.name): items come here after you sit a quiz.
        See the quizzes there are with: seminar quiz

        """
    }
    return "Nothing to review for \(sitter.name) today: \(next).\n"
  }

  /// What is said after a review.
  private static func outlook(_ due: DueItems) -> String {
    let now = due.drawn().count
    guard now == 0 else {
      return "There is more to review now: \(now.counted("item")). Type: seminar review"
    }
    return due.next.map { "Next review: \($0)." } ?? "Nothing else to review."
  }
}

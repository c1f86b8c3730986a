import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Quizzes
import Records
import Terminal

/// `seminar review`: a short sitting on what a participant missed or may have forgotten.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Practise items that you missed or may have forgotten.",
    discussion: """
      Asks items from your earlier attempts again: first those that you missed, then those that
      are due. After each response you see whether it was right. A review never counts. You can
      stop at any time; the same command continues where you stopped.

      Examples:
        seminar review
        seminar review --most 5 --as p01
      """
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Ask at most this many items, from 1 to 100 (default: 10).",
      valueName: "number"
    ),
    transform: NumberArgument.whole(1...100)
  )
  var most = 10

  @OptionGroup var who: SitterOptions

  @Flag(help: "Print plain lines for screen readers, without colours.")
  var accessible = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Random seed for the order in a new review.", valueName: "number"),
    transform: NumberArgument.seed
  )
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("With json, only show what is due, and ask nothing.", valueName: "format")
  )
  var format: ReportForm = .text

  @Flag(help: "Continue a review here even if it is open in another window.")
  var takeOver = false

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    Memory.hide()
    let workspace = try place.located()
    try MainActor.assumeIsolated { try sit(in: workspace) }
  }

  @MainActor private func sit(in workspace: Workspace) throws {
    let recorded = try workspace.readableMarkbook()
    let sitter = try who.sitter(in: recorded)
    let workspace = workspace.serving(sitter)
    if format == .json {
      let due = try recorded.map { try DueItems(of: sitter, in: workspace, $0, at: .now) }
      try Output.standard.write(Report(of: sitter.name, due).document)
      return
    }
    guard let recorded else {
      try Output.standard.write(Self.nothing(for: sitter))
      return
    }
    recorded.close()
    let markbook = try workspace.writableMarkbook()
    let desk = Desk(
      markbook: markbook,
      sitter: sitter,
      seed: seed ?? .random(in: 0...(.max)),
      goOnCommand: who.goOnCommand(["review"])
    )
    let reviewDesk = ReviewDesk(desk, atMost: most, in: workspace)
    let screen = Screen(isAccessible: accessible, colors: place.colors)
    let reception = Reception(
      desk: desk,
      screen: screen,
      zone: workspace.zone,
      takesOver: takeOver,
      showsAll: false
    )
    guard let review = try sit(at: reviewDesk, reception) else {
      try Output.standard.write(Self.nothing(for: sitter, reviewDesk.dueItems(at: .now)))
      return
    }
    guard try markbook.attempt(review).isSubmitted else { return }
    try screen.show([Line(.detail, Self.outlook(reviewDesk.dueItems(at: .now)))])
  }

  /// Goes on with the review that was left, or sits a new one; `nil` when there is nothing to ask.
  @MainActor private func sit(
    at reviewDesk: ReviewDesk,
    _ reception: Reception,
    isBegunElsewhere: Bool = false
  ) throws -> RecordedAttempt.ID? {
    if let left = try reviewDesk.leftReview() {
      tellWhoSits(reception.desk.sitter)
      try reception.goOn(with: left, isBegunElsewhere: isBegunElsewhere) {
        try reviewDesk.goOn(with: left, at: .now)
      }
      return left.id
    }
    var generator = SystemRandomNumberGenerator()
    do {
      guard let opening = try reviewDesk.begin(at: .now, using: &generator) else { return nil }
      tellWhoSits(reception.desk.sitter)
      try reception.sit(opening)
      return opening.sitting.attempt
    } catch let error as MarkbookError where error.isBegunElsewhere {
      try reception.meetOther()
      return try sit(at: reviewDesk, reception, isBegunElsewhere: true)
    }
  }

  private func tellWhoSits(_ sitter: Sitter) {
    if case .participant = sitter, let notice = sitter.notice { Output.error.tell(notice) }
  }

  /// What is due, for programs.
  private struct Report: Encodable {
    struct Next: Encodable {
      let date: String
      let items: Int
    }

    let format = "seminar-review"
    let version = 1
    let name: String
    let due: Int
    let next: Next?

    init(of name: String, _ items: DueItems?) {
      self.name = name
      due = items?.drawn().count ?? 0
      next = items?.next.map { Next(date: $0.date.description, items: $0.count) }
    }
  }

  /// What is said when there is nothing to ask.
  private static func nothing(for sitter: Sitter, _ due: DueItems? = nil) -> String {
    guard let next = due.flatMap(next) else {
      return """
        Nothing to review for \(sitter.name).
        Items come here after you sit a quiz; those of a graded quiz, usually after it
        has closed.
        List the quizzes with: seminar quiz

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
    return next(due).map { "Next review: \($0)." } ?? "Nothing else to review."
  }

  /// When items are due next; `nil` when nothing was asked yet.
  private static func next(_ due: DueItems) -> String? {
    due.next.map { date, count in
      "\(count.counted("item")) \(count.agreeing("is", "are")) due on \(date.spelled)"
    }
  }
}

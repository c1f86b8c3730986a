import Coordination
import Diagnostics
import Quizzes
import Records
import Terminal

/// The quizzes that are open to a participant at a terminal, who chooses one after the other by number.
@MainActor struct QuizMenu {
  let workspace: Workspace
  let who: SitterOptions
  let screen: Screen
  let takesOver: Bool
  let showsAll: Bool

  /// A quiz that can be chosen.
  private struct Choice {
    let file: QuizFile
    let line: Line
    /// Whether it can be sat now; otherwise its results can be seen.
    let isOpen: Bool
  }

  /// Offers the quizzes, and again after each sitting, until the participant leaves.
  func run() throws {
    while true {
      let choices = try choices()
      guard !choices.isEmpty else {
        try screen.show([Line(.detail, "No quiz is open to you now.")])
        return
      }
      var source = screen.lineSource
      try screen.showPages(choices.map(\.line), reading: &source)
      guard let answer = try screen.answer(to: Self.question, reading: &source),
        ![":quit", ":q", "q", "quit"].contains(answer.lowercased())
      else { return }
      try obey(answer, among: choices)
      try screen.show([Line(.title, "")])
    }
  }

  private static let question = "Which quiz? (its number, or :quit): "

  /// Does what was typed, and says why where that is not possible.
  private func obey(_ answer: String, among choices: [Choice]) throws {
    let words = answer.split(separator: " ").map(String.init)
    let wantsResults = words.first.map { $0.count > 1 && ":results".hasPrefix($0) } ?? false
    let wanted = (wantsResults ? words.dropFirst() : words[...]).joined(separator: " ")
    let byNumber = Int(wanted).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    guard let choice = byNumber ?? choices.first(where: { $0.file.shortName == wanted }) else {
      let words = "Type the number of a quiz, from 1 to \(choices.count); :results and a number to "
      try screen.show([Line(.problem, words + "see your results again; or :quit to end.")])
      return
    }
    do {
      if choice.isOpen, !wantsResults {
        try sit(choice.file)
      } else {
        try showResults(of: choice.file)
      }
    } catch {
      guard let failure = Failure(wording: error), failure.status != .interrupted else {
        throw error
      }
      // What was said already has no problems.
      for problem in failure.forParticipant.problems {
        let message = problem.message
        let sentence = message.prefix(1).uppercased() + message.dropFirst() + "."
        try screen.show([Line(.problem, sentence)])
      }
    }
  }

  private func sit(_ file: QuizFile) throws {
    try withDesk { desk in
      let reception = Reception(
        desk: desk,
        screen: screen,
        zone: workspace.zone,
        tellsWhoSits: false,
        takesOver: takesOver,
        showsAll: showsAll
      )
      try reception.sit(at: quizDesk(desk, file))
    }
  }

  private func showResults(of file: QuizFile) throws {
    let last = try withDesk { desk in
      try LastResults(at: file, by: desk.sitter, desk.markbook, in: workspace)
    }
    guard let last else {
      try screen.show([Line(.problem, "You have not submitted an attempt at '\(file.shortName)'.")])
      return
    }
    try last.show(on: screen, showingAll: showsAll)
  }

  private func quizDesk(_ desk: Desk, _ file: QuizFile) -> QuizDesk {
    QuizDesk(desk, for: file, isPractice: false, in: workspace)
  }

  /// Uses the markbook for one thing; it is open to nobody while the participant thinks.
  private func withDesk<Value>(_ body: (Desk) throws -> Value) throws -> Value {
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    let sitter = try who.sitter(in: markbook)
    let desk = Desk(
      markbook: markbook,
      sitter: sitter,
      seed: .random(in: 0...(.max)),
      goOnCommand: nil
    )
    return try body(desk)
  }

  /// What can be chosen now, in the order of the list.
  private func choices() throws -> [Choice] {
    try withDesk { desk in
      let list = QuizList(of: workspace, for: desk.sitter, in: desk.markbook, at: .now)
      let zone = workspace.zone
      var choices: [Choice] = []
      for row in list.rows {
        guard let quiz = row.quiz else { continue }
        let isOpen = (try? quizDesk(desk, row.file).next(at: .now)) != nil
        guard isOpen || row.isHandedIn else { continue }
        var words = ["\(quiz.title) (\(row.file.shortName))"]
        words.append(quiz.askedCount.counted("item"))
        words.append(row.standing.wording(zone) + (isOpen ? "" : "; choose it to see your results"))
        let line = Line(.option, words.joined(separator: "; "), label: "\(choices.count + 1).")
        choices.append(Choice(file: row.file, line: line, isOpen: isOpen))
      }
      return choices
    }
  }
}

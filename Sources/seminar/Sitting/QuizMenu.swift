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
    let file: Workspace.QuizFile
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
    } catch let failure as Failure where failure.status != .interrupted {
      // What was said already has no problems.
      for problem in failure.problems {
        let message = problem.message
        let sentence = message.prefix(1).uppercased() + message.dropFirst() + "."
        try screen.show([Line(.problem, sentence)])
      }
    }
  }

  private func sit(_ file: Workspace.QuizFile) throws {
    try withDesk { desk in
      let reception = Reception(
        desk: desk,
        screen: screen,
        zone: workspace.zone,
        tellsWhoSits: false,
        takesOver: takesOver,
        showsAll: showsAll
      )
      try reception.sit(at: quizDesk(desk, file)) { try workspace.quiz(file) }
    }
  }

  private func showResults(of file: Workspace.QuizFile) throws {
    let last = try withDesk { desk in
      try LastResults(at: file, by: desk.sitter, desk.markbook, in: workspace)
    }
    guard let last else {
      try screen.show([Line(.problem, "You have handed in no attempt at '\(file.shortName)'.")])
      return
    }
    try last.show(on: screen, showingAll: showsAll)
  }

  private func quizDesk(_ desk: Desk, _ file: Workspace.QuizFile) -> QuizDesk {
    QuizDesk(desk: desk, file: file, isPractice: false, workspace: workspace)
  }

  /// Uses the markbook for one thing; it is open to nobody while the participant thinks.
  private func withDesk<Value>(_ body: (Desk) throws -> Value) throws -> Value {
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    let sitter = try who.sitter(in: markbook)
    return try body(Desk(markbook: markbook, sitter: sitter, seed: nil, goOnCommand: nil))
  }

  /// What can be chosen now, in the order of the list.
  private func choices() throws -> [Choice] {
    try withDesk { desk in
      let list = QuizList(workspace, desk.markbook, desk.sitter)
      var choices: [Choice] = []
      for row in list.rows() {
        guard let quiz = row.quiz else { continue }
        let isOpen = (try? quizDesk(desk, row.file).next { quiz }) != nil
        guard isOpen || row.isHandedIn else { continue }
        var words = ["\(quiz.title) (\(row.file.shortName))"]
        words.append(quiz.askedCount.counted("item"))
        words.append(isOpen ? row.standing : row.standing + "; choose it to see your results")
        let line = Line(.option, words.joined(separator: "; "), label: "\(choices.count + 1).")
        choices.append(Choice(file: row.file, line: line, isOpen: isOpen))
      }
      return choices
    }
  }
}

import OwnThreads
import PseudoTerminal
import Testing

/// The quizzes that a participant at a terminal chooses by number.
@Suite(.inOwnThreads) struct QuizMenuTests {
  private func menu(in bench: Workbench, _ options: String...) throws -> PseudoTerminal {
    let terminal = try bench.sit(["quiz", "--as", "p01"] + options)
    try terminal.wait(for: "Quizzes for Ana Núñez")
    return terminal
  }

  static let question = "Which quiz? (its number, or :quit): "

  @Test func `the open quizzes are offered, and again after each sitting`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try menu(in: bench)
    try terminal.wait(for: "Tools of the workshop (tools); 5 items; not started")
    try terminal.wait(for: Self.question)
    terminal.type("7", .enter)
    try terminal.wait(for: "Type the number of a quiz, from 1 to ")
    try terminal.wait(for: Self.question)
    terminal.type("tools", .enter)
    try terminal.answer("yes", ifAsked: "Begin now? (yes or no): ")
    try terminal.answer(":quit", "Stopped at item 1 of 5. Your responses are kept.")
    try terminal.wait(for: "Tools of the workshop (tools); 5 items; open: continue it")
    try terminal.wait(for: Self.question)
    // Nothing tells of a command that the participant could not type here.
    #expect(!terminal.transcript.contains("seminar quiz"))
    terminal.type("1", .enter)
    try terminal.waitForPrompt()
    terminal.press(.controlD)
    try terminal.wait(for: Self.question)
    terminal.type(":quit", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a quiz that cannot be sat now is not offered, one that was handed in shows results`()
    throws
  {
    let bench = try Workbench.crafts()
    try bench.setCrafts("attempts", "1")
    _ = try bench.sitCrafts(typing: Crafts.all)
    try bench.write(
      bench.text(of: "quizzes/joinery/crafts.yaml").replacing(
        "quiz: Crafts",
        with: "quiz: Later crafts\nopens: 2999-03-01T10:00-05:00"
      ),
      to: "quizzes/joinery/later.yaml"
    )
    let terminal = try menu(in: bench)
    try terminal.wait(for: "choose it to see your results")
    try terminal.wait(for: Self.question)
    #expect(!terminal.transcript.contains("Later crafts"))
    terminal.type("crafts", .enter)
    try terminal.wait(for: "Attempt 1, submitted on ")
    try terminal.wait(for: "Score: 4 of 8 marks")
    try terminal.wait(for: "Show all 4 items?")
    try terminal.waitForPrompt()
    terminal.press(.controlD)
    try terminal.wait(for: Self.question)
    terminal.press(.controlD)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `without a terminal the quizzes are listed`() throws {
    let bench = try Workbench.enrolled()
    let list = try bench.seminar("quiz", "--as", "p01")
    #expect(list.status == 0)
    #expect(!list.output.contains("Which quiz?"))
  }
}

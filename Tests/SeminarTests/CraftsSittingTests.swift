import GoldenFiles
import OwnThreads
import PseudoTerminal
import Testing

/// Sittings of the richer kinds on a terminal, with a deadline.
@Suite(.inOwnThreads) struct CraftsSittingTests {
  /// A sitting at the text to read.
  private func sitting(
    in bench: Workbench,
    _ options: String...,
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let arguments = ["quiz", "crafts", "--as", "p01"] + options
    let terminal = try bench.begin(arguments, environment: environment)
    try terminal.wait(for: "Press Enter to continue: ")
    return terminal
  }

  /// A sitting at the first item that asks something.
  private func begun(in bench: Workbench) throws -> PseudoTerminal {
    let terminal = try sitting(in: bench)
    terminal.press(.enter)
    try terminal.wait(for: "one letter, a to b")
    return terminal
  }

  @Test func `gaps, units, hints and an essay are sat with keys`() throws {
    let bench = try Workbench.crafts()
    let terminal = try begun(in: bench)
    try terminal.answer(":hint", "Hint: It is heavy.")
    try terminal.answer("b", "Kept: b) Hammer")
    try terminal.answer("100", "Kept in gap 1: 100")
    try terminal.answer("a", "Kept in gap 2: a) saw")
    try terminal.wait(for: "a number, in m or cm")
    try terminal.answer("100 cm", "Kept: 1 m")
    try terminal.answer("Keep order,", "last line back")
    try terminal.answer("and lihgt.", "last line back")
    try terminal.answer("-", "Taken back: and lihgt.")
    try terminal.waitForPrompt()
    // The line taken back stands at the prompt, to be mended.
    terminal.press(.left, .left, .left, .left)
    terminal.press(.delete, .right)
    terminal.type("h", .enter)
    try terminal.answer(".", "Kept: 4 words.")
    try terminal.answer("yes", "Score: 3.75 of 8 marks")
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
    expectGolden(terminal.screen.text + "\n", "sitting-crafts.txt")
  }

  @Test func `every command does at the prompt what the help says`() throws {
    let terminal = try begun(in: Workbench.crafts())
    try terminal.answer(":help", "such as :q for :quit.")
    try terminal.answer(":time", "Time left: 29 minutes")
    try terminal.answer(":hint", "Hint: It is heavy.")
    try terminal.answer(":hint", "Hint: It has a handle.")
    try terminal.answer(":hint", "You have seen all hints for this item.")
    try terminal.answer(":flag", "Item 1 is flagged.")
    try terminal.answer(":next", "Item 2 of 4")
    try terminal.answer(":back", "Item 1 of 4, 1 mark, flagged")
    try terminal.answer(":skip", "Item 1 is left for later.")
    try terminal.answer(":goto 4", "Item 4 of 4")
    try terminal.answer(":goto 9", "Type :goto with the number of an item, from 1 to 4.")
    try terminal.answer(":review", "1. no response; flagged")
    try terminal.answer(":submit", "Without a response: items 1, 2, 3 and 4 of 4.")
    try terminal.answer("no", "Item 4 of 4")
    try terminal.answer(":what", "There is no command ':what'.")
    try terminal.answer(":quit", "Stopped at item 4 of 4. Your responses are kept.")
    try terminal.wait(for: "The time keeps running")
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
  }

  @Test func `a revision starts from the old response`() throws {
    let terminal = try begun(in: Workbench.crafts())
    try terminal.answer(":goto 3", "a number, in m or cm")
    try terminal.answer("1.5", "Kept: 1.5 m")
    try terminal.answer(":back", "Press Enter to keep it.")
    try terminal.wait(for: "): 1.5")
    terminal.press(.backspace)
    terminal.type("4", .enter)
    try terminal.wait(for: "Changed to: 1.4 m")
  }

  @Test func `what completion and the help show gives nothing away`() throws {
    let terminal = try begun(in: Workbench.crafts())
    for line in ["b", "100", "a", "1", "Order.", "."] {
      try terminal.waitForPrompt()
      terminal.send("\t\t\u{1B}?\u{1B}*\u{15}/\t\t\u{15}~\t\u{15}s\t\t\u{15}1\t\t\u{15}")
      terminal.type(":help", .enter)
      try terminal.wait(for: "such as :q for :quit.")
      try terminal.waitForPrompt()
      terminal.type(":time", .enter)
      try terminal.wait(for: "Time left: ")
      try terminal.waitForPrompt()
      terminal.press(.up, .up)
      terminal.type(line, .enter)
    }
    try terminal.wait(for: "Before you submit")
    for secret in ["quizzes", "crafts.yaml", "markbook", "/tmp", "glasses", "Nearly", "Source"] {
      #expect(!terminal.transcript.contains(secret))
    }
  }

  @Test func `the end of the time closes the attempt while a line is typed`() async throws {
    try await inOwnThread {
      let bench = try Workbench.crafts()
      try bench.setCrafts("time-limit", "4 seconds")
      let terminal = try begun(in: bench)
      try terminal.answer("b", "Kept: b) Hammer")
      try terminal.waitForPrompt()
      terminal.type("never sent")
      try terminal.wait(for: "The time is up. Your responses until then count.")
      try terminal.wait(for: "Score: 1 of 8 marks")
      #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
      #expect(try bench.seminar("scores", "--format", "csv").output.contains(",graded,submitted,"))
      _ = try bench.wholeEventCount()
    }
  }

  @Test func `certainty is asked after each response, and Tab tells its three degrees`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("certainty", "true")
    let terminal = try begun(in: bench)
    try terminal.answer("b", "How certain are you?")
    try terminal.waitForPrompt()
    terminal.press(.tab, .tab)
    try terminal.wait(for: "1  2  3  :help")
    try terminal.answer("3", "Kept with certainty 3.")
    try terminal.answer("100", "Kept in gap 1")
    try terminal.answer("b", "How certain are you?")
    try terminal.waitForPrompt()
    terminal.press(.controlD)
    try terminal.wait(for: "Your responses are kept.")
    let again = try bench.sit(["quiz", "crafts", "--as", "p01"])
    try again.wait(for: "Item 2, your response: 1 100; 2 b) hammer")
    try again.answer("2", "Kept with certainty 2.")
  }

  @Test func `plain lines hold for gaps and essays too`() throws {
    let bench = try Workbench.crafts()
    let terminal = try sitting(in: bench, "--accessible")
    terminal.press(.enter)
    try terminal.wait(for: "one letter, a to b")
    for (line, reply) in [
      ("b", "Kept: b) Hammer"), ("100", "Kept in gap 1"), ("a", "Kept in gap 2"),
      ("1", "Kept: 1 m"), ("Order.", "last line back"), (".", "Kept: 1 word."),
      ("yes", "Score: 4 of 8 marks"),
    ] { try terminal.answer(line, reply) }
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test func `an essay that the connection breaks off goes on at its next line`() throws {
    let bench = try Workbench.crafts()
    let terminal = try begun(in: bench)
    try terminal.answer(":goto 4", "last line back")
    try terminal.answer("Order first.", "last line back")
    try terminal.waitForPrompt()
    terminal.type("half a li")
    terminal.hangUp()
    _ = try terminal.waitForExit()
    let again = try bench.sit(["quiz", "crafts", "--as", "p01"])
    try again.wait(for: "Your text so far:")
    try again.wait(for: "Order first.")
    try again.answer("Then light.", "last line back")
    try again.answer(".", "Kept: 4 words.")
  }
}

import OwnThreads
import PseudoTerminal
import Records
import Testing

/// What is asked before an attempt that starts a clock or uses up one of few.
@Suite(.inOwnThreads) struct BeginningTests {
  static let question = "Begin now? (yes or no): "

  @Test func `at a terminal, a timed attempt is explained and asked for first`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("closes", "2999-03-01T10:00-05:00")
    let terminal = try bench.sit(["quiz", "crafts", "--as", "p02"])
    for words in [
      "4 items, 8 marks.", "To pass, you need 60 percent.",
      "Time: 45 minutes, extended from 30 minutes. It runs while you are away.",
      "This is attempt 1 of 2.", "The quiz closes on ",
      "After you submit, you see which responses were right and your marks.", Self.question,
    ] { try terminal.wait(for: words) }
    #expect(try bench.markbook().attempts().isEmpty)
    terminal.type("perhaps", .enter)
    try terminal.wait(for: "Type yes or no.")
    try terminal.wait(for: Self.question)
    terminal.type("yes", .enter)
    try terminal.wait(for: "Each response is saved at once.")
    try terminal.wait(for: "Press Enter to continue: ")
    #expect(terminal.transcript.ranges(of: "4 items, 8 marks.").count == 1)
    #expect(try bench.markbook().attempts().count == 1)
  }

  @Test func `who does not begin has used up nothing`() throws {
    let bench = try Workbench.crafts()
    for end in ["no\r", "\u{4}"] {
      let terminal = try bench.sit(["quiz", "crafts", "--as", "p01"])
      try terminal.wait(for: Self.question)
      terminal.send(end)
      try terminal.wait(for: "Nothing was started.")
      #expect(try terminal.waitForExit() == .exited(0))
    }
    let interrupted = try bench.sit(["quiz", "crafts", "--as", "p01"])
    try interrupted.wait(for: Self.question)
    interrupted.press(.controlC)
    #expect(try interrupted.waitForExit() == .exited(130))
    #expect(try bench.markbook().attempts().isEmpty)
  }

  @Test func `what is typed before the question does not answer it`() throws {
    let terminal = try Workbench.crafts().sit(["quiz", "crafts", "--as", "p01"])
    terminal.type("yes", .enter)
    try terminal.wait(for: Self.question)
    terminal.type("no", .enter)
    try terminal.wait(for: "Nothing was started.")
  }

  @Test func `practice, an attempt under way and a pipe ask nothing first`() throws {
    let bench = try Workbench.crafts()
    #expect(try !bench.sitCrafts(typing: [""]).output.contains("Begin now?"))
    let again = try bench.sit(["quiz", "crafts", "--as", "p01"])
    try again.wait(for: "You are continuing attempt 1.")
    #expect(!again.transcript.contains("Begin now?"))
    let practice = try bench.sit(["quiz", "joints", "--as", "p01"])
    try practice.waitForPrompt()
    #expect(!practice.transcript.contains("Begin now?"))
  }
}

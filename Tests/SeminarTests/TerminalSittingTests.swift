import Glibc
import GoldenFiles
import OwnThreads
import PseudoTerminal
import Testing

@Suite(.inOwnThreads) struct TerminalSittingTests {
  /// A sitting at its first item, a number in centimetres.
  private func sitting(
    in bench: Workbench,
    _ options: String...,
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let arguments = ToolsBySeven.arguments + options
    let terminal = try bench.begin(arguments, environment: environment)
    try terminal.wait(for: "Response (a number, in centimetres")
    return terminal
  }

  @Test func `a quiz is sat with keys from beginning to end`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try sitting(in: bench)
    for response in ToolsBySeven.responses { try terminal.answer(response, "Kept: ") }
    try terminal.answer("yes", "Score: 8 of 8 marks, 100 percent.")
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
    expectGolden(terminal.screen.text + "\n", "sitting-terminal.txt")
    #expect(try bench.seminar("scores", "--format", "csv").output.contains(",8,8,100,yes"))
  }

  @Test func `arrows move within the line`() throws {
    let terminal = try sitting(in: Workbench.enrolled())
    try terminal.waitForPrompt()
    terminal.type("95", .left)
    terminal.type("9.", .end)
    terminal.press(.home, .delete)
    terminal.type("9", .enter)
    try terminal.wait(for: "Kept: 99.5 centimetres")
  }

  @Test func `the up arrow shows nothing of earlier responses`() throws {
    let terminal = try sitting(in: Workbench.enrolled())
    try terminal.answer("99", "Kept: 99 centimetres")
    try terminal.wait(for: "1 to 3")
    try terminal.waitForPrompt()
    terminal.press(.up, .up, .down, .enter)
    try terminal.wait(for: "Nothing was typed.")
  }

  @Test func `Tab completes commands and the letters of options`() throws {
    let terminal = try sitting(in: Workbench.enrolled())
    try terminal.waitForPrompt()
    terminal.type(":fl", .tab)
    terminal.press(.enter)
    try terminal.wait(for: "Item 1 is flagged.")
    try terminal.answer("99", "1 to 3")
    try terminal.waitForPrompt()
    terminal.type("2", .tab)
    terminal.press(.tab)
    try terminal.wait(for: "2a  2b  2c  2d")
  }

  @Test func `Tab never shows a file, and treats every option alike`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try sitting(in: bench)
    for (line, next) in [("99", "Item 2"), (":skip", "Item 3"), (":skip", "one letter, a to c")] {
      try terminal.waitForPrompt()
      terminal.send("\t\t/\t\t\u{15}~\t\t\u{15}./\t\u{15}c\t\t\u{15}\u{1B}?\u{1B}*\u{15}")
      terminal.type(line, .enter)
      try terminal.wait(for: next)
    }
    try terminal.waitForPrompt()
    terminal.press(.tab, .tab)
    try terminal.wait(for: "a  b  c  :help")
    for secret in ["curricula", "quizzes", "markbook", "etc", "root", "Hammer*"] {
      #expect(!terminal.transcript.contains(secret))
    }
  }

  @Test func `Ctrl-C asks first, and a second one ends at once with everything kept`() throws {
    let bench = try Workbench.enrolled()
    let fresh = try PseudoTerminal(running: "/bin/sleep", ["60"]).settings
    let terminal = try sitting(in: bench)
    try terminal.answer("99", "1 to 3")
    try terminal.waitForPrompt()
    terminal.type("half", .controlC)
    try terminal.wait(for: "Stop now? Your responses are kept.")
    try terminal.answer("no", "Item 2 of 5")
    try terminal.waitForPrompt()
    terminal.press(.controlC)
    try terminal.wait(for: "Stop now?")
    try terminal.waitForPrompt()
    terminal.press(.controlC)
    try terminal.wait(for: "Stopped at item 2 of 5. Your responses are kept.")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.settings == fresh)
  }

  @Test func `a shell finds its terminal as before, and the status 130`() throws {
    let bench = try Workbench.enrolled()
    let shell = try bench.shell()
    shell.type("stty -a > before", .enter)
    try shell.wait(for: "shell$ ")
    shell.type("\(Program.seminar) quiz tools --as p01 --seed 7", .enter)
    try shell.wait(for: "in centimetres")
    shell.press(.controlC)
    try shell.wait(for: "Stop now?")
    shell.press(.controlC)
    try shell.wait(for: "shell$ ")
    shell.type("echo status $?; stty -a > after; echo done $((6 * 7))", .enter)
    try shell.wait(for: "status 130")
    try shell.wait(for: "done 42")
    #expect(try bench.text(of: "before").contains("rows 24; columns 80;"))
    #expect(try bench.text(of: "after") == bench.text(of: "before"))
  }

  @Test func `Ctrl-D stops, and the same command goes on`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try sitting(in: bench)
    try terminal.answer("99", "1 to 3")
    try terminal.waitForPrompt()
    terminal.press(.controlD)
    try terminal.wait(for: "Stopped at item 2 of 5. Your responses are kept.")
    try terminal.wait(for: "Continue with: seminar quiz tools --as p01")
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
    let again = try bench.sit(ToolsBySeven.arguments)
    try again.wait(for: "Items with a response: 1 of 5.")
    try again.wait(for: "Item 2 of 5")
  }

  @Test func `Ctrl-Z stops the sitting, and fg goes on with it`() throws {
    let bench = try Workbench.enrolled()
    let shell = try bench.shell()
    shell.type("\(Program.seminar) quiz tools --as p01 --seed 7", .enter)
    try shell.wait(for: "in centimetres")
    shell.type("99")
    try shell.wait(for: "99")
    shell.press(.controlZ)
    try shell.wait(for: "Stopped")
    try shell.wait(for: "shell$ ")
    shell.type("echo still $((6 * 7))", .enter)
    try shell.wait(for: "still 42")
    try shell.wait(for: "shell$ ")
    shell.type("fg", .enter)
    try shell.wait(for: "99")
    shell.type(",5", .enter)
    try shell.wait(for: "Kept: 99.5 centimetres")
  }

  @Test func `what comes after a change of size keeps within the new width`() throws {
    let terminal = try sitting(in: Workbench.enrolled())
    terminal.resize(columns: 40)
    terminal.waitForQuiet()
    let before = terminal.transcript.count
    try terminal.answer(":help", "such as :q for :quit.")
    let lines = terminal.transcript.dropFirst(before).split(separator: "\r\n").dropFirst()
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.replacing(/\u{1B}\[[0-9;?]*[a-z]/, with: "").count <= 40 })
  }

  @Test func `a paste of several lines responds to one item at most`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try sitting(in: bench)
    try terminal.waitForPrompt()
    terminal.paste("99\n1c 2d 3b\nt\nc\n")
    terminal.press(.enter)
    try terminal.wait(for: "Type only the number, in centimetres.")
    try terminal.waitForPrompt()
    terminal.paste("99")
    terminal.press(.enter)
    try terminal.wait(for: "Kept: 99 centimetres")
    try terminal.wait(for: "Item 2 of 5")
    try terminal.waitForPrompt()
    terminal.press(.controlD)
    _ = try terminal.waitForExit()
    #expect(!terminal.transcript.contains("Item 3 of 5"))
  }

  @Test(arguments: ["--accessible", "ACCESSIBLE", "dumb"])
  func `plain lines have no escape codes at all`(way: String) throws {
    let environment = ["dumb": ["TERM": "dumb"], "ACCESSIBLE": ["ACCESSIBLE": "1"]][way] ?? [:]
    let bench = try Workbench.enrolled()
    let options = way == "--accessible" ? [way] : []
    let terminal = try bench.begin(ToolsBySeven.arguments + options, environment: environment)
    for response in ToolsBySeven.responses {
      try terminal.answer(response, "Kept: ")
    }
    try terminal.answer("yes", "Score: 8 of 8 marks")
    #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  /// What is asked for, and whether there are colours then.
  static let colors: [(options: [String], environment: [String: String], isColored: Bool)] = [
    ([], [:], true), ([], ["NO_COLOR": "1"], false), ([], ["NO_COLOR": ""], true),
    (["--no-color"], [:], false), (["--color", "never"], [:], false),
    (["--color=always"], ["NO_COLOR": "1"], true),
    (["--color=always", "--accessible"], [:], false),
    (["--color", "auto"], ["TERM": "dumb"], false),
  ]

  @Test(arguments: colors)
  func `options go before the environment, and decide on colours`(
    options: [String],
    environment: [String: String],
    isColored: Bool
  ) throws {
    let terminal = try Workbench.enrolled().sit(
      ToolsBySeven.arguments + options,
      environment: environment
    )
    try terminal.wait(for: "in centimetres")
    #expect(terminal.transcript.contains(/\u{1B}\[[0-9;]*m/) == isColored)
  }

  @Test func `colours can be had in a pipe too`() throws {
    let bench = try Workbench.enrolled()
    let colored = try bench.command(ToolsBySeven.arguments + ["--color", "always"]).run()
    #expect(colored.output.contains("\u{1B}[1m"))
    #expect(try bench.command(ToolsBySeven.arguments).run().output.contains("\u{1B}") == false)
  }
}

import Foundation
import Glibc
import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

/// Sittings that end with a key, a lost terminal or a crash: everything is kept, and nothing is shown.
@Suite(.inOwnThreads) struct LeftSittingTests {
  /// How the last event of the last attempt is called, with its reason where it has one.
  private func lastEvent(in bench: Workbench) throws -> String {
    let events = try bench.markbook().events(of: bench.lastAttemptID())
    guard case .left(let reason) = events.last?.kind else { return "not left" }
    return reason.rawValue
  }

  /// What to type to come to a prompt, and what the prompt says.
  static let prompts: [(lines: [String], prompt: String)] = [
    ([], "Press Enter to continue"), ([""], "one letter, a to b"), (["", "b"], "Gap 1 of 2"),
    (["", ":goto 4"], "Next line"), (["", ":goto 4", "Order."], "Next line"),
    (["", ":submit"], "Submit now?"),
  ]

  /// A sitting of the crafts at one of the prompts.
  private func sitting(at lines: [String], _ prompt: String, in bench: Workbench) throws
    -> PseudoTerminal
  {
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
    for line in lines {
      try terminal.waitUntilAsked()
      terminal.type(line, .enter)
    }
    try terminal.wait(for: prompt)
    try terminal.waitUntilAsked()
    return terminal
  }

  @Test(arguments: prompts)
  func `the quit key ends at once with everything kept, at every prompt`(
    lines: [String],
    prompt: String
  ) throws {
    let bench = try Workbench.crafts()
    let fresh = try PseudoTerminal(running: "/bin/sleep", ["60"]).settings
    let terminal = try sitting(at: lines, prompt, in: bench)
    terminal.type("half")
    terminal.press(.controlBackslash)
    try terminal.wait(for: "Your responses are kept.")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.settings == fresh)
    #expect(!terminal.transcript.contains("Backtrace"))
    #expect(try lastEvent(in: bench) == "interrupt")
  }

  @Test(arguments: [
    ["roster", "import", "-"], ["convert", "-", "-", "--from", "gift", "--to", "aiken"],
  ])
  func `the quit key ends every command at once, and shows nothing`(arguments: [String]) throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.sit(arguments)
    // It reads standard input: the system call 0 on the descriptor 0.
    let call = "/proc/\(terminal.process)/syscall"
    let deadline = ContinuousClock.now + .seconds(30)
    while try !String(contentsOfFile: call, encoding: .utf8).hasPrefix("0 0x0 "),
      ContinuousClock.now < deadline
    { usleep(1_000) }
    terminal.press(.controlBackslash)
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(!terminal.transcript.contains("Backtrace"))
  }

  @Test(arguments: [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP])
  func `a crash shows nothing of the memory, on the screen or in a file`(number: Int32) throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.begin(ToolsBySeven.arguments)
    try terminal.waitForPrompt()
    let before = terminal.transcript
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signalled(number))
    #expect(terminal.transcript == before)
    #expect(try bench.contents().keys.allSatisfy { !$0.contains("core") })
  }

  @Test(arguments: prompts)
  func `a terminal that goes away is an interruption with everything kept`(
    lines: [String],
    prompt: String
  ) throws {
    let bench = try Workbench.crafts()
    let terminal = try sitting(at: lines, prompt, in: bench)
    terminal.type("half")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(try lastEvent(in: bench) == "hang-up")
  }

  @Test(arguments: ["", "trap '' HUP;"])
  func `a terminal that goes away while something is recorded is an interruption`(
    words: String
  ) throws {
    let bench = try Workbench.enrolled()
    let shell = try PseudoTerminal(
      running: "/bin/sh",
      ["-c", "\(words) exec \"$@\"", "sh", Program.seminar] + ToolsBySeven.arguments,
      in: bench.folder
    )
    try shell.waitForPrompt()
    // What is typed waits for the stopped program, together with the end of its terminal.
    shell.signal(SIGSTOP)
    shell.type("99", .enter)
    shell.hangUp()
    shell.signal(SIGCONT)
    #expect(try shell.waitForExit() == .exited(130))
    #expect(try lastEvent(in: bench) == "hang-up")
  }

  @Test func `after fg the question is shown again, with what had been typed`() throws {
    let bench = try Workbench.enrolled()
    let shell = try bench.shell()
    shell.type("\(Program.seminar) quiz tools --as p01 --seed 7", .enter)
    try shell.waitForPrompt()
    shell.type("99")
    try shell.wait(for: "99")
    shell.press(.controlZ)
    try shell.wait(for: "shell$ ")
    shell.type("fg", .enter)
    try shell.wait(for: "Item 1 of 5, 1 mark")
    try shell.wait(for: "How long is a metre rule?")
    try shell.wait(for: "): 99")
    shell.type(",5", .enter)
    try shell.wait(for: "Kept: 99.5 centimetres")
    let events = try bench.markbook().events(of: bench.lastAttemptID())
    #expect(events.count == 2)
  }
}

import Glibc
import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

/// One participant in two windows.
@Suite(.inOwnThreads) struct TakingOverTests {
  /// A sitting at its second item.
  private func firstWindow(in bench: Workbench) throws -> PseudoTerminal {
    let first = try bench.begin(ToolsBySeven.arguments)
    try first.wait(for: "in centimetres")
    try first.answer("99", "1 to 3")
    try first.waitForPrompt()
    return first
  }

  private func events(in bench: Workbench) throws -> Int {
    try bench.markbook().events(of: bench.lastAttemptID()).count
  }

  @Test func `a second window asks before it takes over, and the first then says so`() throws {
    let bench = try Workbench.enrolled()
    let first = try firstWindow(in: bench)
    let second = try bench.sit(ToolsBySeven.arguments)
    try second.wait(for: "This quiz is open in another window, last used on ")
    try second.wait(for: "Continue here instead? (yes or no): ")
    second.type("yes", .enter)
    try second.wait(for: "Items with a response: 1 of 5.")
    try second.answer("1c 2d 3b", "Kept: ")

    first.type("1a 2b 3c", .enter)
    try first.wait(for: "This quiz was continued in another window. Your responses are kept")
    #expect(try first.waitForExit() == .exited(75))
    #expect(!first.transcript.contains("Kept: 1 a"))
    #expect(!first.transcript.contains("events"))

    for response in ["t", "c", "c d"] { try second.answer(response, "Kept: ") }
    try second.answer("yes", "Score: 7 of 8 marks")
    _ = try bench.wholeEventCount()
  }

  @Test(arguments: ["no", ":quit"])
  func `who does not take over changes nothing`(answer: String) throws {
    let bench = try Workbench.enrolled()
    let first = try firstWindow(in: bench)
    let before = try events(in: bench)
    let second = try bench.sit(ToolsBySeven.arguments)
    try second.wait(for: "Continue here instead? (yes or no): ")
    second.type(answer, .enter)
    try second.wait(for: "Nothing was changed. Continue in the other window.")
    #expect(try second.waitForExit() == .exited(0))
    #expect(try events(in: bench) == before)
    first.type("1c 2d 3b", .enter)
    try first.wait(for: "Kept: ")
  }

  @Test(arguments: ["yes", "no"])
  func `of two windows that begin at once, the second is asked like one that takes over`(
    answer: String
  ) throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("time-limit", "1 hour")
    let windows = try (0..<2).map { _ in try bench.sit(["quiz", "crafts", "--as", "p01"]) }
    for window in windows { try window.wait(for: "Begin now? (yes or no): ") }
    windows[0].type("yes", .enter)
    try windows[0].wait(for: "Press Enter to continue: ")
    windows[1].type("yes", .enter)
    try windows[1].wait(for: "This quiz was started in another window at the same time.")
    try windows[1].wait(for: "Continue here instead? (yes or no): ")
    windows[1].type(answer, .enter)
    try windows[1].wait(
      for: answer == "yes" ? "You are continuing attempt 1." : "Nothing was changed. Continue in"
    )
    #expect(!windows[1].transcript.contains("error"))
    #expect(try bench.markbook().attempts().count == 1)
  }

  @Test func `without a terminal, taking over needs a flag`() throws {
    let bench = try Workbench.enrolled()
    let first = try firstWindow(in: bench)
    let before = try events(in: bench)
    let refused = try bench.command(ToolsBySeven.arguments, input: "1c 2d 3b\n").run()
    #expect(refused.status == 75)
    #expect(refused.error.hasPrefix("error: the quiz is open in another window, last used on "))
    #expect(refused.error.contains("'--take-over'"))
    #expect(try events(in: bench) == before)
    let taken = try bench.command(ToolsBySeven.arguments + ["--take-over"], input: "1c 2d 3b\n")
      .run()
    #expect(taken.status == 0)
    #expect(taken.output.contains("Kept: "))
    first.press(.controlD)
    try first.wait(for: "This quiz was continued in another window. Your responses are kept.")
    #expect(try first.waitForExit() == .exited(75))
  }

  @Test func `a window that was killed, or left, is in nobody's way`() throws {
    let bench = try Workbench.enrolled()
    let first = try firstWindow(in: bench)
    first.signal(SIGKILL)
    _ = try first.waitForExit()
    let second = try bench.command(ToolsBySeven.arguments, input: "1c 2d 3b\n").run()
    #expect(second.output.contains("You are continuing attempt 1."))
    let third = try bench.sit(ToolsBySeven.arguments)
    try third.wait(for: "You are continuing attempt 1.")
  }

  @Test func `two participants, or two quizzes, are not two windows of one sitting`() throws {
    let bench = try Workbench.enrolled()
    let first = try firstWindow(in: bench)
    let noor = try bench.seminar("quiz", "tools", "--as", "p02", input: "99\n")
    #expect(noor.status == 0)
    let other = try bench.seminar("quiz", "joints", "--as", "p01", input: "b\n")
    #expect(other.status == 0)
    first.press(.controlD)
    #expect(try first.waitForExit() == .exited(0))
  }
}

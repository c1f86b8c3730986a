import OwnThreads
import PseudoTerminal
import Testing

/// Results: the verdict first and last, and what was not right; the rest where it is asked for.
@Suite(.inOwnThreads) struct PagedResultsTests {
  /// A sitting of the tools that is handed in with one item wrong.
  private func handedIn(in bench: Workbench, _ options: String...) throws -> PseudoTerminal {
    let terminal = try bench.begin(ToolsBySeven.arguments + options)
    for response in ["99,5", "1c 2d 3b", "f", "c", "c d"] {
      try terminal.answer(response, "Kept: ")
    }
    try terminal.answer("yes", "Submitted.")
    return terminal
  }

  @Test func `only what was not right is listed, between the verdict and the verdict`() throws {
    let bench = try Workbench.enrolled()
    let lines = ["99,5", "1c 2d 3b", "f", "c", "c d", "yes"].map { $0 + "\n" }.joined()
    let shown = try bench.command(ToolsBySeven.arguments, input: lines).run().output
    #expect(shown.ranges(of: "Score: 7 of 8 marks, 87.5 percent.").count == 2)
    #expect(shown.hasSuffix("Passed. The pass mark is 60 percent.\n"))
    #expect(shown.contains("Fully right, and not listed here: items 1, 2, 4 and 5."))
    let results = shown.split(separator: "Submitted.\n").last ?? ""
    #expect(results.ranges(of: "Item ").count == 1)
    #expect(results.contains("Item 3 of 5, 1 mark\n"))
    let again = try bench.seminar("quiz", "tools", "--as", "p01", "--results").output
    #expect(again.ranges(of: "Item ").count == 1)
    let all = try bench.seminar("quiz", "tools", "--as", "p01", "--results", "--all").output
    #expect(all.ranges(of: "Item ").count == 5)
    #expect(!all.contains("More ("))
  }

  @Test func `at a terminal the rest is offered, in pages as high as the window`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try handedIn(in: bench)
    try terminal.wait(for: "Not fully right: item 3.")
    try terminal.wait(for: "Passed. The pass mark is 60 percent.")
    try terminal.wait(for: "Show all 5 items? (yes, or Enter to end): ")
    let before = terminal.screen.lines.count
    terminal.type("yes", .enter)
    try terminal.wait(for: "More (Enter continues, q ends): ")
    #expect(terminal.screen.lines.count - before == 24)
    terminal.press(.enter)
    try terminal.wait(for: "More (Enter continues, q ends): ")
    #expect(terminal.screen.lines.count - before == 48)
    terminal.type("q", .enter)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [Key.enter, .controlD])
  func `who asks for no more is done`(key: Key) throws {
    let bench = try Workbench.enrolled()
    let terminal = try handedIn(in: bench, "--accessible")
    try terminal.wait(for: "Show all 5 items?")
    try terminal.waitForPrompt()
    terminal.press(key)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test func `results that do not tell what was right list everything`() throws {
    let bench = try Workbench.crafts()
    try bench.edit(
      "quizzes/joinery/crafts.yaml",
      "right-after: [marks, verdicts]",
      "right-after: [responses]"
    )
    let shown = try bench.sitCrafts(typing: Crafts.all).output
    #expect(shown.contains("Your response: b) Hammer"))
    #expect(!shown.contains("not listed"))
  }
}

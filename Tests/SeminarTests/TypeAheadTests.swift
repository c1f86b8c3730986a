import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

/// What is typed before anybody can see what it would answer, and texts that are pasted.
@Suite(.inOwnThreads) struct TypeAheadTests {
  @Test(arguments: [[], ["--accessible"]])
  func `Enter pressed twice answers one item only`(options: [String]) throws {
    let bench = try Workbench.crafts()
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"] + options)
    try terminal.wait(for: "Press Enter to continue: ")
    terminal.press(.enter, .enter, .enter)
    try terminal.answer("b", "Kept: b) Hammer")
    #expect(!terminal.transcript.contains("Nothing was typed."))
    try terminal.waitForPrompt()
    terminal.send("100\r100\ra\ra\r")
    try terminal.wait(for: "Kept in gap 1: 100")
    try terminal.answer("b", "Kept in gap 2: b) hammer")
    #expect(try bench.markbook().attempts().first?.eventCount == 5)
  }

  @Test func `without a terminal, lines may come as fast as they like`() throws {
    let bench = try Workbench.crafts()
    #expect(try bench.sitCrafts(typing: Crafts.all).output.contains("Submitted."))
  }

  static let paragraphs = "Order comes first.\n\nThen light.\n.\nLast, glasses."

  /// What was written of the essay so far.
  private func essay(in bench: Workbench) throws -> String? {
    let events = try bench.markbook().events(of: bench.lastAttemptID())
    return events.reversed().lazy.compactMap { event in
      guard case .responded(let responded) = event.kind else { return nil }
      switch responded.response {
      case .draft(let text), .text(let text): return text
      default: return nil
      }
    }.first
  }

  @Test func `an essay pasted in paragraphs keeps them`() throws {
    let bench = try Workbench.crafts()
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
    try terminal.waitUntilAsked()
    terminal.press(.enter)
    try terminal.answer(":goto 4", "last line back")
    try terminal.waitForPrompt()
    terminal.paste(Self.paragraphs.replacing("\n", with: "\r") + "\r\r")
    terminal.press(.enter)
    try terminal.answer(".", "Kept: 8 words.")
    #expect(try essay(in: bench) == Self.paragraphs)
  }

  @Test func `an essay pasted without marks keeps its paragraphs`() throws {
    let bench = try Workbench.crafts()
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01", "--accessible"])
    try terminal.waitUntilAsked()
    terminal.press(.enter)
    try terminal.answer(":goto 4", "last line back")
    try terminal.waitForPrompt()
    terminal.send("Order comes first.\r\rThen light.\r")
    for _ in 0..<3 { try terminal.wait(for: "Next line") }
    try terminal.answer(".", "Kept: 5 words.")
    #expect(try essay(in: bench) == "Order comes first.\n\nThen light.")
  }

  @Test func `a paragraph may be as long as the essay`() throws {
    let bench = try Workbench.crafts()
    let long = Array(repeating: "word", count: 3_000).joined(separator: " ")
    let lines = ["", ":goto 4", long, ".", ":quit"]
    #expect(try bench.sitCrafts(typing: lines).output.contains("Kept: 3000 words."))
    let tooLong = ["", ":goto 4", long + long, String(repeating: "x", count: 900_000), ":quit"]
    let refused = try bench.seminar(
      "quiz",
      "crafts",
      "--as",
      "p02",
      input: tooLong.map { $0 + "\n" }.joined()
    ).output
    #expect(refused.ranges(of: "That is too long. At most 20000 characters are read.").count == 2)
  }
}

import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

/// What is decided about a sitting while it is open reaches it.
@Suite struct OpenSittingTests {
  @Test func `more time that is given reaches the open prompt at its next response`() throws {
    let bench = try Workbench.crafts()
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
    try terminal.wait(for: "Press Enter to continue: ")
    terminal.press(.enter)
    try terminal.waitForPrompt()
    _ = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--quiz",
      "crafts",
      "--extra-time",
      "2",
      "--reason",
      "A power cut",
      "--by",
      "Ms Chen"
    )
    terminal.type("b", .enter)
    try terminal.wait(for: "Your time was changed. Time left: 59 minutes")
    try terminal.wait(for: "Kept: b) Hammer")
    let kinds = try bench.markbook().events(of: bench.lastAttemptID()).map(\.kind)
    #expect(
      kinds.contains { if case .extended(let new) = $0 { new.by == "Ms Chen" } else { false } }
    )
  }

  @Test func `more time that is given before the end keeps the open prompt, with what was typed`()
    async throws
  {
    try await inOwnThread {
      let bench = try Workbench.crafts()
      try bench.setCrafts("time-limit", "5 seconds")
      let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
      try terminal.wait(for: "Press Enter to continue: ")
      terminal.press(.enter)
      try terminal.waitForPrompt()
      terminal.type("b")
      _ = try bench.seminar(
        "roster",
        "override",
        "p01",
        "--quiz",
        "crafts",
        "--extra-time",
        "5",
        "--reason",
        "A power cut",
        "--by",
        "Ms Chen"
      )
      try terminal.wait(for: "Your time was changed.")
      try terminal.wait(for: "): b")
      terminal.press(.enter)
      try terminal.wait(for: "Kept: b) Hammer")
    }
  }
}

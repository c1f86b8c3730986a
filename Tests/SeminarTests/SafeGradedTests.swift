import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

/// A graded quiz whose file says nothing else hands out nothing, and opens again only with a reason.
@Suite(.inOwnThreads) struct SafeGradedTests {
  /// A course with a graded quiz that says nothing of attempts, windows and feedback.
  private func bench(_ more: String = "") throws -> Workbench {
    let bench = try Workbench.enrolled()
    let quiz = """
      quiz: Nails
      status: Unofficial. Written for tests.
      mode: graded
      pass: 60
      shuffle: nothing
      \(more)
      items:
        - id: nail
          kind: single-choice
          stem: Which tool drives a nail?
          options:
            - {key: Hammer, because: Its head is heavy.}
            - {distractor: Saw, because: A saw cuts.}
          rationale: A hammer has a flat face.
          source: Manual

      """
    try bench.write(quiz, to: "quizzes/joinery/nails.yaml")
    return bench
  }

  private func sit(
    _ bench: Workbench,
    _ lines: [String],
    as participant: String? = "p01",
    _ options: String...
  ) throws -> Program.Ended {
    let who = participant.map { ["--as", $0] } ?? []
    return try bench.command(
      ["quiz", "nails"] + who + options,
      input: lines.map { $0 + "\n" }.joined()
    ).run()
  }

  private func override(_ bench: Workbench, _ options: String...) throws -> Program.Ended {
    try bench.command(["roster", "override"] + options).run()
  }

  @Test func `an exception that would open a quiz again needs a reason more`() throws {
    let bench = try bench("closes: 2020-01-01T10:00Z")
    let open = [
      "p01", "--quiz", "nails", "--reason", "late", "--closes", "2999-01-01T10:00Z",
      "--attempts", "2",
    ]
    try bench.record(["b", "yes"], at: "joinery/nails", by: "p01")
    #expect(try sit(bench, [], as: "p01", "--results").output.contains("Key: a) Hammer"))
    let refused = try bench.command(["roster", "override"] + open).run()
    #expect(refused.status == 64)
    #expect(refused.error.contains("this opens 'joinery/nails' again for p01, although its right"))
    #expect(refused.error.contains("--despite"))
    #expect(try bench.markbook().overrides().isEmpty)
    let excuse = ["--despite", "sat without seeing them"]
    #expect(try bench.command(["roster", "override"] + open + excuse).run().status == 0)
    #expect(try bench.seminar("roster", "override").output.contains("sat without seeing them"))
  }

  @Test func `a reason for despite that is blank or not needed changes nothing or is told`() throws
  {
    let bench = try bench()
    let blank = try override(
      bench,
      "p01",
      "--attempts",
      "2",
      "--reason",
      "illness",
      "--despite",
      " "
    )
    #expect(blank.status == 64)
    #expect(blank.error.contains("a reason is needed, and this one is empty"))
    let unneeded = try override(
      bench,
      "p01",
      "--attempts",
      "2",
      "--reason",
      "illness",
      "--despite",
      "trusted"
    )
    #expect(unneeded.status == 0)
    #expect(unneeded.error.contains("'--despite' was not needed and is not kept"))
    #expect(try bench.markbook().overrides().map(\.despite) == [nil])
  }

  @Test(arguments: [
    ["roster", "override", "p01", "--attempts", "2", "--reason", " \t"],
    ["roster", "override", "p01", "--attempts", "2", "--reason", ""],
    ["roster", "override", "p01", "--attempts", "2", "--reason", "x", "--by", " "],
    ["remark", "nails", "--why", " "], ["remark", "nails"],
    ["remark", "nails", "--why", "x", "--by", ""],
  ])
  func `a reason or name left empty is refused, and nothing changes`(arguments: [String]) throws {
    let bench = try bench()
    let before = try bench.markbook().heads()
    let ended = try bench.command(arguments).run()
    #expect(ended.status == 64)
    #expect(ended.error.contains("empty") || ended.error.contains("a reason is needed"))
    #expect(ended.output == "")
    #expect(try bench.markbook().heads() == before)
    #expect(try bench.markbook().overrides().isEmpty)
  }

  @Test func `an exception reaches a sitting at its next response`() throws {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: ["", ":quit"])
    let terminal = try bench.sit(["quiz", "crafts", "--as", "p01"])
    try terminal.wait(for: "Item 1 of 4")
    let given = try override(
      bench,
      "p01",
      "--quiz",
      "crafts",
      "--extra-time",
      "4",
      "--reason",
      "slow line"
    )
    #expect(given.status == 0)
    try terminal.answer("b", "Your time was changed. Time left: 1 hour 59 minutes")
    try terminal.answer(":quit", "Your responses are kept.")
    let events = try bench.markbook().events(of: bench.lastAttemptID())
    #expect(events.count { $0.encoded.kind == "extended" } == 1)
  }
}

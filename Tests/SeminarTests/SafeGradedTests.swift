import PseudoTerminal
import Quizzes
import Records
import Testing

/// A graded quiz whose file says nothing else hands out nothing, and opens again only with a reason.
@Suite struct SafeGradedTests {
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

  @Test func `no way leads to the right answers before the quiz closes`() throws {
    let bench = try bench()
    let first = try sit(bench, ["b", "yes"])
    #expect(first.output.contains("Wrong. 0 of 1 mark."))
    let ways = [
      first, try sit(bench, [], "--results"), try sit(bench, ["a"]),
      try sit(bench, ["b"], "--practice"), try sit(bench, ["b"], as: nil),
      try sit(bench, ["b"], as: "p02", "--practice"),
      try bench.seminar("review", "--as", "p01", input: "b\n"),
    ]
    for way in ways {
      for secret in ["Key:", "flat face", "A saw cuts.", "head is heavy", "Right."] {
        #expect(!(way.output + way.error).contains(secret))
      }
    }
    #expect(ways[2].error.contains("all 1 attempt were made") || ways[2].status == 77)
    #expect(ways[4].status == 77)
    #expect(try bench.seminar("check").output.contains("no closing time, so its right answers"))
  }

  @Test func `check names what a file opens further, and is silent where it closes`() throws {
    func checked(_ more: String) throws -> String {
      try bench(more).seminar("check", "--all", "quizzes/joinery/nails.yaml").output
    }
    let early = try checked("feedback: {right-after: everything}\nattempts: 3")
    #expect(early.contains("warning: right answers are shown before the quiz closes, also between"))
    #expect(early.contains("[early-answers]"))
    #expect(early.contains("note: the quiz can be sat 3 times"))
    #expect(early.contains("note: the quiz has no 'opens' and no 'closes'"))
    let window = "opens: 2999-01-01T10:00Z\ncloses: 2999-01-02T10:00Z"
    for quiet in ["\(window)", "\(window)\nfeedback: {after-close: [key]}"] {
      let text = try checked(quiet)
      for code in ["[closing-time]", "[early-answers]", "[open-quiz]"] {
        #expect(!text.contains(code))
      }
    }
    #expect(try !checked("closes: never").contains("[closing-time]"))
  }

  @Test func `after a power cut, keys that were shown do not come back into the sitting`() throws {
    let bench = try bench("time-limit: 1 second\ncloses: 2020-01-01T10:00Z")
    let given = try override(
      bench,
      "p01",
      "--quiz",
      "nails",
      "--closes",
      "2999-01-01T10:00Z",
      "--reason",
      "late"
    )
    #expect(given.status == 0)
    #expect(try sit(bench, [":quit"]).status == 0)
    let more = try override(
      bench,
      "p01",
      "--quiz",
      "nails",
      "--closes",
      "2021-01-01T10:00Z",
      "--reason",
      "a mistake"
    )
    #expect(more.status == 0)
    // The deadline passes while nobody is there.
    _ = try Program(executable: "/bin/sleep", arguments: ["1.5"], directory: bench.folder).run()
    #expect(try sit(bench, [], as: "p01", "--results").output.contains("Key: a) Hammer"))
    let refused = try override(
      bench,
      "p01",
      "--quiz",
      "nails",
      "--extra-time",
      "9",
      "--attempts",
      "2",
      "--closes",
      "2999-01-01T10:00Z",
      "--reason",
      "power cut"
    )
    #expect(refused.status == 64)
    #expect(refused.error.contains("this opens 'joinery/nails' again for p01, although its right"))
    #expect(refused.error.contains("--despite"))
    #expect(try bench.markbook().overrides().count == 2)
    #expect(try sit(bench, ["a", "yes"]).status == 77)
    let allowed = try override(
      bench,
      "p01",
      "--quiz",
      "nails",
      "--attempts",
      "2",
      "--closes",
      "2999-01-01T10:00Z",
      "--reason",
      "power cut",
      "--despite",
      "sat without seeing them"
    )
    #expect(allowed.status == 0)
    #expect(try sit(bench, ["a", "yes"]).output.contains("1 of 1 mark"))
    let scores = try bench.seminar("scores", "nails", "--format", "csv").output
    let rows = scores.split(separator: "\r\n")
    #expect(rows[0].hasSuffix(",id,first-score,remarked,answers-shown,despite"))
    #expect(rows[1].hasSuffix(",no,"))
    #expect(rows[2].hasSuffix(",yes,sat without seeing them"))
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

  @Test func `a quiz that closes in its file ends an attempt that had no end`() throws {
    let bench = try bench()
    _ = try sit(bench, ["b", ":quit"])
    try bench.edit("quizzes/joinery/nails.yaml", "pass: 60", "pass: 60\ncloses: 2020-01-01T10:00Z")
    let closed = try sit(bench, ["a", "yes"])
    #expect(closed.output.contains("The time is up."))
    #expect(closed.output.contains("Key: a) Hammer"))
    #expect(try sit(bench, ["a"]).status == 77)
  }
}

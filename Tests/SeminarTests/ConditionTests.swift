import Quizzes
import Records
import Testing

/// When, how long and how often a quiz can be sat, and what is different for whom.
@Suite struct ConditionTests {
  @Test func `a quiz that opens later is not sat, and says when it opens`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("opens", "2999-03-01T10:00-05:00")
    let ended = try bench.sitCrafts(typing: [])
    #expect(ended.status == 77)
    #expect(ended.error.contains("the quiz opens on Friday 1 March 2999, 10:00, New York time"))
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains("opens on Friday 1 March 2999, 10:00, New York time"))
  }

  @Test func `a quiz that closed is not sat, but practised`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    let ended = try bench.sitCrafts(typing: [])
    #expect(ended.status == 77)
    #expect(ended.error.contains("the quiz closed on Sunday 1 March 2020, 10:00, New York time"))
    #expect(try bench.seminar("quiz", "--as", "p01").output.contains("closed"))
    let practice = try bench.sitCrafts("--practice", typing: ["", "b"])
    #expect(practice.status == 0)
    #expect(practice.output.contains("Right."))
  }

  @Test func `a graded quiz is not practised before it closes or its attempts are made`() throws {
    let bench = try Workbench.crafts()
    let early = try bench.sitCrafts("--practice", typing: ["", "a"])
    #expect(early.status == 77)
    #expect(early.error.contains("cannot be practised: it never closes, so its right answers stay"))
    try bench.setCrafts("closes", "2999-03-01T10:00-05:00")
    let open = try bench.sitCrafts("--practice", typing: ["", "a"])
    #expect(open.status == 77)
    #expect(open.error.contains("practised once it has closed, on Friday 1 March 2999"))
    #expect(!open.output.contains("Hammer"))
    try bench.showCraftsAnswersEarly()
    let left = try bench.sitCrafts("--practice", typing: ["", "a"])
    #expect(left.status == 77)
    #expect(left.error.contains("practised after you have used all 2 graded attempts"))
  }

  @Test func `attempts are counted, and the one that counts is listed`() throws {
    let bench = try Workbench.crafts()
    try bench.showCraftsAnswersEarly()
    _ = try bench.sitCrafts(typing: [":submit", "yes"])
    _ = try bench.sitCrafts(typing: Crafts.all)
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains("done, last score 50 % so far, waits for marks"))
    let third = try bench.sitCrafts(typing: [])
    #expect(third.status == 77)
    #expect(third.error.contains("you have used all 2 attempts"))
    #expect(third.error.contains("--results"))
    #expect(try bench.sitCrafts("--practice", typing: ["", "b"]).status == 0)
  }

  @Test func `each attempt draws what the participant has not seen`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("attempts", "unlimited")
    try bench.setCrafts("sections", nil)
    let name = "quizzes/joinery/crafts.yaml"
    let text = try bench.text(of: name)
      .replacing("  - id: hands\n    title: With your hands\n    text: Take your time.\n", with: "")
      .replacing("    section: hands\n", with: "")
      .replacing("items:\n  - id: read", with: "draw: [{items: 1}]\nitems:\n  - id: read")
    try bench.write(text, to: name)
    #expect(try bench.seminar("quiz", "--as", "p01").output.contains("   1  crafts      1  not"))
    var stems: Set<String> = []
    for _ in 1...4 {
      let output = try bench.sitCrafts(typing: ["", ":submit", "yes"]).output
      #expect(output.contains("1 item, "))
      let heading = try #require(output.firstRange(of: "\nItem 1 of 1"))
      stems.formUnion(
        output[heading.upperBound...].split(separator: "\n").dropFirst().prefix(1)
          .map(String.init)
      )
    }
    #expect(stems.count == 4)
  }

  @Test func `some time must pass between attempts`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("wait", "1 day")
    _ = try bench.sitCrafts(typing: [":submit", "yes"])
    let second = try bench.sitCrafts(typing: [])
    #expect(second.status == 77)
    #expect(second.error.contains("the next attempt is possible on "))
  }

  @Test func `extra time of the roster is told at the start`() throws {
    let bench = try Workbench.crafts()
    let noor = try bench.seminar("quiz", "crafts", "--as", "p02", input: "\n")
    #expect(
      noor.output.contains("Time: 45 minutes, extended from 30 minutes. It goes on while you")
    )
    #expect(
      try bench.sitCrafts(typing: [""]).output.contains("Time: 30 minutes. It goes on while you")
    )
  }

  @Test func `a deadline under way comes later by an override, and says so in the record`() throws {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: ["", "b"])
    let given = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--quiz",
      "crafts",
      "--extra-time",
      "2",
      "--reason",
      "power cut",
      "--by",
      "coordinator"
    )
    #expect(given.output == "p01 gets 2 times the time at joinery/crafts\n")
    let again = try bench.sitCrafts(typing: [":time"])
    #expect(again.output.contains("Time left: 59 minutes"))
    let markbook = try bench.markbook()
    let attempt = try #require(try markbook.attempts().last)
    let extended = try markbook.events(of: attempt.id).compactMap { event -> Event.Extension? in
      if case .extended(let new) = event.kind { new } else { nil }
    }
    #expect(extended.count == 1)
    #expect(extended.first?.reason == "power cut")
    #expect(extended.first?.by == "coordinator")
    #expect(extended.first?.deadline?.milliseconds == 3_600_000)
  }

  @Test func `an override never shortens what is under way`() throws {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: ["", "b"])
    let limit = ["roster", "override", "p01", "--time-limit", "1 minute", "--reason", "a mistake"]
    #expect(try bench.command(limit).run().status == 0)
    #expect(try bench.sitCrafts(typing: [":time"]).output.contains("Time left: 29 minutes"))
  }

  @Test func `an override gives another attempt, and opens what is closed`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("attempts", "1")
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    func give(_ options: String...) throws -> Int32 {
      try bench.command(["roster", "override", "p01", "--reason", "illness"] + options).run().status
    }
    #expect(try bench.sitCrafts(typing: []).status == 77)
    #expect(try give("--closes", "2999-03-08T10:00-05:00") == 0)
    #expect(try bench.sitCrafts(typing: [":submit", "yes"]).status == 0)
    #expect(try bench.sitCrafts(typing: []).status == 77)
    #expect(try give("--quiz", "crafts", "--attempts", "2") == 0)
    #expect(try bench.sitCrafts(typing: [":submit", "yes"]).status == 0)
    let list = try bench.seminar("roster", "override").output
    #expect(list.contains("closing on Friday 8 March 2999, 10:00, New York time"))
    #expect(list.contains("2 attempts"))
    #expect(list.contains("illness"))
  }

  @Test(arguments: [
    (["p01", "--attempts", "2"], 64, "a reason is needed"),
    (["p01", "--attempts", "2", "--reason", " "], 64, "a reason is needed"),
    (["p01", "--reason", "x"], 64, "nothing is given"),
    (["p01", "--attempts", "0", "--reason", "x"], 64, "expected a number from 1 to 100"),
    (["p01", "--extra-time", "0.5", "--reason", "x"], 64, "expected a factor from 1 to 10"),
    (["p01", "--time-limit", "soon", "--reason", "x"], 64, "expected a span such as"),
    (["p01", "--opens", "2027-03-23", "--reason", "x"], 64, "expected an instant such as"),
    (["p09", "--attempts", "2", "--reason", "x"], 65, "nobody on the roster has the identifier"),
    (["p01", "--quiz", "craft", "--attempts", "2", "--reason", "x"], 66, "did you mean"),
  ])
  func `an override that makes no sense is refused in words`(
    arguments: [String],
    status: Int32,
    words: String
  ) throws {
    let bench = try Workbench.crafts()
    let ended = try bench.command(["roster", "override"] + arguments).run()
    #expect(ended.status == status)
    #expect(ended.error.contains(words))
    #expect(try bench.markbook().overrides().isEmpty)
  }
}

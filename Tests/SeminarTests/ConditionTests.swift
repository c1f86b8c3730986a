import Quizzes
import Records
import Testing

/// When, how long and how often a quiz can be sat, and what is different for whom.
@Suite struct ConditionTests {
  @Test func `a quiz that is not open is refused in words, and listed with the time`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("opens", "2999-03-01T10:00-05:00")
    let ended = try bench.sitCrafts(typing: [])
    #expect(ended.status == 77)
    #expect(ended.error.contains("the quiz opens on Friday 1 March 2999, 10:00, New York time"))
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains("opens on Friday 1 March 2999, 10:00, New York time"))
  }

  @Test func `exceptions that are given are told and listed in words`() throws {
    let bench = try Workbench.crafts()
    func give(_ options: String...) throws -> Program.Ended {
      try bench.command(["roster", "override", "p01", "--reason", "illness"] + options).run()
    }
    let time = try give("--quiz", "crafts", "--extra-time", "2", "--by", "coordinator")
    #expect(time.output == "p01 gets 2 times the time at joinery/crafts\n")
    #expect(try give("--closes", "2999-03-08T10:00-05:00").status == 0)
    #expect(try give("--quiz", "crafts", "--attempts", "2").status == 0)
    let list = try bench.seminar("roster", "override").output
    #expect(list.contains("a new closing time (Friday 8 March 2999, 10:00, New York time)"))
    #expect(list.contains("2 attempts"))
    #expect(list.contains("illness"))
  }

  @Test(arguments: [
    (["p01", "--attempts", "2"], 64, "a reason is needed"),
    (["p01", "--attempts", "2", "--reason", " "], 64, "a reason is needed"),
    (["p01", "--reason", "x"], 64, "no exception is named"),
    (["p01", "--attempts", "0", "--reason", "x"], 64, "expected a whole number from 1 to 100"),
    (["p01", "--extra-time", "0.5", "--reason", "x"], 64, "expected a factor from 1 to 10"),
    (["p01", "--time-limit", "soon", "--reason", "x"], 64, "expected a span such as"),
    (["p01", "--opens", "2027-13-23", "--reason", "x"], 64, "expected a date"),
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

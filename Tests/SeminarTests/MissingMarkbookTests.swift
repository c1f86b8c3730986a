import Testing

/// A markbook that somebody names and that does not exist.
@Suite struct MissingMarkbookTests {
  /// Commands that show what is recorded, or change it.
  static let commands = [
    ["scores"], ["scores", "--format", "csv"], ["scores", "--responses"], ["progress"],
    ["certificates"], ["certificates", "--withdraw", "0000-0000-0000-0000", "--why", "x"],
    ["check"], ["timetable"], ["revise"], ["revisions", "list"], ["revisions", "show", "1"],
    ["revisions", "difference", "1", "2"], ["mark"], ["mark", "abc"],
    ["mark", "abc", "one", "1"], ["items", "tools"],
    ["results", "tools", "--messages", "out"], ["roster", "list"], ["roster", "override"],
    ["roster", "override", "p01", "--extra-time", "2", "--reason", "x"],
    ["roster", "remove", "p01"], ["roster", "rename", "p01", "Ana"],
    ["roster", "attendance", "curricula/joinery.yaml"], ["remark", "tools", "--why", "x"],
    ["markbook", "attempts"], ["markbook", "attempt", "abc"], ["markbook", "verify"],
    ["markbook", "forget", "p01", "--yes"], ["markbook", "backup", "copy.sqlite"],
    ["markbook", "archive", "2026"], ["review"], ["quiz"], ["quiz", "tools", "--results"],
    ["access", "check"], [],
  ]

  @Test(arguments: commands)
  func `the file is named with what to do, and none is made`(words: [String]) throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let ended = try bench.command(words + ["--markbook", "none.sqlite"]).run()
    #expect(ended.status == 66, "\(ended.transcript)")
    #expect(ended.output.isEmpty)
    #expect(ended.error.contains("none.sqlite: error: there is no markbook here"))
    #expect(ended.error.contains("or name another file with '--markbook'"))
    #expect(try bench.contents() == before)
  }

  @Test func `where a variable names it, the variable is named too`() throws {
    let bench = try Workbench.joinery()
    let variables = ["SEMINAR_MARKBOOK": "none.sqlite"]
    let scores = try bench.seminar("scores", environment: variables)
    #expect(scores.status == 66)
    #expect(
      scores.error
        == "error: the markbook 'none.sqlite', which SEMINAR_MARKBOOK names, does not exist\n"
        + "  help: correct or unset SEMINAR_MARKBOOK, or name another file with '--markbook'\n"
    )
    // What does not need it goes on.
    for words in [["check"], ["timetable"], ["quiz"], []] {
      #expect(try bench.command(words, environment: variables).run().status == 0)
    }
  }

  @Test func `commands that begin a record make it where they are told`() throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name\np01,Ana\n", to: "roster.csv")
    let commands = [["publish"], ["roster", "import", "roster.csv"], ["quiz", "tools"]]
    for (number, words) in commands.enumerated() {
      let file = "\(number).sqlite"
      #expect(try bench.command(words + ["--markbook", file]).run().status == 0)
      #expect(try bench.contents()[file] != nil)
    }
  }
}

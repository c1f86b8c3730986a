import GoldenFiles
import Testing

@Suite struct CheckTests {
  @Test func `files without problems are counted`() throws {
    expectGolden(try Workbench.joinery().seminar("check").transcript, "check.txt")
  }

  @Test(arguments: ["text", "json"])
  func `every problem of all files is listed in one run`(form: String) throws {
    let bench = try Workbench.joinery()
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: three\nweek: 3")
    try bench.edit("curricula/joinery.yaml", "trainers: [otto]", "trainers: [oto]")
    try bench.edit("curricula/joinery.yaml", "Europe/Vienna", "Europe/Wien")
    try bench.edit("quizzes/joinery/joints.yaml", "- key: A dovetail", "- distractor: A dovetail")
    try bench.edit("quizzes/joinery/joints.yaml", "kind: true-false", "kind: truefalse")
    try bench.edit("quizzes/joinery/tools.yaml", "module: tools", "module: tool")
    let check = try bench.seminar("check", "--format", form)
    expectGolden(check.transcript, "check-problems.\(form == "json" ? "json" : "txt")")
  }

  @Test func `only the files named are checked`() throws {
    let bench = try Workbench.joinery()
    try bench.write("", to: "curricula/empty.yaml")
    let check = try bench.seminar("check", "quizzes/joinery/tools.yaml")
    #expect(check.status == 0)
    #expect(check.output == "1 file checked: no problems\n")
  }

  @Test func `standard input is checked under the name -`() throws {
    let bench = try Workbench.joinery()
    let quiz = try Workbench.fixture("workspace/quizzes/joinery/joints.yaml")
    let whole = try bench.seminar("check", "-", input: quiz)
    #expect(whole.output == "1 file checked: no problems\n")
    let broken = try bench.seminar(
      "check",
      "-",
      input: quiz.replacing("key: false", with: "key: 7")
    )
    #expect(broken.status == 1)
    #expect(broken.output.hasPrefix("standard input:27:10: error: "))
  }

  @Test func `a quiz follows a session that has another name, and the check says the new one`()
    throws
  {
    let bench = try Workbench.joinery()
    try bench.edit(
      "quizzes/joinery/tools.yaml",
      "mode: graded",
      "mode: graded\nopens: 1000 days after session saws"
    )
    #expect(try bench.seminar("publish").status == 0)
    let opens = try bench.seminar("quiz").output
    #expect(opens.contains("opens on"))
    try bench.edit("curricula/joinery.yaml", "- id: saws", "- id: sawing\n        formerly: saws")
    try bench.edit("curricula/joinery.yaml", "needs: [saws]", "needs: [sawing]")
    let warning = "warning: the session 'saws' is now called 'sawing'"
    for change in ["", "        formerly: saws\n"] {
      // What one publication recorded need not be said again.
      if !change.isEmpty { try bench.edit("curricula/joinery.yaml", change, "") }
      let check = try bench.seminar("check")
      #expect(check.status == 0)
      #expect(check.output.contains(warning))
      #expect(try bench.seminar("quiz").output == opens)
      #expect(try bench.seminar("publish").status == 0)
      #expect(try bench.seminar("quiz").output == opens)
    }
    try bench.edit("quizzes/joinery/tools.yaml", "after session saws", "after session sawing")
    #expect(try bench.seminar("check").output == "3 files checked: no problems\n")
    #expect(try bench.seminar("quiz").output == opens)
  }

  @Test func `of a session that was divided the check says all names`() throws {
    let bench = try Workbench.joinery()
    try bench.edit(
      "quizzes/joinery/tools.yaml",
      "mode: graded",
      "mode: graded\nopens: after session oils"
    )
    #expect(try bench.seminar("publish").status == 0)
    try bench.edit(
      "curricula/joinery.yaml",
      "      - id: oils",
      "      - {id: waxes, formerly: oils, title: Waxes, minutes: 60, trainers: [otto]}\n"
        + "      - id: varnish\n        formerly: oils"
    )
    try bench.edit("curricula/joinery.yaml", "last: oils", "last: varnish")
    let check = try bench.seminar("check")
    #expect(check.status == 0)
    #expect(check.output.contains("the session 'oils' is now called 'waxes' and 'varnish'"))
  }

  @Test func `the files of this repository have no problems`() throws {
    let check = try Workbench().seminar("check", "--workspace", Workbench.package)
    #expect(check.status == 0)
    #expect(check.output == "24 files checked: no problems\n")
  }
}

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

  @Test func `the files of this repository have no problems`() throws {
    let check = try Workbench().seminar("check", "--workspace", Workbench.package)
    #expect(check.status == 0)
    #expect(check.output == "24 files checked: no problems\n")
  }
}

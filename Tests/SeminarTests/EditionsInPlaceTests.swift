import PseudoTerminal
import Records
import Testing

/// The next edition, names that changed, and dates that can be read in two ways.
@Suite struct EditionsInPlaceTests {
  @Test func `a file that is edited for the next edition keeps the pages of the last`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish", "--today", "2026-03-24").status == 0)
    let pages = try bench.text(of: "published/joinery/index.html")
    try bench.edit("curricula/joinery.yaml", "edition: \"2026\"", "edition: \"2027\"")
    let again = try bench.seminar("publish")
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.contains("Published revision 1"))
    #expect(try bench.text(of: "published/joinery/2026/index.html") == pages)
    #expect(try bench.text(of: "published/joinery/index.html").contains("Edition 2027"))
    let twice = try bench.seminar("publish")
    #expect(twice.status == 0)
    #expect(try bench.text(of: "published/joinery/2026/index.html") == pages)
  }

  @Test func `two files of one edition are an error`() throws {
    let bench = try Workbench.joinery()
    try bench.write(bench.text(of: "curricula/joinery.yaml"), to: "curricula/joinery-2.yaml")
    let checked = try bench.seminar("check")
    #expect(checked.status == 1)
    #expect(checked.output.contains("are both 'joinery/2026'"))
  }

  @Test func `a programme that the roster names and nobody knows is a warning`() throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name,programme\np01,Ana,joinry\np02,Bo,joinery/2026\n", to: "people.csv")
    let imported = try bench.seminar("roster", "import", "people.csv")
    #expect(imported.error.contains("no programme 'joinry', which the roster names for 'p01'"))
    #expect(!imported.error.contains("p02"))
    let checked = try bench.seminar("check")
    #expect(checked.output.contains("no programme 'joinry', which the roster names for 'p01'"))
    #expect(checked.output.contains("did you mean 'joinery"))
  }

  @Test func `groups of the roster follow their new names`() throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name,group\np01,Ana,apprentices\n", to: "people.csv")
    #expect(try bench.seminar("roster", "import", "people.csv").status == 0)
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n:quit\n")
    try bench.edit(
      "curricula/joinery.yaml",
      "id: apprentices,",
      "id: juniors, formerly: apprentices,"
    )
    for name in ["juniors", "apprentices"] {
      let scores = try bench.seminar("scores", "--group", name, "--format", "csv")
      #expect(scores.status == 0, "\(scores.error)")
      #expect(scores.output.contains("p01"))
      let progress = try bench.seminar("progress", "--group", name)
      #expect(progress.status == 0, "\(progress.error)")
    }
    #expect(try bench.seminar("scores", "--group", "masters").status == 65)
  }

  @Test func `a quiz serves several curricula and editions`() throws {
    let bench = try Workbench.joinery()
    let other = try bench.text(of: "curricula/joinery.yaml")
      .replacing("curriculum: joinery", with: "curriculum: turning")
    try bench.write(other, to: "curricula/turning.yaml")
    try bench.edit(
      "quizzes/joinery/tools.yaml",
      "curriculum: joinery\n",
      "curriculum: [joinery/2026, turning]\n"
    )
    let people = "id,name,programme\np01,Ana,turning\np02,Bo,joinery/2026\np03,Cy,\n"
    try bench.write(people, to: "people.csv")
    #expect(try bench.seminar("roster", "import", "people.csv").status == 0)
    for person in ["p01", "p02", "p03"] {
      _ = try bench.seminar("quiz", "joinery/tools", "--as", person, input: "a\n:quit\n")
    }
    let programmes = try bench.markbook().attempts().map(\.programme.curriculum)
    #expect(programmes == ["turning", "joinery", "joinery"])
    let checked = try bench.seminar("check")
    #expect(checked.status == 0, "\(checked.output)")
    try bench.edit("quizzes/joinery/tools.yaml", "turning]", "turnery]")
    #expect(try bench.seminar("check").output.contains("the curriculum 'turnery' is not declared"))
  }

  @Test(arguments: ["day", "month", "neither"])
  func `at a terminal the order of dates is asked for`(answer: String) throws {
    let bench = try Workbench.joinery()
    let table = try bench.seminar("timetable", "--format", "csv").output
    // The third of April or the fourth of March: neither is a day of the programme.
    try bench.write(table.replacing(/2026-\d\d-\d\d/, with: "3/4/2026"), to: "plan.csv")
    let plain = try bench.seminar("timetable", "--check", "plan.csv")
    #expect(plain.status == 65)
    #expect(plain.error.contains("--dates"))
    let terminal = try bench.sit(["timetable", "--check", "plan.csv"])
    try terminal.wait(for: "(day or month): ")
    terminal.type(answer, .enter)
    _ = try terminal.waitForExit()
    #expect(terminal.transcript.contains("--dates") == (answer == "neither"))
  }
}

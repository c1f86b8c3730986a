import GoldenFiles
import Testing

/// What would change, before anything is written.
@Suite struct WhatIfTests {
  @Test(arguments: ["text", "json"])
  func `an absence is compared with what was published`(form: String) throws {
    let bench = try Workbench.published()
    let before = try bench.contents()
    let shown = try bench.seminar(
      "timetable",
      "--what-if",
      "--away",
      "otto=2026-03-31",
      "--today",
      "2026-03-25",
      "--format",
      form
    )
    expectGolden(shown.transcript, "what-if/away.\(form == "text" ? "txt" : form)")
    #expect(try bench.contents() == before)
  }

  @Test func `without a published timetable the best one is compared`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let shown = try bench.seminar("timetable", "--what-if", "--away", "otto=2026-03-31")
    expectGolden(shown.transcript, "what-if/unpublished.txt")
    #expect(try bench.contents() == before)
  }

  @Test func `what cannot be is explained, with repairs that can be applied`() throws {
    let bench = try Workbench.published()
    let asked = [
      "timetable", "--what-if", "--away", "otto=2026-03-31", "--pin", "glues=2026-03-31", "--today",
      "2026-03-25",
    ]
    let shown = try bench.command(asked).run()
    #expect(shown.status == 1)
    #expect(shown.output.contains("No timetable is possible with these changes"))
    let code = try #require(shown.output.firstMatch(of: /code (\S+)/)?.1)
    #expect(try bench.command(asked + ["--apply", String(code), "--yes"]).run().status == 0)
    #expect(try bench.command(asked).run().status == 0)
  }

  @Test func `another version of the file is compared`() throws {
    let bench = try Workbench.published()
    let text = try bench.text(of: "curricula/joinery.yaml")
    try bench.write(text.replacing("weeks: 3", with: "weeks: 4"), to: "drafts/plan-b.yaml")
    let same = try bench.seminar(
      "timetable",
      "--compare",
      "drafts/plan-b.yaml",
      "--today",
      "2026-03-25"
    )
    #expect(same.status == 0, "\(same.error)")
    #expect(same.output.contains("The curriculum is the one in drafts/plan-b.yaml."))
    #expect(same.output.contains("No session would change."))
    let other = text.replacing(
      "calendar:",
      with: "calendar:\n  - {closed: 2026-04-07, name: Flood}"
    )
    .replacing("weeks: 3", with: "weeks: 4")
    try bench.write(other, to: "drafts/plan-c.yaml")
    let shown = try bench.seminar(
      "timetable",
      "--what-if",
      "--compare",
      "drafts/plan-c.yaml",
      "--today",
      "2026-03-25"
    )
    expectGolden(shown.transcript, "what-if/file.txt")
  }

  @Test func `a table that was edited by hand is compared`() throws {
    let bench = try Workbench.published()
    let table = try bench.text(of: "published/joinery/programme.csv")
    try bench.write(table, to: "plan.csv")
    let same = try bench.seminar("timetable", "--compare", "plan.csv", "--today", "2026-03-25")
    #expect(same.status == 0, "\(same.transcript)")
    #expect(same.output.contains("No session would change."))
  }

  @Test(arguments: [
    ["--away", "otto=2026-03-31"], ["--what-if"], ["--pin", "glues"], ["--today", "2026-03-25"],
    ["--compare", "plan.csv", "--away", "otto=2026-03-31"],
    ["--what-if", "--away", "oto=2026-03-31"],
    ["--what-if", "--away", "otto=2026-03-31", "--format", "ics"],
    ["--what-if", "--away", "otto=2026-03-31", "--robust"],
  ])
  func `what is asked wrongly is refused with a remedy`(arguments: [String]) throws {
    let bench = try Workbench.published()
    let refused = try bench.command(["timetable"] + arguments).run()
    #expect(refused.status == 64)
    #expect(refused.output == "")
    #expect(refused.error.contains("error: "))
  }
}

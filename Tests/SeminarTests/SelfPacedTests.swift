import Foundation
import GoldenFiles
import Testing

/// What the commands do with a programme without dates.
@Suite struct SelfPacedTests {
  private static func bench() throws -> Workbench { try catalogue.copy() }

  private static let catalogue = MadeWorkbench {
    let bench = try Workbench()
    try bench.write(
      """
      curriculum: catalogue
      title: A catalogue
      pace: self
      hours: 1 to 2
      modules:
        - {id: c1, number: 1, title: One}
        - {id: c2, number: 2, title: Two, needs: [c1]}
        - {id: c5, number: 5, announced: true}
      paths:
        - {id: short, title: Short, courses: [c1, c2]}

      """,
      to: "curricula/catalogue.yaml"
    )
    try bench.write(
      """
      quiz: One
      status: Written for tests.
      curriculum: catalogue
      module: c1
      mode: graded
      pass: 60
      attempts: 3
      closes: never
      shuffle: nothing
      items:
        - id: oak
          kind: true-false
          stem: Oak is hard.
          key: true

      """,
      to: "quizzes/one.yaml"
    )
    try bench.enroll("id,name,group\np01,Ada,short\np02,Ben,\n")
    return bench
  }

  @Test func `a programme from standard input is shown as one from a file`() throws {
    let bench = try Self.bench()
    let file = try bench.seminar("timetable", "curricula/catalogue.yaml")
    let piped = try bench.seminar(
      "timetable",
      "-",
      input: bench.text(of: "curricula/catalogue.yaml")
    )
    #expect(piped.status == 0)
    #expect(piped.output == file.output)
  }

  @Test func `the timetable and the publication show paths with hours`() throws {
    let bench = try Self.bench()
    let shown = try bench.seminar("timetable")
    #expect(shown.status == 0)
    expectGolden(shown.transcript, "self-paced-timetable.txt")
    let published = try bench.seminar("publish")
    #expect(published.status == 0)
    #expect(
      published.output
        == "Wrote 5 files in published/catalogue. A self-paced programme has no dates, so "
        + "no revision is kept.\n"
    )
    #expect(try bench.text(of: "published/catalogue/programme.txt") == shown.output)
    #expect(try bench.text(of: "published/catalogue/paths/short.html").contains("2 courses"))
    #expect(try bench.seminar("publish", "--dry-run").output.hasPrefix("Would write 5 files:\n"))
  }

  @Test func `a revision says that there is nothing to move`() throws {
    let revised = try Self.bench().seminar("revise")
    #expect(revised.status == 0)
    #expect(
      revised.output
        == "'catalogue' is a self-paced programme: it has no dates, so there is nothing to move.\n"
    )
    let json = try Self.bench().seminar("revise", "--format", "json").output
    #expect(json.contains("\"status\": \"self-paced\""))
  }

  @Test(arguments: [
    ["timetable", "--starts", "2026-03-03"], ["timetable", "--robust"],
    ["timetable", "--format", "ics"], ["publish", "--anew"], ["progress", "--week", "1"],
  ])
  func `what needs dates is refused, and nothing is written`(words: [String]) throws {
    let bench = try Self.bench()
    let before = try bench.contents()
    let refused = try bench.command(words).run()
    #expect(refused.status == 64)
    #expect(refused.output == "")
    #expect(refused.error.contains("is a self-paced programme without dates"))
    #expect(try bench.contents() == before)
  }

  static let withoutDates: [([String], said: String, help: String)] = [
    (["certificates"], "the published rule for passing", "seminar progress"),
    (["certificates", "--output", "x"], "the published rule for passing", "seminar progress"),
    (["revisions", "list"], "no revision is kept", "seminar timetable"),
    (["revisions", "show", "1"], "no revision is kept", "seminar timetable"),
    (
      ["roster", "attendance", "a.csv"], "no sessions that participants", "seminar roster complete"
    ),
    (["edition", "start", "2027", "--starts", "2027-03-02"], "no start", "seminar publish"),
    (["quiz", "week-01"], "so it has no weeks", "name the quiz itself"),
    (["scores", "--week", "1"], "so it has no weeks", "name the quiz itself"),
    (["results", "week-1", "--messages", "x"], "so it has no weeks", "name the quiz itself"),
  ]

  @Test(arguments: withoutDates)
  func `what a programme without dates does not have is refused with the reason`(
    words: [String],
    said: String,
    help: String
  ) throws {
    let bench = try Self.bench()
    let before = try bench.contents()
    let refused = try bench.command(words).run()
    #expect([65, 66].contains(refused.status))
    #expect(refused.output == "")
    #expect(refused.error.contains("'catalogue' is a self-paced programme"))
    #expect(refused.error.contains(said))
    #expect(refused.error.contains(help))
    #expect(try bench.contents() == before)
  }

  @Test func `results are sent, and quizzes are listed without weeks`() throws {
    let bench = try Self.bench()
    #expect(!(try bench.seminar("quiz").output.contains("by week")))
    let sat = try bench.seminar("quiz", "one", "--as", "p01", input: "true\n:submit\nyes\n")
    #expect(sat.status == 0)
    let written = try bench.seminar("results", "one", "--messages", "out")
    #expect(written.output == "Wrote 1 message to out\n")
    let text = try bench.text(of: "out/p01.txt")
    #expect(text.contains("This is your result in the programme “A catalogue”."))
  }

  @Test func `a course is done when its quiz is passed, or when it is recorded with a date`() throws
  {
    let bench = try Self.bench()
    let sat = try bench.seminar("quiz", "one", "--as", "p01", input: "true\n:submit\nyes\n")
    #expect(sat.status == 0)
    #expect(
      try bench.seminar("progress", "--format", "csv").output.contains("p01,Ada,short,1,2,0,")
    )
    let recorded = try bench.seminar(
      "roster",
      "complete",
      "p01",
      "c2",
      "--on",
      "2026-01-02",
      "--reason",
      "certificate shown"
    )
    #expect(recorded.output == "p01, 2. Two: recorded as done on 2 January 2026\n")
    let progress = try bench.seminar("progress", "--participant", "p01")
    #expect(progress.output.contains("Short: complete since"))
    let everybody = try bench.seminar("progress")
    #expect(everybody.output.contains("On no path: p02."))
    #expect(try bench.seminar("progress", "--format", "html").output.hasPrefix("<!doctype html>"))
    #expect(
      try bench.seminar("progress", "--format", "json").output.contains("seminar-path-progress")
    )
    let back = try bench.seminar(
      "roster",
      "complete",
      "p01",
      "c2",
      "--on",
      "2026-01-02",
      "--withdraw",
      "--reason",
      "wrong person"
    )
    #expect(back.output == "p01, 2. Two: no longer recorded as done\n")
    #expect(try bench.seminar("markbook", "verify").status == 0)
  }

  @Test func `what cannot have been done is refused with a remedy`() throws {
    let bench = try Self.bench()
    let end = ["--on", "2026-01-02", "--reason", "seen"]
    let refused = try [
      ["p09", "c1"] + end, ["p01", "c9"] + end, ["p01", "c5"] + end,
      ["p01", "c1", "--on", "2999-01-01"],
      ["p01", "c1", "--on", "2999-01-01", "--reason", "seen"],
    ].map { try bench.command(["roster", "complete"] + $0).run().transcript }
    expectGolden(refused.joined(separator: "\n"), "self-paced-refused.txt")
    let dated = try Workbench.joinery()
    try dated.enroll("id,name\np01,Ada\n")
    let other = try dated.command(["roster", "complete", "p01", "tools"] + end).run()
    #expect(other.status == 65)
    #expect(other.error.contains("'joinery' is a programme with dates"))
  }

  @Test func `check, overview and curriculum know it`() throws {
    let bench = try Self.bench()
    #expect(try bench.seminar("check").status == 0)
    let overview = try bench.seminar().output
    #expect(
      overview.contains(
        "  the programme catalogue: 2 courses on 1 path, at each participant's own pace\n"
      )
    )
    let outline = try bench.seminar("curriculum").output
    #expect(outline.contains("1 course has no graded quiz"))
    for form in ["html", "json", "svg"] {
      #expect(try bench.seminar("curriculum", "--format", form).status == 0)
    }
    try bench.edit("curricula/catalogue.yaml", "courses: [c1, c2]", "courses: [c2, c1, c5]")
    let wrong = try bench.seminar("check")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("the path 'short' needs 'c1' before 'c2'"))
    #expect(
      wrong.output.contains("the path 'short' needs the course 'c5', which is only announced")
    )
  }

  @Test func `the catalogue of this repository is shown with its paths`() throws {
    let shown = try Workbench().seminar(
      "timetable",
      "--workspace",
      Workbench.package + "/curricula/programmes/elearning"
    )
    #expect(shown.status == 0)
    expectGolden(shown.transcript, "self-paced-catalogue.txt")
  }
}

import GoldenFiles
import Testing

@Suite struct QuizListTests {
  @Test(arguments: ["text", "csv", "json"])
  func `the quizzes are listed with their weeks`(form: String) throws {
    let list = try Workbench.joinery().seminar("quiz", "--format", form)
    expectGolden(list.transcript, "quizzes.\(form == "text" ? "txt" : form)")
  }

  @Test(arguments: ["p01", "p02", "p03"])
  func `the list says how a participant stands`(id: String) throws {
    let list = try ScoresTests.recorded().seminar("quiz", "--as", id)
    expectGolden(list.transcript, "quizzes-\(id).txt")
  }

  @Test func `a list for programs names the head, and that nothing was verified`() throws {
    let bench = try ScoresTests.recorded()
    let list = try bench.seminar("quiz", "--format", "json")
    #expect(list.output.contains(/"verified"\s?: "no"/))
    #expect(list.output.contains(/"head"\s?: "\S+/))
    #expect(try bench.seminar("quiz").output.contains("head") == false)
  }

  @Test func `the weeks are those of the last published revision`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish").status == 0)
    let before = try bench.seminar("quiz", "--format", "csv").output
    // What is only in the file is not yet what people were told.
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 4")
    try bench.edit(
      "curricula/joinery.yaml",
      "calendar:",
      "calendar:\n  - {closed: 2026-03-24, name: Flood}"
    )
    #expect(try bench.seminar("quiz", "--format", "csv").output == before)
    let again = try bench.seminar("publish", "--anew", "--today", "2026-03-01")
    #expect(again.status == 0)
    let after = try bench.seminar("quiz", "--format", "csv").output
    #expect(after != before)
    #expect(after.contains("2,tools,"))
  }

  @Test func `a week of a programme that is searched is known once it is published`() throws {
    let bench = try Workbench.everything()
    try bench.write(
      """
      quiz: Two tools
      curriculum: everything
      module: tools
      status: An example.
      mode: practice
      items:
        - id: t1
          kind: true-false
          stem: A saw cuts.
          key: true
          rationale: That is what it is for.
          source: The workshop
          fact: F-1
          theme: wood
          level: recall
      """,
      to: "quizzes/everything/tools.yaml"
    )
    let unknown = try bench.seminar("quiz", "week-01")
    #expect(unknown.status == 66)
    #expect(unknown.error.contains("publish it with 'seminar publish', or name the quiz"))
    #expect(try bench.seminar("publish", "--moves", "2000").status == 0)
    let list = try bench.seminar("quiz", "--format", "csv")
    let row = try #require(list.output.split(separator: "\r\n").last)
    #expect(row.wholeMatch(of: /[1-4],tools,1,not started/) != nil, "\(row)")
  }

  @Test func `without quizzes the list says so`() throws {
    expectGolden(try Workbench().seminar("quiz").transcript, "quizzes-none.txt")
  }

  @Test func `a quiz with problems is listed as such`() throws {
    let bench = try Workbench.joinery()
    try bench.edit("quizzes/joinery/joints.yaml", "key: false", "key: perhaps")
    expectGolden(try bench.seminar("quiz").transcript, "quizzes-problems.txt")
  }

  @Test func `the real programme has a graded and a practice quiz in each of its ten weeks`() throws
  {
    let list = try Workbench().seminar(
      "quiz",
      "--workspace",
      Workbench.package,
      "--format",
      "csv"
    )
    let weeks = list.output.split(separator: "\r\n").dropFirst().compactMap {
      $0.split(separator: ",").first.flatMap { Int($0) }
    }
    #expect(weeks == (1...10).flatMap { [$0, $0] })
  }
}

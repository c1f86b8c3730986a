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

  @Test func `without quizzes the list says so`() throws {
    expectGolden(try Workbench().seminar("quiz").transcript, "quizzes-none.txt")
  }

  @Test func `a quiz with problems is listed as such`() throws {
    let bench = try Workbench.joinery()
    try bench.edit("quizzes/joinery/joints.yaml", "key: false", "key: perhaps")
    expectGolden(try bench.seminar("quiz").transcript, "quizzes-problems.txt")
  }

  @Test func `the real programme has a quiz in each of its ten weeks`() throws {
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
    #expect(weeks == Array(1...10))
  }
}

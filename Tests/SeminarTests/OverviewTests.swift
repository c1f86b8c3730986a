import Foundation
import GoldenFiles
import Testing

@Suite struct OverviewTests {
  @Test func `without a command it says what is here and what to do next`() throws {
    let overview = try Workbench.joinery().seminar()
    expectGolden(overview.transcript, "overview.txt")
  }

  @Test func `an empty folder gets its next step too`() throws {
    let overview = try Workbench().seminar()
    expectGolden(overview.transcript, "overview-empty.txt")
  }

  @Test func `files with problems are counted`() throws {
    let bench = try Workbench.joinery()
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: three")
    try bench.edit("quizzes/joinery/joints.yaml", "key: false", "key: perhaps")
    expectGolden(try bench.seminar().transcript, "overview-problems.txt")
  }

  @Test func `another folder is named by the option or by the environment`() throws {
    let (bench, elsewhere) = (try Workbench.joinery(), try Workbench())
    let byOption = try elsewhere.seminar("--workspace", bench.folder)
    let byVariable = try elsewhere.seminar(environment: ["SEMINAR_WORKSPACE": bench.folder])
    #expect(byOption.output.contains("the curriculum joinery: 6 sessions in 3 weeks"))
    #expect(byVariable.output == byOption.output)
    let both = try elsewhere.seminar(
      "--workspace",
      bench.folder,
      environment: ["SEMINAR_WORKSPACE": "/nowhere"]
    )
    #expect(both.output == byOption.output)
  }

  @Test func `the real workspace has 42 sessions in ten weeks, and quizzes`() throws {
    let overview = try Workbench().seminar("--workspace", Workbench.package)
    #expect(overview.status == 0)
    #expect(overview.output.contains("crime-justice-security: 42 sessions in 10 weeks"))
    #expect(overview.output.contains(" quizzes with "))
  }
}

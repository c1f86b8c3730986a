import Foundation
import GoldenFiles
import Testing

@Suite struct RosterTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench.joinery()
    try bench.write(Workbench.fixture("workspace/roster.csv"), to: "roster.csv")
    return bench
  }

  @Test func `an import says what it changed, and a second one changes nothing`() throws {
    let bench = try bench()
    let first = try bench.seminar("roster", "import", "roster.csv")
    #expect(first.output == "3 new, 0 changed, 0 unchanged, 0 not in the file and kept\n")
    #expect(first.status == 0)
    let again = try bench.seminar("roster", "import", "-", input: bench.text(of: "roster.csv"))
    #expect(again.output == "0 new, 0 changed, 3 unchanged, 0 not in the file and kept\n")
    let other = "id,name\np01,Ana Núñez Vega\np04,Noor\n"
    let third = try bench.seminar("roster", "import", "-", input: other)
    #expect(third.output == "1 new, 1 changed, 0 unchanged, 2 not in the file and kept\n")
  }

  @Test(arguments: ["text", "csv", "json"])
  func `the roster is shown in every form`(form: String) throws {
    let bench = try bench()
    let imported = try bench.seminar("roster", "import", "roster.csv")
    #expect(imported.status == 0, "\(imported.error)")
    let list = try bench.seminar("roster", "list", "--format", form)
    #expect(list.status == 0)
    expectGolden(list.transcript, "roster.\(form == "text" ? "txt" : form)")
    #expect(try bench.seminar("roster", "--format", form).output == list.output)
  }

  @Test func `a markbook is for its owner only`() throws {
    let bench = try bench()
    _ = try bench.seminar("roster", "import", "roster.csv")
    #expect(try bench.contents()["markbook.sqlite"]?.permissions == 0o600)
  }

  @Test func `without a markbook the roster is empty, and none is created`() throws {
    let bench = try bench()
    let before = try bench.contents()
    #expect(try bench.seminar("roster").output.contains("There is nothing to show."))
    #expect(try bench.contents() == before)
  }

  @Test func `the markbook can lie elsewhere`() throws {
    let (bench, elsewhere) = (try bench(), try Workbench())
    let file = elsewhere.path("other.sqlite")
    _ = try bench.seminar("roster", "import", "roster.csv", "--markbook", file)
    #expect(try bench.contents()["markbook.sqlite"] == nil)
    let list = try bench.seminar("roster", environment: ["SEMINAR_MARKBOOK": file])
    #expect(list.output.contains("Ana Núñez"))
  }
}

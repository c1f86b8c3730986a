import Foundation
import GoldenFiles
import Testing

/// Drafts that tell participants what is theirs, and nothing of anybody else.
@Suite struct MessagesTests {
  /// What is in a folder of drafts, one file after the other, without times.
  private func drafts(in folder: String, of bench: Workbench) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(folder)).sorted()
    let texts = try names.map { name in
      "─── \(name) ───\n" + (try bench.text(of: "\(folder)/\(name)"))
    }
    return texts.joined()
      .replacing(/Date: [^\r\n]+/, with: "Date: DATE")
      .replacing(/Message-ID: <([a-z]+)\.\d+\./) { "Message-ID: <\($0.1).SECOND." }
  }

  @Test func `each participant gets their own result, as far as the quiz lets it be seen`() throws {
    let bench = try ScoresTests.recorded()
    let written = try bench.seminar("results", "tools", "--messages", "out")
    #expect(written.output == "Wrote 2 messages to out\n")
    expectGolden(try drafts(in: "out", of: bench), "messages-results.txt")
    for (file, others) in [("p01", ["王小明", "p03"]), ("p03", ["Ana", "p01"])] {
      let text = try bench.text(of: "out/\(file).txt")
      #expect(others.allSatisfy { !text.contains($0) })
    }
    #expect(try bench.contents()["out/p01.txt"]?.permissions == 0o640)
    #expect(try bench.seminar("markbook", "verify").status == 0)
    let again = try bench.seminar("results", "tools", "--messages", "out")
    #expect(again.status == 73)
  }

  @Test func `who can still sit a quiz gets one reminder`() throws {
    let bench = try ScoresTests.recorded()
    try bench.write("id,name,email\n../x,Zoë,zoe@example.org\n", to: "more.csv")
    _ = try bench.seminar("roster", "import", "more.csv")
    let written = try bench.seminar("progress", "--remind", "out")
    #expect(written.output == "Wrote 2 messages to out\n")
    expectGolden(try drafts(in: "out", of: bench), "messages-reminders.txt")
    #expect(try bench.contents()["x.txt"] == nil)
  }

  @Test func `without a record, without a quiz and without a folder nothing is written`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("results", "tools", "--messages", "out").status == 66)
    #expect(try bench.seminar("results", "nothing", "--messages", "out").status == 66)
    #expect(try bench.seminar("results", "tools").status == 64)
    #expect(try bench.contents()["out"] == nil)
  }
}

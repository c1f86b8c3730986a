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

  @Test func `without a result to send, the reason is said and no folder is made`() throws {
    let bench = try Workbench.joinery()
    func said(_ quiz: String) throws -> String {
      let ended = try bench.seminar("results", quiz, "--messages", "out")
      #expect(ended.status == 0)
      return ended.output
    }
    try bench.write("id,name\np01,Ana\n", to: "roster.csv")
    #expect(try bench.seminar("roster", "import", "roster.csv").status == 0)
    #expect(
      try said("tools")
        == "There is no message to write: nobody on the roster has sat 'tools' yet.\n"
    )
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "b\n")
    #expect(
      try said("tools")
        == "There is no message to write: nobody on the roster has submitted 'tools' yet; 1 attempt "
        + "is open.\n"
    )
    let json = try bench.command(["results", "tools", "--messages", "out", "--format", "json"])
      .run().output
    #expect(json.contains("\"reason\" : \"There is no message to write"))
    #expect(!json.contains("folder"))
    try bench.edit("quizzes/joinery/tools.yaml", "mode: graded", "mode: practice")
    #expect(try said("tools").contains("the quiz 'tools' is for practice"))
    #expect(try bench.seminar("roster", "remove", "p01").status == 0)
    #expect(try said("tools").contains("nobody is on the roster"))
    #expect(try bench.contents()["out"] == nil)
  }

  @Test func `without anybody to remind, the reason is said and no folder is made`() throws {
    let bench = try Workbench.joinery()
    func said() throws -> String {
      let ended = try bench.seminar("progress", "--remind", "out")
      #expect(ended.status == 0)
      return ended.output
    }
    #expect(try said().contains("There is no reminder to write: the programme has no participants"))
    try bench.write("id,name\np01,Ana\n", to: "roster.csv")
    #expect(try bench.seminar("roster", "import", "roster.csv").status == 0)
    for quiz in ["tools", "joints"] {
      let words = ["roster", "override", "p01", "--quiz", quiz, "--excuse", "--reason", "ill"]
      #expect(try bench.command(words).run().status == 0)
    }
    #expect(try said().contains("everybody has sat the quizzes that can be sat now"))
    #expect(try bench.contents()["out"] == nil)
  }

  @Test func `without a record, without a quiz and without a folder nothing is written`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("results", "tools", "--messages", "out").status == 66)
    #expect(try bench.seminar("results", "nothing", "--messages", "out").status == 66)
    #expect(try bench.seminar("results", "tools").status == 64)
    #expect(try bench.contents()["out"] == nil)
  }
}

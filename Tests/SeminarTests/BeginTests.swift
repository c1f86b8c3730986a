import Foundation
import Testing

@Suite struct BeginTests {
  @Test func `a workspace is written that has no problems and can be laid out`() throws {
    let bench = try Workbench()
    let began = try bench.seminar("init", "my-workspace")
    #expect(began.status == 0)
    #expect(began.output.hasPrefix("Wrote 3 files:\n  my-workspace/curricula/my-programme.yaml "))
    #expect(began.output.contains("  cd my-workspace\n"))
    let check = try bench.seminar("check", "--workspace", "my-workspace")
    #expect(check.output == "2 files checked: no problems\n")
    let shown = try bench.seminar("timetable", "--workspace", "my-workspace")
    #expect(shown.status == 0)
    #expect(shown.output.contains("proved"))
  }

  @Test func `nothing is overwritten, and then nothing is written`() throws {
    for path in ["roster.csv", "curricula/other.yaml", "quizzes/a/b.yaml"] {
      let bench = try Workbench()
      try bench.write("mine", to: path)
      let before = try bench.contents()
      let refused = try bench.seminar("init")
      #expect(refused.status == 73)
      #expect(refused.error.contains("there is a file '\(path)' already; nothing was written"))
      #expect(try bench.contents() == before)
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `the demonstration goes the whole round and says where it put things`() throws {
    let bench = try Workbench()
    let demo = try bench.seminar("demo", environment: ["TMPDIR": bench.folder])
    #expect(demo.status == 0)
    let folder = try #require(
      FileManager.default.contentsOfDirectory(atPath: bench.folder).first
    )
    #expect(demo.output.contains(folder))
    for words in ["timetable", "publish", "roster import roster.csv", "scores"] {
      #expect(demo.output.contains("$ seminar \(words)\n"))
    }
    #expect(demo.output.contains("Ana Example"))
    let page = bench.path("\(folder)/published/my-programme/index.html")
    #expect(FileManager.default.fileExists(atPath: page))
  }
}

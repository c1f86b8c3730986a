import Foundation
import GoldenFiles
import Records
import Testing

/// `seminar markbook verify`, `merge` and `forget`.
@Suite struct MarkbookCommandTests {
  @Test func `a whole markbook is verified, and its head named`() throws {
    let bench = try ScoresTests.recorded()
    let verified = try bench.seminar("markbook", "verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("The markbook is intact: "))
    let head = try #require(try bench.markbook().heads().first)
    #expect(verified.output.contains("head: \(head)"))
    for given in [head.description, head.hash] {
      let found = try bench.seminar("markbook", "verify", "--head", given)
      #expect(found.status == 0)
      #expect(found.output.contains("That head covers the first \(head.position) records"))
    }
    let wrong = "\(head.site):\(head.position - 1):\(head.hash)"
    #expect(try bench.seminar("markbook", "verify", "--head", wrong).status == 1)
    let unknown = try bench.seminar("markbook", "verify", "--head", "abc")
    #expect(unknown.status == 1)
    #expect(unknown.error.contains("the markbook never had the head 'abc'"))
    let json = try bench.seminar("markbook", "verify", "--format", "json")
    #expect(json.output.contains("\"format\" : \"seminar-verification\""))
    #expect(json.output.contains("\"whole\" : true"))
  }

  @Test func `what was altered is named, and no score is shown`() throws {
    let bench = try ScoresTests.recorded()
    try bench.alterRecord()
    let verified = try bench.seminar("markbook", "verify")
    #expect(verified.status == 1)
    #expect(verified.output == "")
    #expect(verified.error.contains("has been changed"))
    let json = try bench.seminar("markbook", "verify", "--format", "json")
    #expect(json.status == 1)
    #expect(json.output.contains("\"whole\" : false"))
    for refused in [
      try bench.seminar("scores"), try bench.seminar("scores", "--format", "csv"),
      try bench.seminar("markbook", "attempts"),
    ] {
      #expect(refused.status == 65)
      #expect(refused.output == "")
      #expect(refused.error.contains("so nothing is shown"))
    }
  }

  @Test func `scores that were not verified say so`() throws {
    let scores = try ScoresTests.recorded().seminar("scores", "--unverified", "--format", "json")
    #expect(scores.output.contains("\"verified\": \"no\""))
  }

  @Test func `somebody is forgotten after a yes, and copies are listed`() throws {
    let bench = try ScoresTests.recorded()
    try FileManager.default.copyItem(
      atPath: bench.path("markbook.sqlite"),
      toPath: bench.path("backup.sqlite")
    )
    let before = try bench.markbook().heads()
    let asked = try bench.seminar("markbook", "forget", "p01")
    #expect(asked.status == 64)
    #expect(asked.error.contains("add '--yes'"))
    #expect(try bench.markbook().heads() == before)
    let forgotten = try bench.seminar("markbook", "forget", "p01", "--yes")
    #expect(forgotten.status == 0)
    #expect(forgotten.output.contains("of 1 attempt."))
    #expect(forgotten.output.contains("backup.sqlite"))
    #expect(try bench.seminar("markbook", "verify").output.contains("1 participant forgotten"))
    #expect(!(try bench.seminar("scores", "--format", "csv").output.contains("p01")))
    #expect(try bench.seminar("markbook", "forget", "p01", "--yes").status == 65)
  }

  @Test func `markbooks of two sites are merged once, whatever the order`() throws {
    let (bench, other) = (try ScoresTests.recorded(), try Workbench.joinery())
    _ = try other.seminar(
      "roster",
      "import",
      "-",
      input: Workbench.fixture("workspace/roster.csv")
    )
    try other.record(["b", "^D"], at: "joinery/tools", by: "p01", began: 1_774_459_000_000)
    let count = try bench.markbook().attempts().count
    try FileManager.default.copyItem(
      atPath: other.path("markbook.sqlite"),
      toPath: bench.path("other.sqlite")
    )
    let merged = try bench.seminar("markbook", "merge", "other.sqlite")
    #expect(merged.status == 0)
    #expect(merged.output.contains("other.sqlite: "))
    #expect(merged.output.contains("1 attempt, 0 participants"))
    let again = try bench.seminar("markbook", "merge", "other.sqlite")
    #expect(again.output == "other.sqlite: nothing new\n")
    #expect(try bench.markbook().attempts().count == count + 1)
  }

  @Test(arguments: [
    ("missing.sqlite", 66, "there is no markbook here"),
    ("course.txt", 65, "is not a SQLite database"),
  ])
  func `what is no markbook is not merged`(file: String, status: Int32, words: String) throws {
    let bench = try ScoresTests.recorded()
    try bench.write(String(repeating: "notes\n", count: 30), to: "course.txt")
    let before = try bench.markbook().heads()
    let refused = try bench.seminar("markbook", "merge", file)
    #expect(refused.status == status)
    #expect(refused.error.contains("this cannot be merged: "))
    #expect(refused.error.contains(words))
    #expect(refused.error.contains("name the markbook of another site; nothing was changed"))
    #expect(try bench.markbook().heads() == before)
  }
}

import Foundation
import Testing

/// What commands have done, as documents for other programs.
@Suite struct ReportFormTests {
  /// The document that a command prints.
  private func document(_ ended: Program.Ended) throws -> [String: Any] {
    #expect(ended.status == 0, "\(ended.transcript)")
    let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `a roster that was imported, an exception and the exceptions`() throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name\np01,Ana\np02,Bo\n", to: "people.csv")
    let first = try document(bench.seminar("roster", "import", "people.csv", "--format", "json"))
    #expect(first["format"] as? String == "seminar-roster-import")
    #expect(first["new"] as? [String] == ["p01", "p02"])
    let given = try document(
      bench.seminar(
        "roster",
        "override",
        "p01",
        "--attempts",
        "2",
        "--reason",
        "power cut",
        "--by",
        "Ida",
        "--format",
        "json"
      )
    )
    #expect(given["format"] as? String == "seminar-override")
    #expect(given["participant"] as? String == "p01")
    #expect(given["given"] as? String == "2 attempts")
    let list = try bench.seminar("roster", "override", "--format", "csv")
    #expect(list.status == 0)
    #expect(list.output.contains("p01,all,2 attempts,power cut,Ida"))
    let refused = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--attempts",
      "2",
      "--reason",
      "r",
      "--format",
      "csv"
    )
    #expect(refused.status == 64)
  }

  @Test func `a backup, a merge and a publication`() throws {
    let bench = try Workbench.joinery()
    let dry = try document(bench.seminar("publish", "--dry-run", "--format", "json"))
    #expect(dry["isWritten"] as? Bool == false)
    #expect(dry["revision"] as? Int == 1)
    let published = try document(bench.seminar("publish", "--format", "json"))
    #expect(published["isWritten"] as? Bool == true)
    #expect((published["files"] as? [String])?.contains("programme.ics") == true)
    let backup = try document(
      bench.seminar("markbook", "backup", "copy.sqlite", "--format", "json")
    )
    #expect(backup["records"] as? Int ?? 0 > 0)
    #expect((backup["heads"] as? [String])?.count == 1)
    let merged = try document(
      bench.seminar("markbook", "merge", "copy.sqlite", "--format", "json")
    )
    let files = try #require(merged["files"] as? [[String: Any]])
    #expect(files.map { $0["records"] as? Int } == [0])
  }

  @Test func `attendance, the next edition, a restoration and an erasure`() throws {
    let bench = try ScoresTests.recorded()
    try bench.write("id,attendance\np01,80\n", to: "attendance.csv")
    let json = ["--format", "json"]
    let read = try document(bench.command(["roster", "attendance", "attendance.csv"] + json).run())
    #expect(read["format"] as? String == "seminar-attendance-import")
    #expect(read["read"] as? Int == 1)
    let next = try document(
      bench.command(["edition", "start", "2099", "--starts", "2099-03-03"] + json).run()
    )
    #expect(next["file"] as? String == "curricula/joinery-2099.yaml")
    #expect((next["moved"] as? [[String: Any]])?.isEmpty == false)
    _ = try document(bench.command(["markbook", "backup", "copy.sqlite"] + json).run())
    let erased = try document(
      bench.command(["markbook", "forget", "p01", "--yes"] + json).run()
    )
    #expect(erased["participant"] as? String == "p01")
    #expect((erased["copies"] as? [String])?.contains { $0.hasSuffix("copy.sqlite") } == true)
    let restored = try document(
      bench.command(["markbook", "restore", "copy.sqlite"] + json).run()
    )
    #expect(restored["records"] as? Int ?? 0 > 0)
    #expect((restored["kept"] as? [String])?.isEmpty == false)
  }

  @Test func `what is due, and a conversion`() throws {
    let bench = try Workbench.joinery()
    let due = try document(bench.seminar("review", "--format", "json"))
    #expect(due["due"] as? Int == 0)
    let converted = try document(
      bench.seminar("convert", "quizzes/joinery/tools.yaml", "tools.gift", "--format", "json")
    )
    #expect(converted["format"] as? String == "seminar-conversion")
    #expect(converted["read"] as? Int == converted["written"] as? Int)
    let refused = try bench.seminar(
      "convert",
      "quizzes/joinery/tools.yaml",
      "-",
      "--to",
      "gift",
      "--format",
      "json"
    )
    #expect(refused.status == 64)
  }
}

import Foundation
import GoldenFiles
import Testing

/// Scores in the forms of other programs.
@Suite struct ScoresFormsTests {
  @Test(arguments: ["excel", "excel-de", "excel-fr"])
  func `CSV for a spreadsheet has its separators, its numbers and its dates`(spreadsheet: String)
    throws
  {
    let bench = try ScoresTests.recorded()
    let ended = try bench.seminar("scores", "--format", "csv", "--for", spreadsheet)
    #expect(ended.output.hasPrefix("\u{FEFF}participant"))
    let row = ended.output.split(separator: "\r\n")[1]
    let sign = spreadsheet == "excel" ? "62.5" : "62,5"
    let separator = spreadsheet == "excel" ? "," : ";"
    #expect(row.contains("\(separator)2026-03-25 10:00:00\(separator)"))
    #expect(row.contains("\(separator)\(sign)\(separator)"))
  }

  @Test func `single choices come before those of a spreadsheet`() throws {
    let bench = try ScoresTests.recorded()
    let ended = try bench.seminar(
      "scores",
      "--format",
      "csv",
      "--for",
      "excel-de",
      "--delimiter",
      "tab",
      "--decimal",
      "point"
    )
    #expect(ended.output.contains("\t62.5\t"))
    let plain = try bench.seminar(
      "roster",
      "list",
      "--format",
      "csv",
      "--bom",
      "--decimal",
      "comma"
    )
    #expect(plain.output.hasPrefix("\u{FEFF}id,"))
    #expect(plain.output.contains("\"1,25\""))
  }

  @Test(arguments: ["moodle", "ndjson"])
  func `scores have the forms of a gradebook and of a stream`(form: String) throws {
    let ended = try ScoresTests.recorded().seminar("scores", "--format", form)
    expectGolden(ended.transcript, "scores-\(form).txt")
  }

  @Test func `choices that do not go together are refused`() throws {
    let bench = try ScoresTests.recorded()
    let refused = try [
      ["--for", "excel-de"], ["--format", "json", "--bom"], ["--format", "moodle", "--responses"],
      ["--format", "csv", "--for", "numbers"], ["--format", "csv", "--delimiter", "pipe"],
    ].map { try bench.command(["scores"] + $0).run().transcript }
    expectGolden(refused.joined(), "scores-forms-refused.txt")
  }

  @Test func `a file is replaced whole and stays closed to others`() throws {
    let bench = try ScoresTests.recorded()
    let words = ["scores", "--format", "csv", "--output", "out.csv"]
    #expect(try bench.command(words).run().status == 0)
    #expect(try bench.contents()["out.csv"]?.permissions == 0o640)
    #expect(try bench.command(words).run().status == 73)
    #expect(try bench.command(words + ["--force"]).run().status == 0)
  }
}

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
      ["--format", "moodle", "--anonymous"], ["--format", "xapi", "--anonymous"],
      ["--format", "xapi", "--responses"], ["--format", "qti"],
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

  @Test func `in an anonymous export a participant has one name, and another in the next`() throws {
    let bench = try ScoresTests.recorded()
    func export(_ words: [String]) throws -> String {
      let ended = try bench.command(["scores", "--anonymous"] + words).run()
      #expect(ended.status == 0)
      for text in ["Ana", "王", "2026-03-2", "9edd5738"] {
        #expect(!ended.output.contains(text), "\(words) has \(text)")
      }
      // A keyed name may begin like an identifier by chance.
      #expect(ended.output.firstMatch(of: /\bp0[0-9]\b/) == nil, "\(words)")
      return ended.output
    }
    func people(_ table: String) -> [Substring] {
      table.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    }
    let first = try people(export(["--format", "csv"]))
    #expect(first.count == 5)
    #expect(Set(first).count == 4)
    #expect(first.count { $0 == "guest" } == 1)
    #expect(
      first.allSatisfy { $0 == "guest" || $0.wholeMatch(of: /p[0-9a-f]{12}/) != nil }
    )
    #expect(first.filter { $0 != "guest" } == first.filter { $0 != "guest" }.sorted())
    let second = try export(["--format", "csv"])
    #expect(first.allSatisfy { $0 == "guest" || !second.contains($0) })
    let responses = try export(["--responses", "--format", "csv"])
    #expect(Set(people(responses)).count == 4)
    for form in ["text", "json", "ndjson"] { _ = try export(["--format", form]) }
  }

  @Test func `statements for a record store are the same in each export`() throws {
    let bench = try ScoresTests.recorded()
    let words = ["scores", "--format", "xapi", "--unverified"]
    let first = try bench.command(words).run()
    #expect(first.status == 0)
    expectGolden(first.transcript, "scores-xapi.txt")
    #expect(try bench.command(words).run().output == first.output)
    let ids = first.output.matches(of: /"id":"([0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f-]{21})"/)
      .map { String($0.1) }
    #expect(ids.count == first.output.split(separator: "\n").count)
    #expect(Set(ids).count == ids.count)
    // Verified or not: the same statement.
    let verified = try bench.seminar("scores", "--format", "xapi")
    for id in ids { #expect(verified.output.contains(id)) }
  }

  @Test func `each attempt is a result report of its own`() throws {
    let bench = try ScoresTests.recorded()
    let words = ["scores", "--format", "qti", "--output", "results"]
    let ended = try bench.command(words).run()
    #expect(ended.output == "Wrote 5 files to results\n")
    let files = try bench.contents().filter {
      $0.key.hasPrefix("results/") && $0.key.hasSuffix(".xml")
    }
    #expect(files.count == 5)
    let documents = try files.keys.sorted().map { try bench.text(of: $0) }
    for document in documents {
      #expect(Self.isBalanced(document))
    }
    let whole = documents.joined(separator: "\n")
      .replacing(/head: [0-9a-f:]+/, with: "head: HEAD")
    expectGolden(whole, "scores-qti.txt")
    #expect(try bench.command(words).run().status == 73)
  }

  /// Whether every element of a document ends where it must.
  private static func isBalanced(_ document: String) -> Bool {
    var open: [Substring] = []
    for match in document.matches(of: /<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/) {
      if !match.1.isEmpty {
        guard open.popLast() == match.2 else { return false }
      } else if match.3.isEmpty {
        open.append(match.2)
      }
    }
    return open.isEmpty
  }
}

import Foundation
import GoldenFiles
import Testing

/// Timetables that people edited, held against their curriculum.
@Suite struct HandmadeTests {
  /// A course with its timetable in a file.
  private func exported(_ form: String) throws -> Workbench {
    let bench = try Workbench.joinery()
    let written = try bench.seminar("timetable", "--format", form, "-o", "edited.\(form)")
    #expect(written.status == 0)
    return bench
  }

  @Test(arguments: ["csv", "json"])
  func `what was exported is valid and as cheap as the best`(form: String) throws {
    let bench = try exported(form)
    let checked = try bench.seminar("timetable", "--check", "edited.\(form)")
    #expect(checked.status == 0)
    #expect(checked.error == "")
    #expect(checked.output.contains("\nValid: no hard constraint is broken.\n"))
    #expect(checked.output.contains("It costs 7; the cheapest valid timetable known costs 7"))
  }

  @Test(arguments: ["text", "json"])
  func `each violation is told, and the status is 1`(form: String) throws {
    let bench = try exported("csv")
    try bench.edit("edited.csv", "2026-03-31,10:00", "2026-04-07,10:30")
    try bench.edit("edited.csv", "2026-03-31,11:15", "2026-04-01,11:15")
    let before = try bench.contents()
    let checked = try bench.seminar("timetable", "--check", "edited.csv", "--format", form)
    #expect(checked.status == 1)
    expectGolden(checked.transcript, "handmade/broken.\(form == "text" ? "txt" : form)")
    #expect(try bench.contents() == before)
  }

  @Test func `a table that went through a spreadsheet is read`() throws {
    let bench = try exported("csv")
    let lines = try bench.text(of: "edited.csv").split(separator: "\r\n").map { line in
      line.replacing("\u{FEFF}", with: "")
        .replacing(",", with: ";")
        .replacing(/(\d{4})-(\d\d)-(\d\d);/) { "\($0.3)/\($0.2)/\($0.1);" }
    }
    try bench.write("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n", to: "edited.csv")
    let checked = try bench.seminar("timetable", "--check", "edited.csv")
    #expect(checked.status == 0, "\(checked.transcript)")
    let text = try bench.text(of: "edited.csv")
    #expect(try bench.seminar("timetable", "--check", "-", input: text).status == 0)
  }

  @Test func `where no timetable exists, one can be checked all the same`() throws {
    let bench = try exported("csv")
    try bench.edit("curricula/joinery.yaml", "grid: 5", "grid: 5\n")
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 2")
    let checked = try bench.seminar("timetable", "--check", "edited.csv")
    #expect(checked.status == 1)
    #expect(checked.output.contains("No valid timetable is known."))
    #expect(checked.output.contains("there is no open block on Tuesday 7 April 2026"))
  }

  @Test func `what is no timetable, or cannot be asked, is refused`() throws {
    let bench = try exported("csv")
    try bench.write("name,score\nx,1\n", to: "scores.csv")
    expectGolden(
      try bench.seminar("timetable", "--check", "scores.csv").transcript,
      "handmade/no-timetable.txt"
    )
    #expect(try bench.seminar("timetable", "--check", "scores.csv").status == 65)
    #expect(try bench.seminar("timetable", "--check", "missing.csv").status == 66)
    let other = try bench.seminar("timetable", "--check", "edited.csv", "--format", "ics")
    #expect(other.status == 64)
    #expect(other.error.contains("a check is shown as text or json, not as ics"))
    #expect(try bench.seminar("timetable", "--check", "edited.csv", "--robust").status == 64)
  }
}

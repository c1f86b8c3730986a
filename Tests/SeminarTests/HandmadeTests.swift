import Foundation
import GoldenFiles
import HandmadeArchives
import Testing

/// Timetables that people edited, held against their curriculum.
@Suite struct HandmadeTests {
  /// A course with its timetable in a file.
  private func exported(_ form: String) throws -> Workbench {
    try #require(Self.made[form]).copy()
  }

  private static let made = Dictionary(
    uniqueKeysWithValues: ["csv", "json"].map { form in
      let made = MadeWorkbench {
        let bench = try Workbench.joinery()
        let written = try bench.seminar("timetable", "--format", form, "-o", "edited.\(form)")
        #expect(written.status == 0)
        return bench
      }
      return (form, made)
    }
  )

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

  /// A table as a spreadsheet's own file, in which days and times are numbers.
  private func workbook(_ csv: String) throws -> Data {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationship(_ kind: String, _ target: String) -> String {
      "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        + "</Relationships>"
    }
    let rows = csv.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        if let day = cell.wholeMatch(of: /2026-(\d\d)-(\d\d)/), let month = Int(day.1),
          let date = Int(day.2)
        {
          // 1 March 2026 is day 46,082.
          return "<c><v>\(46_081 + date + (month == 4 ? 31 : 0))</v></c>"
        }
        if let time = cell.wholeMatch(of: /(\d\d):(\d\d)/), let hour = Int(time.1),
          let minute = Int(time.2)
        {
          return "<c><v>\(Double(hour * 60 + minute) / 1440)</v></c>"
        }
        let text = cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    let archive = HandmadeArchive([
      .stored("_rels/.rels", relationship("officeDocument", "xl/workbook.xml")),
      .stored(
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"Plan\" id=\"r1\"/></sheets></workbook>"
      ),
      .stored("xl/_rels/workbook.xml.rels", relationship("worksheet", "sheet.xml")),
      .stored(
        "xl/sheet.xml",
        "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"
      ),
    ])
    return Data(archive.bytes)
  }

  /// A course with a plan in a spreadsheet's own file, in which two sessions changed places.
  private func planned() throws -> Workbench {
    let bench = try exported("csv")
    let columns = "session,date,start,room,trainers\r\n"
    let rows = try bench.text(of: "edited.csv").split(separator: "\r\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[5], cells[1], cells[2], "workshop", cells[5] == "glues" ? "otto" : "maria"]
        .joined(separator: ",") + "\r\n"
    }
    try bench.write(workbook(columns + rows.joined()), to: "plan.xlsx")
    return bench
  }

  #if Archives
    @Test func `a spreadsheet's own file is checked and published`() throws {
      let bench = try planned()
      let checked = try bench.seminar("timetable", "--check", "plan.xlsx")
      #expect(checked.error == "")
      #expect(checked.output.contains("plan.xlsx, checked against"), "\(checked.transcript)")
      let published = try bench.seminar(
        "publish",
        "--from",
        "plan.xlsx",
        "--despite",
        "a test",
        "--today",
        "2026-03-01"
      )
      #expect(published.status == 0, "\(published.transcript)")
      let again = try bench.seminar(
        "revise",
        "--from",
        "plan.xlsx",
        "--despite",
        "a test",
        "--today",
        "2026-03-01"
      )
      #expect(again.status == 0, "\(again.transcript)")
    }

    @Test func `what is no workbook is refused in one sentence`() throws {
      let bench = try planned()
      try bench.write("session,date,start\n", to: "other.xlsx")
      try bench.write(Data(HandmadeArchive([.stored("a.txt", "x")]).bytes), to: "packed.xlsx")
      try bench.write("x", to: "plan.ods")
      for (file, words) in [
        ("other.xlsx", "cannot be read: it is not a ZIP file"),
        ("packed.xlsx", "cannot be read: there is no workbook in it"),
        ("plan.ods", "is a spreadsheet file in a format that cannot be read"),
      ] {
        let refused = try bench.seminar("timetable", "--check", file)
        #expect(refused.status == 65)
        #expect(refused.error.hasPrefix("error: '\(file)' \(words)\n"), "\(refused.error)")
        #expect(refused.error.contains("save it as CSV in the spreadsheet, and name that file"))
      }
    }
  #else
    @Test(arguments: [["timetable", "--check"], ["publish", "--from"], ["roster", "import"]])
    func `without the trait one sentence asks for CSV`(words: [String]) throws {
      let bench = try planned()
      let refused = try bench.command(words + ["plan.xlsx"]).run()
      #expect(refused.status == 65)
      #expect(
        refused.error == """
          error: 'plan.xlsx' is a spreadsheet file, which this build of the program cannot read
            help: save it as CSV in the spreadsheet, and name that file

          """
      )
      #expect(try bench.command(words + ["missing.xlsx"]).run().status == 66)
    }
  #endif

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

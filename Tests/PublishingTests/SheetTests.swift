import Curricula
import Foundation
import GoldenFiles
import Publishing
import Testing

@Suite struct SheetTests {
  private func scores() throws -> Sheet {
    let zone = try #require(Zone("America/New_York"))
    var sheet = Sheet(
      "Scores of week 3",
      columns: [
        .init("participant"), .init("name"), .init("started", .instant),
        .init("score", .number), .init("passed", .flag),
      ],
      zone: zone
    )
    let instant = try Date("2026-04-07T17:05:09Z", strategy: .iso8601)
    sheet.append([.text("p01"), .text("=1+1"), .instant(instant), .number(7), .flag(true)])
    sheet.append([
      .text("p02"), .text("李, \"Wei\""), .instant(instant), .number(Decimal(-25) / 10),
      .flag(false),
    ])
    sheet.append([.text("p03"), .text("-\nleft"), .empty, .empty, .empty])
    return sheet
  }

  @Test func `a report as text stands in columns`() throws {
    expectGolden(try scores().text(), "sheet.txt")
  }

  @Test func `a report too wide for the page is written row by row`() throws {
    expectGolden(try scores().text(width: 40), "sheet-narrow.txt")
  }

  @Test func `a report as JSON keeps the order of its columns`() throws {
    let text = try scores().json(format: "seminar-scores", version: 1, notes: ["head": "ab12"])
    expectGolden(text, "sheet.json")
  }

  @Test func `a report as CSV is harmless in a spreadsheet`() throws {
    expectGolden(try scores().csv(), "sheet.csv")
  }

  @Test func `a report as lines of JSON`() throws {
    expectGolden(try scores().lines(), "sheet.ndjson")
  }

  @Test func `an empty report says so`() throws {
    let zone = try #require(Zone("UTC"))
    let sheet = Sheet("Scores", columns: [.init("name")], zone: zone)
    #expect(sheet.text() == "Scores\n\nThere is nothing to show.\n")
    #expect(sheet.csv() == "name\r\n")
    #expect(sheet.lines() == "")
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"),
    ("\ra", "\"'\ra\""), ("\r\na", "\"'\r\na\""), ("a=1", "a=1"), ("", ""),
  ])
  func `a text that begins like a formula gets an apostrophe`(text: String, cell: String) throws {
    var writer = CSVWriter(zone: try #require(Zone("UTC")))
    writer.write([.text(text)])
    #expect(writer.text == cell + "\r\n")
  }

  @Test func `numbers are left alone`() throws {
    var writer = CSVWriter(zone: try #require(Zone("UTC")))
    writer.write([.number(-3), .number(Decimal(-5) / 2)])
    #expect(writer.text == "-3,-2.5\r\n")
  }

  @Test(arguments: [
    (Int64(1532), 3, "1.532", "1,532"), (-5, 2, "-0.05", "-0,05"), (120, 1, "12", "12"),
    (1050, 3, "1.05", "1,05"), (0, 3, "0", "0"),
    (.max, 3, "9223372036854775.807", "9223372036854775,807"),
    (.min, 1, "-922337203685477580.8", "-922337203685477580,8"),
  ])
  func `a count of decimal parts is written by its digits`(
    count: Int64,
    decimals: Int,
    point: String,
    comma: String
  ) throws {
    let zone = try #require(Zone("UTC"))
    let cell = Sheet.Cell(count, decimals: decimals)
    var writer = CSVWriter(zone: zone)
    writer.write([cell])
    #expect(writer.text == point + "\r\n")
    writer = CSVWriter(CSVWriter.Form(decimalSign: .comma), zone: zone)
    writer.write([cell])
    #expect(writer.text == comma + "\r\n")
    #expect(cell.decimal.map { "\($0)" } == point)
    var sheet = Sheet("Parts", columns: [.init("number", .number)], zone: zone)
    sheet.append([cell])
    #expect(sheet.text().contains(point))
  }

  @Test func `other separators, a byte order mark and bare formulas on request`() throws {
    let form = CSVWriter.Form(separator: .semicolon, hasByteOrderMark: true, guardsFormulas: false)
    var writer = CSVWriter(form, zone: try #require(Zone("UTC")))
    writer.write([.text("=1;2"), .text("a,b"), .flag(true)])
    #expect(writer.text == "\u{FEFF}\"=1;2\";a,b;yes\r\n")
  }
}

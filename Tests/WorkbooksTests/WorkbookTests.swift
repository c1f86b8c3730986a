#if XLSX
  import Curricula
  import Foundation
  import Publishing
  import Testing

  @testable import Workbooks

  @Suite struct WorkbookTests {
    private func table(_ cells: [Sheet.Cell]) -> Sheet {
      var sheet = Sheet("Table", columns: [.init("text")], zone: .utc)
      for cell in cells { sheet.append([cell]) }
      return sheet
    }

    @Test func `names of worksheets are allowed ones, and each is another`() {
      var names = WorksheetNames()
      #expect(names.next("Items of course/week-01") == "Items of course week-01")
      #expect(names.next("items of COURSE:week-01") == "items of COURSE week-01 2")
      #expect(names.next("'[]'") == "Table")
      let long = String(repeating: "長", count: 40)
      #expect(names.next(long) == String(repeating: "長", count: 31))
      #expect(names.next(long) == String(repeating: "長", count: 29) + " 2")
      #expect(names.next(String(repeating: "𝒳", count: 20)).utf16.count == 30)
    }

    @Test func `text keeps what looks like a code, and loses only what XML has no character for`() {
      #expect(CellText.escaped("=1+1") == "=1+1")
      #expect(CellText.escaped("a_x0041_b_c") == "a_x005F_x0041_b_c")
      #expect(CellText.escaped("_x00G1_ _x041_") == "_x00G1_ _x041_")
      #expect(CellText.escaped("a\0b\u{FFFF}") == "a\u{FFFD}b\u{FFFD}")
    }

    @Test func `a text that has no room in a cell is refused before anything is written`() {
      let path = NSTemporaryDirectory() + "workbook-\(UInt64.random(in: .min ... .max)).xlsx"
      let long = table([.text(String(repeating: "é", count: 32_768))])
      #expect(throws: WorkbookFault.tooLong(column: "text", size: 32_768, limit: 32_767)) {
        try Workbook([long]).write(to: path, by: NSTemporaryDirectory())
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `where there is no room for the parts, nothing seems to be written`() {
      #expect(throws: WorkbookFault.self) {
        try ScratchSpace.check(bytes: 1 << 62, in: NSTemporaryDirectory())
      }
    }

    @Test func `a file that takes nothing is an error`() {
      #expect(throws: WorkbookFault.unwritten(.ENOSPC)) {
        try Workbook([table([.text("a")])]).write(to: "/dev/full", by: NSTemporaryDirectory())
      }
      #expect(throws: WorkbookFault.unwritten(.ENOENT)) {
        try Workbook([table([.text("a")])]).write(to: "/no/such", by: NSTemporaryDirectory())
      }
    }
  }
#endif

#if Archives
  import HandmadeArchives
  import Testing

  @testable import Spreadsheets

  @Suite struct WorksheetTests {
    private func rows(_ book: HandmadeWorkbook) throws(SpreadsheetFault) -> [[String]] {
      try Worksheet(book.bytes, limit: 1 << 20).rows
    }

    @Test func `shared, inline and computed texts are read, and gaps stay empty`() throws {
      let book = HandmadeWorkbook(
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>date</t></is></c></row>
        <row r="4"><c r="B4" t="str"><f>A1</f><v>w1s1</v></c><c r="D4"/><c r="E4" t="b"><v>1</v></c>\
        <c r="AA4" t="e"><v>#REF!</v></c></row>
        """,
        texts: ["<r><rPr><b/></rPr><t>ses</t></r><r><t>sion</t></r><rPh><t>x</t></rPh>"]
      )
      let gap = Array(repeating: "", count: 21)
      #expect(
        try rows(book) == [
          ["session", "", "date"], [], [], ["", "w1s1", "", "", "TRUE"] + gap + ["#REF!"],
        ]
      )
    }

    @Test func `characters that XML does not allow are read by their numbers`() throws {
      let book = HandmadeWorkbook("<row><c t=\"s\"><v>0</v></c></row>", texts: ["<t>a_x000A_b</t>"])
      #expect(try rows(book) == [["a\nb"]])
    }

    @Test(arguments: [
      ("d/m/yyyy", "46119", "2026-04-07"), ("h:mm", "0.4375", "10:30"),
      ("hh:mm:ss", "0.43750001", "10:30"), ("[h]:mm", "0.375", "09:00"),
      ("yyyy-mm-dd hh:mm", "46119.5", "2026-04-07T12:00"), ("d/m/yyyy", "60", "1900-02-28"),
      ("\\d0", "46119", "46119"), ("0&quot; days&quot;", "12", "12"), ("[Red]0", "7", "7"),
      ("0.00", "1.1000000000000001", "1.1"), ("General", "0.25", "0.250000"), ("0", "90", "90"),
    ])
    func `numbers are days and times where their format says so`(
      format: String,
      value: String,
      text: String
    ) throws {
      let book = HandmadeWorkbook(
        "<row><c s=\"1\"><v>\(value)</v></c></row>",
        formats: [format]
      )
      #expect(try rows(book) == [[text]])
    }

    @Test func `days are counted from 1904 where the workbook does so`() throws {
      let book = HandmadeWorkbook(
        "<row><c s=\"0\"><v>44657</v></c><c s=\"1\"><v>44657</v></c><c s=\"2\"><v>0.375</v></c>"
          + "<c><v>90</v></c></row>",
        countsFrom1904: true
      )
      #expect(try rows(book) == [["46119", "2026-04-07", "09:00", "90"]])
    }

    @Test func `the first visible worksheet is read, and the others are named`() throws {
      var book = HandmadeWorkbook("<row><c><v>1</v></c></row>")
      let sheets = [
        ("Notes", "rId7", "hidden"), ("Chart", "rId8", "visible"), ("Plan", "rId1", "visible"),
        ("Copy", "rId1", "visible"), ("Old", "rId1", "veryHidden"),
      ].map { "<sheet name=\"\($0.0)\" r:id=\"\($0.1)\" state=\"\($0.2)\"/>" }
      book.parts["xl/workbook.xml"] = "<workbook><sheets>\(sheets.joined())</sheets></workbook>"
      let sheet = try Worksheet(book.bytes, limit: 1 << 20)
      #expect(sheet.name == "Plan")
      #expect(sheet.others == ["Copy"])
      #expect(sheet.rows == [["1"]])
    }

    @Test func `what is no workbook is refused in one sentence`() {
      #expect(throws: SpreadsheetFault.unpackable("it is not a ZIP file")) {
        try Worksheet(Array("session,date".utf8), limit: 100)
      }
      #expect(throws: SpreadsheetFault.protectedOrOld) {
        try Worksheet([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], limit: 100)
      }
      #expect(throws: SpreadsheetFault.notAWorkbook) {
        try Worksheet(HandmadeArchive([.stored("word/document.xml", "<a/>")]).bytes, limit: 100)
      }
    }

    @Test(
      arguments: [
        ("xl/worksheets/sheet1.xml", nil, SpreadsheetFault.missingPart("xl/worksheets/sheet1.xml")),
        ("xl/_rels/workbook.xml.rels", nil, .noWorksheet),
        ("xl/workbook.xml", "<workbook/>", .noWorksheet),
        (
          "xl/styles.xml", "<styles",
          .damagedPart(
            "xl/styles.xml",
            "not readable as XML: the tag of 'styles' is not well formed"
          )
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r=\"1048576\"><c><v>1</v></c></row></sheetData></worksheet>",
          .tooManyRows(limit: 20_000)
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>",
          .tooManyColumns(limit: 500)
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>"
            + "</sheetData></worksheet>",
          .damagedPart("worksheet", "its cells are not in order")
        ),
      ] as [(String, String?, SpreadsheetFault)]
    )
    func `a workbook that lacks something, or has too much, is refused by name`(
      part: String,
      text: String?,
      fault: SpreadsheetFault
    ) {
      var book = HandmadeWorkbook("<row><c><v>1</v></c></row>")
      book.parts[part] = text
      #expect(throws: fault) { try rows(book) }
    }

    @Test func `a part that unfolds to too much is refused, and so is one that declares entities`()
    {
      var large = HandmadeWorkbook("")
      large.parts["xl/sharedStrings.xml"] = String(repeating: " ", count: 2 << 20)
      #expect(throws: SpreadsheetFault.self) { try rows(large) }
      var entities = HandmadeWorkbook("")
      entities.parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>"
      #expect(throws: SpreadsheetFault.self) { try rows(entities) }
    }
  }
#endif

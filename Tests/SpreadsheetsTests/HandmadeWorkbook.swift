import HandmadeArchives

/// A spreadsheet's own file with one worksheet, or with parts that a test changes.
struct HandmadeWorkbook {
  /// The parts by their paths.
  var parts: [String: String]

  /// Makes a workbook.
  ///
  /// - Parameters:
  ///   - rows: The rows of the first worksheet, in XML.
  ///   - texts: The texts that cells share.
  ///   - formats: The codes of the formats that the styles 1, 2, … have; style 0 is General.
  ///   - countsFrom1904: Whether days are counted from 1904.
  init(
    _ rows: String,
    texts: [String] = [],
    formats: [String] = [],
    countsFrom1904: Bool = false
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    parts = [
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels":
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns:r=\"\(office)\"><workbookPr date1904=\"\(countsFrom1904)\"/><sheets>"
        + "<sheet name=\"Plan\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"\(office)/sharedStrings\" "
        + "Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"\(office)/styles\" "
        + "Target=\"../xl/styles.xml\"/></Relationships>",
      "xl/sharedStrings.xml":
        "<sst>" + texts.map { "<si>\($0)</si>" }.joined() + "</sst>",
      "xl/styles.xml":
        "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + "\(styles.joined())<xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ]
  }

  /// The file.
  var bytes: [UInt8] {
    HandmadeArchive(parts.sorted { $0.key < $1.key }.map { .stored($0.key, $0.value) }).bytes
  }
}

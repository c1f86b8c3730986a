#if Archives
  internal import Archives
  internal import Banks
  internal import Diagnostics

  /// A worksheet of a spreadsheet's own file (`.xlsx`), as texts.
  ///
  /// Days and times of cells that are formatted as such are written as `2026-04-07` and `10:30`; a formula
  /// is what it came to when the file was saved. The first visible worksheet is read.
  ///
  /// Source: ECMA-376, *Office Open XML File Formats*, fifth edition, part 1, sections 18.2 to 18.8.
  public struct Worksheet: Hashable, Sendable {
    /// The name of the worksheet.
    public let name: String
    /// The names of the other visible worksheets, which are not read.
    public let others: [String]
    /// The rows from the first one, each as long as its last text.
    public let rows: [[String]]

    /// Reads the first visible worksheet of a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - limit: The most bytes that one part of it may have when it is unpacked.
    /// - Throws: Why it cannot be read.
    /// - Complexity: O(*n*) in the bytes that are unpacked.
    public init(_ bytes: [UInt8], limit: Int) throws(SpreadsheetFault) {
      let package = try WorkbookPackage(bytes, limit: limit)
      let book = try package.workbook()
      let visible = book.sheets.filter(\.isVisible)
      guard let first = visible.first else { throw .noWorksheet }
      name = first.name
      others = visible.dropFirst().map(\.name)
      let reader = CellReader(
        sharedTexts: try package.part(book.sharedTexts).map(CellReader.sharedTexts) ?? [],
        formats: CellFormats(try package.part(book.styles)),
        countsFrom1904: book.countsFrom1904
      )
      guard let sheet = try package.part(first.path) else { throw .missingPart(first.path) }
      rows = try reader.rows(of: sheet)
    }
  }
#endif

#if XLSX
  public import Publishing

  /// Tables in one file for spreadsheets, an XLSX workbook.
  ///
  /// It is only ever written. Text stays text, whatever it begins with: no cell has a formula. Numbers
  /// are numbers, and instants are dates as the clocks of the table's zone show them.
  ///
  /// Source: ECMA-376, *Office Open XML File Formats*, as libxlsxwriter writes it.
  public struct Workbook: Sendable {
    /// The tables, each on a worksheet of its own.
    public var sheets: [Sheet]
    /// How often a figure lies in each of some ranges, as a table with a chart.
    public var distribution: Distribution?
    /// What is to be said of the whole, such as the state of the record that it comes from.
    public var notes: KeyValuePairs<String, String>

    /// How many values lie in each of some ranges.
    public struct Distribution: Sendable {
      /// What is counted.
      public var title: String
      /// The ranges from the lowest, each with its count.
      public var parts: [(name: String, count: Int)]

      /// Creates a distribution.
      public init(title: String, parts: [(name: String, count: Int)]) {
        self.title = title
        self.parts = parts
      }
    }

    /// Creates a workbook.
    public init(
      _ sheets: [Sheet],
      distribution: Distribution? = nil,
      notes: KeyValuePairs<String, String> = [:]
    ) {
      self.sheets = sheets
      self.distribution = distribution
      self.notes = notes
    }

    /// Writes the workbook.
    ///
    /// - Parameters:
    ///   - path: The file, which is replaced.
    ///   - way: The folder where parts of it are until they are packed, under no name.
    /// - Throws: Why it is not written; what is in the file then is of no use.
    public func write(to path: String, by way: String) throws(WorkbookFault) {
      for sheet in sheets { try Self.check(sheet) }
      // The library does not notice where there is no room for its parts.
      try ScratchSpace.check(bytes: sheets.reduce(1 << 20) { $0 + Self.size(of: $1) }, in: way)
      guard let file = WorkbookFile(path, by: way) else { throw .unwritten(nil) }
      var names = WorksheetNames()
      for sheet in sheets { file.add(sheet, named: names.next(sheet.title)) }
      if let distribution { file.add(distribution, named: names.next("Distribution")) }
      file.add(notes, of: sheets, named: names.next("About"))
      try file.close()
    }

    /// The most rows of a worksheet, with its header.
    private static let rowLimit = 1_048_576
    /// The most characters of a cell, as UTF-16 counts them.
    private static let textLimit = 32_767

    private static func check(_ sheet: Sheet) throws(WorkbookFault) {
      guard sheet.rows.count < rowLimit else {
        throw .tooManyRows(sheet.rows.count, limit: rowLimit - 1)
      }
      for row in sheet.rows {
        for (column, cell) in zip(sheet.columns, row) {
          guard case .text(let text) = cell, text.utf8.count > textLimit else { continue }
          let size = CellText.escaped(text).utf16.count
          guard size <= textLimit else {
            throw .tooLong(column: column.name, size: size, limit: textLimit)
          }
        }
      }
    }

    /// More bytes than the table takes before it is packed.
    private static func size(of sheet: Sheet) -> Int {
      sheet.rows.reduce(0) { size, row in
        row.reduce(size + 64) { size, cell in
          // A character is written with six bytes at most, or with seven for each of its own.
          if case .text(let text) = cell { size + 80 + 7 * text.utf8.count } else { size + 80 }
        }
      }
    }
  }
#endif

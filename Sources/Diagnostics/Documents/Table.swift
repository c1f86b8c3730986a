internal import SwiftCSV

/// A table in a CSV file: a header row, then rows of as many cells.
public struct Table: Hashable, Sendable {
  /// The path under which problems are reported.
  public let file: String
  /// The names in the header row, without spaces around them.
  public let columns: [String]
  /// The rows below the header, each with as many cells as there are columns.
  public let rows: [Row]

  /// One row below the header.
  public struct Row: Hashable, Sendable {
    /// The number of the line on which the row begins, from 1; of a worksheet, that of the row.
    public let number: Int
    /// The cells in the order of the columns.
    public let cells: [String]
  }

  /// The number of the line on which the header row begins, from 1.
  public let headerRow: Int
  /// Whether rows are numbered by the lines of a text, and not as a worksheet numbers them.
  private let countsLines: Bool

  /// How people find a row: `line 5` of a text, `row 5` of a worksheet.
  public func place(of number: Int) -> String {
    "\(countsLines ? "line" : "row") \(number)"
  }

  /// The names in the header row as far as they can be read; none where there is no table.
  public static func columns(of source: SourceText) -> [String] {
    if let cells = source.cells {
      guard let header = headerIndex(cells, mayHaveTitles: true) else { return [] }
      return cells[header].droppingEmptyEnd.map { $0.trimming(\.isWhitespace) }
    }
    let (text, delimiter, _) = layout(of: source)
    let header = text.prefix { !$0.isNewline }
    return header.split(separator: delimiter.rawValue, omittingEmptySubsequences: false).map {
      cell in
      cell.trimming { $0.isWhitespace || $0 == "\"" }
    }
  }

  /// The text from the header row on, what separates its cells, and the number of lines before it.
  ///
  /// Some spreadsheets name the separator in a row before the header: `sep=;`.
  private static func layout(
    of source: SourceText,
    mayHaveTitles: Bool = false
  ) -> (text: String, delimiter: CSVDelimiter, skipped: Int) {
    var text = source.text
    var skipped = 0
    let first = text.prefix { !$0.isNewline }
    var named: Character?
    let match = first.wholeMatch(of: /\uFEFF?"?sep=(.)"?/.ignoresCase())
    if match != nil || first.wholeMatch(of: /"?sep=[,;\t]*"?[,;\t]*/.ignoresCase()) != nil {
      named = match?.1.first
      let rest = text[first.endIndex...]
      let breaks = rest.prefix { $0.isNewline }
      skipped = breaks.count { $0 == "\n" }
      text = String(rest[breaks.endIndex...])
    }
    let header =
      mayHaveTitles
      ? text.split(separator: "\n", maxSplits: 20).prefix(20).joined(separator: "\n")
      : String(text.prefix { !$0.isNewline })
    let separators: [(CSVDelimiter, Character)] = [
      (.comma, ","), (.semicolon, ";"), (.tab, "\t"), (.character("|"), "|"),
    ]
    let likeliest = separators.max { left, right in
      header.count { $0 == left.1 } < header.count { $0 == right.1 }
    }
    let chosen = separators.first { $0.1 == named && header.contains($0.1) } ?? likeliest
    return (text, chosen?.0 ?? .comma, skipped)
  }

  /// Reads a table separated by commas, or by semicolons, tabs or bars where the header row has those.
  ///
  /// Empty rows are passed over, and so is a first line such as `sep=;` that some spreadsheets write.
  /// Rows with too few or too many cells are reported, unless the cells that are too many are empty.
  /// The rows of a worksheet may have titles above the header row, and end where their last text is.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - mayHaveTitles: Whether rows with a single text may stand above the header row, as in
  ///     spreadsheets with merged cells.
  /// - Returns: The table.
  /// - Throws: All that is wrong with it.
  public static func parse(
    _ source: SourceText,
    mayHaveTitles: Bool = false
  ) throws(Findings) -> Table {
    if let cells = source.cells {
      return try read(cells, of: source, after: 0, mayHaveTitles: true)
    }
    let (text, delimiter, skipped) = layout(of: source, mayHaveTitles: mayHaveTitles)
    let cells: [[String]]
    do {
      cells = try CSV<Enumerated>(
        string: text,
        delimiter: delimiter,
        loadColumns: false
      ).allRows
    } catch {
      throw Findings(
        Diagnostic(
          .error,
          at: Diagnostic.Location(file: source.file),
          "not readable as CSV: a quotation mark is out of place",
          remedy: "write a cell with quotation marks as \"like \"\"this\"\"\""
        )
      )
    }
    return try read(cells, of: source, after: skipped, mayHaveTitles: mayHaveTitles)
  }

  /// Takes rows of cells as a table.
  private static func read(
    _ cells: [[String]],
    of source: SourceText,
    after skipped: Int,
    mayHaveTitles: Bool
  ) throws(Findings) -> Table {
    let place = Diagnostic.Location(file: source.file)
    let header = headerIndex(cells, mayHaveTitles: mayHaveTitles)
    guard let header, case let names = cells[header].droppingEmptyEnd,
      names.contains(where: { !$0.isEmpty })
    else {
      throw Findings(
        Diagnostic(.error, at: place, "the file is empty", remedy: "begin with a header row")
      )
    }
    let numbers = numbers(of: cells, from: 1 + skipped, areLines: source.cells == nil)
    var findings = Findings()
    var rows: [Row] = []
    for (index, cells) in cells.enumerated().dropFirst(header + 1)
    where cells.contains(where: { !$0.isEmpty }) {
      let row = cells.fitted(to: names.count, isFilled: source.cells != nil)
      if row.count == names.count {
        rows.append(Row(number: numbers[index], cells: row))
      } else {
        findings.error(
          at: .init(file: source.file, line: numbers[index]),
          "the row has \(row.count) cells, expected \(names.count) as in the header row",
          remedy: "put quotation marks around a cell that contains the separator"
        )
      }
    }
    if let first = findings.diagnostics.first, findings.diagnostics.count > 3, rows.isEmpty {
      // One cause, not one for each row.
      throw Findings(
        Diagnostic(
          .error,
          at: first.location,
          "no row has as many cells as the header row, which has \(names.count)",
          remedy: "use the same separator in all rows: a comma, a semicolon or a tab"
        )
      )
    }
    guard findings.diagnostics.isEmpty else { throw findings }
    let columns = names.map { name in
      String(name.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    return Table(
      file: source.file,
      columns: columns,
      rows: rows,
      headerRow: numbers[header],
      countsLines: source.cells == nil
    )
  }

  /// The number of each row: that of the line on which it begins, as cells can have line breaks.
  private static func numbers(
    of cells: [[String]],
    from first: Int,
    areLines: Bool
  ) -> [Int] {
    var next = first
    return cells.map { row in
      defer { next += 1 + (areLines ? row.reduce(0) { $0 + $1.count { $0 == "\n" } } : 0) }
      return next
    }
  }

  /// Which row is the header: the first, or below titles the first with several texts.
  private static func headerIndex(_ cells: [[String]], mayHaveTitles: Bool) -> Int? {
    let first = cells.indices.first
    guard mayHaveTitles else { return first }
    return cells.indices.first { row in cells[row].count { !$0.isEmpty } > 1 }
      ?? cells.indices.first { row in cells[row].contains { !$0.isEmpty } }
  }
}

extension [String] {
  /// The cells without empty ones at the end.
  fileprivate var droppingEmptyEnd: [String] {
    Array(self[..<(lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }

  /// The cells without empty ones at the end beyond a number, and filled up to it where that is wanted.
  fileprivate func fitted(to count: Int, isFilled: Bool) -> [String] {
    let missing = isFilled ? Swift.max(0, count - self.count) : 0
    let cells = self + Array(repeating: "", count: missing)
    return cells.count > count && cells.dropFirst(count).allSatisfy(\.isEmpty)
      ? Array(cells.prefix(count)) : cells
  }
}

extension CSV<Enumerated> {
  /// The header row and the rows below it.
  fileprivate var allRows: [[String]] {
    [header] + rows
  }
}

extension StringProtocol {
  /// The text without some characters at its ends.
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    String(drop(while: isDropped).reversed().drop(while: isDropped).reversed())
  }
}

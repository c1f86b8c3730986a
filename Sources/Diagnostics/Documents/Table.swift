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
    /// The number of the row, the header being row 1.
    ///
    /// Cells with line breaks make it smaller than the line number.
    public let number: Int
    /// The cells in the order of the columns.
    public let cells: [String]
  }

  /// Reads a table separated by commas, or by semicolons or tabs where the header row has those.
  ///
  /// Empty rows are passed over. Rows with too few or too many cells are reported.
  public static func parse(_ source: SourceText) throws(Findings) -> Table {
    let place = Diagnostic.Location(file: source.file)
    let header = source.text.prefix { $0 != "\n" }
    let separators: [(CSVDelimiter, Character)] = [(.comma, ","), (.semicolon, ";"), (.tab, "\t")]
    let delimiter = separators.max { left, right in
      header.count { $0 == left.1 } < header.count { $0 == right.1 }
    }
    let cells: [[String]]
    do {
      cells = try CSV<Enumerated>(
        string: source.text,
        delimiter: delimiter?.0 ?? .comma,
        loadColumns: false
      ).allRows
    } catch {
      throw Findings(
        Diagnostic(
          .error,
          at: place,
          "not readable as CSV: a quotation mark is out of place",
          remedy: "write a cell with quotation marks as \"like \"\"this\"\"\""
        )
      )
    }
    guard let names = cells.first, names.contains(where: { !$0.isEmpty }) else {
      throw Findings(
        Diagnostic(.error, at: place, "the file is empty", remedy: "begin with a header row")
      )
    }
    var findings = Findings()
    var rows: [Row] = []
    for (index, row) in cells.enumerated().dropFirst() where row.contains(where: { !$0.isEmpty }) {
      if row.count == names.count {
        rows.append(Row(number: index + 1, cells: row))
      } else {
        findings.error(
          at: .init(file: source.file, line: index + 1),
          "the row has \(row.count) cells, expected \(names.count) as in the header row",
          remedy: "put quotation marks around a cell that contains the separator"
        )
      }
    }
    guard findings.diagnostics.isEmpty else { throw findings }
    let columns = names.map { name in
      String(name.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    return Table(file: source.file, columns: columns, rows: rows)
  }
}

extension CSV<Enumerated> {
  /// The header row and the rows below it.
  fileprivate var allRows: [[String]] {
    [header] + rows
  }
}

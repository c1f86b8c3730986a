import Publishing

/// What a command writes: text, or tables for a workbook.
enum Rendering {
  case text(String)
  /// The tables, and the column of the first whose percentages are counted and drawn.
  case tables([Sheet], counting: String?)

  /// Writes it to a file, or text on standard output where none is named.
  ///
  /// - Parameters:
  ///   - output: The file's name.
  ///   - force: Whether an existing file is replaced.
  ///   - notes: What a workbook says of the record that the tables come from.
  /// - Throws: `Failure` where it is not written.
  func put(
    to output: String?,
    replacing force: Bool,
    notes: KeyValuePairs<String, String>
  ) throws {
    switch self {
    case .text(let text):
      if let output, output != "-" {
        try TextFile.write(text, to: output, replacing: force)
      } else {
        try Output.standard.write(text)
      }
    case .tables(let sheets, let column):
      try SpreadsheetFile.write(
        sheets,
        countingPercentages: column,
        notes: notes,
        to: output,
        replacing: force
      )
    }
  }
}

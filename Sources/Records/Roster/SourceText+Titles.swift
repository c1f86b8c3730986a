public import Diagnostics
internal import Foundation

extension SourceText {
  /// How many lines are looked at for the header row.
  private static let titleLimit = 20

  /// The table with a single text in each row above its header row, as tables may have titles there.
  ///
  /// Spreadsheets with merged cells have rows of several titles, of which the first would otherwise be
  /// taken for the header row.
  ///
  /// - Parameter isHeader: Whether a row is the header row, by its texts.
  /// - Returns: The table; unchanged where no header row is found below titles.
  public func withPlainTitles(_ isHeader: ([String]) -> Bool) -> SourceText {
    if let cells {
      guard let header = cells.prefix(Self.titleLimit).firstIndex(where: isHeader), header > 0
      else { return self }
      let titles = cells[..<header].map { $0.isEmpty ? [] : ["-"] }
      return SourceText(file: file, cells: titles + cells[header...])
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines.prefix(Self.titleLimit).firstIndex { line in
      [",", ";", "\t", "|"].contains { isHeader(Self.texts(of: line, separatedBy: $0)) }
    }
    guard let header, header > 0 else { return self }
    let titles = lines[..<header].map { line -> Substring in
      line.isEmpty || line.lowercased().hasPrefix("sep=") ? line : "-"
    }
    return SourceText(file: file, text: (titles + lines[header...]).joined(separator: "\n"))
  }

  /// The cells of a line, without their quotation marks.
  private static func texts(of line: Substring, separatedBy separator: Character) -> [String] {
    line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      cell.trimmingCharacters(in: .whitespaces.union(.init(charactersIn: "\"")))
    }
  }
}

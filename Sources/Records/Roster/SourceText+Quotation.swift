public import Diagnostics

extension SourceText {
  /// A quotation mark that begins a cell which never ends; `nil` where each one has its end.
  ///
  /// Such a cell takes in all that follows, and is no different from one with line breaks but for its end.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public var openQuotation: Diagnostic? {
    guard cells == nil else { return nil }
    var open: Int?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) {
      open = open == nil ? index + 1 : nil
    }
    return open.map { line in
      Diagnostic(
        .error,
        at: Diagnostic.Location(file: file, line: line),
        "a quotation mark begins a cell that never ends",
        remedy: "write a quotation mark at the end of the cell too, or remove this one"
      )
    }
  }
}

import Coordination
import Diagnostics
import Foundation
import Publishing

#if XLSX
  import Workbooks
#endif

/// Writing tables to a workbook for spreadsheets.
enum SpreadsheetFile {
  /// Refuses a workbook before anything is read, where none can be written.
  static func check(_ output: String?) throws {
    guard isSupported else {
      throw Failure(
        .usage,
        "this build of the program cannot write XLSX",
        remedy: "write a table that spreadsheets open with '--format csv --for excel', or install "
          + "libxlsxwriter-dev and build the program with 'swift build --traits XLSX'"
      )
    }
    guard let output, output != "-" else {
      throw Failure(
        .usage,
        "'--format xlsx' writes a workbook, which cannot be shown on the screen",
        remedy: "name a file with '--output'"
      )
    }
  }

  #if XLSX
    private static let isSupported = true

    /// Writes tables as a whole or not at all.
    ///
    /// - Parameters:
    ///   - sheets: The tables, each for a worksheet.
    ///   - column: The column of the first table whose percentages are counted and drawn.
    ///   - notes: What is said of the record that they come from.
    ///   - output: The file's name.
    ///   - force: Whether an existing file is replaced.
    /// - Throws: `Failure` where it is not written.
    static func write(
      _ sheets: [Sheet],
      countingPercentages column: String? = nil,
      notes: KeyValuePairs<String, String>,
      to output: String?,
      replacing force: Bool
    ) throws {
      try check(output)
      guard let output else { return }
      var book = Workbook(sheets, notes: notes)
      if let column, let parts = sheets.first?.distribution(of: column) {
        book.distribution = Workbook.Distribution(title: "Distribution of \(column)", parts: parts)
      }
      do {
        try TextFile.fill(output, replacing: force) { path in
          do throws(WorkbookFault) {
            try book.write(to: path, by: NewFile.folder(of: path))
          } catch {
            guard case .unwritten(let code) = error else { throw error }
            throw POSIXError(code ?? .EIO)
          }
        }
      } catch let fault as WorkbookFault {
        throw Failure(
          .badInput,
          fault.message ?? "the workbook cannot be written",
          remedy: "write csv or json, or select less"
        )
      }
    }
  #else
    private static let isSupported = false

    /// Says that this build was made without the library that writes workbooks.
    static func write(
      _ sheets: [Sheet],
      countingPercentages column: String? = nil,
      notes: KeyValuePairs<String, String>,
      to output: String?,
      replacing force: Bool
    ) throws {
      try check(output)
    }
  #endif
}

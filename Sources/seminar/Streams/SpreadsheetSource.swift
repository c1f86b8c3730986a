import Diagnostics
import Foundation

#if Archives
  import Spreadsheets
#endif

/// Reading the files in which spreadsheets keep their tables themselves.
enum SpreadsheetSource {
  /// How the names of such files end; the first two can be read where the build has the trait.
  private static let endings = ["xlsx", "xlsm", "xls", "ods", "numbers"]

  /// Whether a path names such a file.
  static func isOwnFile(_ path: String) -> Bool {
    endings.contains(ending(of: path))
  }

  private static func ending(of path: String) -> String {
    path.split(separator: ".").last?.lowercased() ?? ""
  }

  private static func unreadable(_ path: String, _ reason: String) -> Failure {
    Failure(
      .badInput,
      "'\(path.visible)' \(reason)",
      remedy: "save it as CSV in the spreadsheet, and name that file"
    )
  }

  #if Archives
    /// Reads the first visible worksheet of a file.
    ///
    /// - Throws: `Failure` where it cannot be read.
    static func read(_ path: String) throws -> SourceText {
      let bytes = try bytes(of: path)
      guard endings.prefix(2).contains(ending(of: path)) else {
        throw unreadable(path, "is a spreadsheet file in a format that cannot be read")
      }
      do throws(SpreadsheetFault) {
        let sheet = try Worksheet(Array(bytes), limit: SourceText.exchangeLimit)
        if !sheet.others.isEmpty {
          let others = sheet.others.map { "'\($0.visible)'" }.listed()
          Output.error.tell(
            "note: the worksheet '\(sheet.name.visible)' is read, not \(others)"
          )
        }
        return SourceText(file: path, cells: sheet.rows)
      } catch {
        throw unreadable(path, "cannot be read: \(error.message)")
      }
    }
  #else
    /// Asks for CSV: this build was made without the library that unpacks.
    static func read(_ path: String) throws -> SourceText {
      _ = try bytes(of: path)
      throw unreadable(path, "is a spreadsheet file, which this build of the program cannot read")
    }
  #endif

  /// The bytes of a file, or why it is not there.
  private static func bytes(of path: String) throws -> Data {
    do {
      return try TextFile.bytes(of: path, sizeLimit: SourceText.exchangeLimit)
    } catch let diagnostic as Diagnostic {
      throw Findings(diagnostic)
    }
  }
}

import Diagnostics
import Foundation
import Synchronization

/// The lines of the files that problems are about, each file read once.
struct FileLines {
  private var files: [String: [Substring]] = [:]
  /// What was read from standard input, which nobody can read again.
  private static let input = Mutex<String?>(nil)

  /// Keeps what came from standard input.
  static func keep(input text: String) {
    input.withLock { $0 = text }
  }

  /// The line at a place; `nil` where it cannot be shown.
  mutating func excerpt(at location: Diagnostic.Location) -> LineExcerpt? {
    guard location.line > 0 else { return nil }
    let lines =
      files[location.file]
      ?? Self.text(of: location.file)?.split(separator: "\n", omittingEmptySubsequences: false)
      ?? []
    files[location.file] = lines
    guard lines.indices.contains(location.line - 1) else { return nil }
    return LineExcerpt(at: location, as: lines[location.line - 1])
  }

  private static func text(of file: String) -> String? {
    if file == "standard input" { return input.withLock { $0 } }
    guard let bytes = try? TextFile.bytes(of: file, sizeLimit: SourceText.sizeLimit),
      let source = try? SourceText(file: file, bytes: bytes)
    else { return nil }
    // A cell of a table may have line breaks, and rows are then no lines.
    let isTable = file.lowercased().hasSuffix(".csv")
    let hasOpenCells =
      isTable && source.text.split(separator: "\n").contains { $0.count { $0 == "\"" } % 2 == 1 }
    return hasOpenCells ? nil : source.text
  }
}

extension Output {
  /// Writes problems that do not stop a command, each with its line.
  func tell(_ findings: Findings) {
    var lines = FileLines()
    for diagnostic in findings.sorted {
      tell(diagnostic.description(showing: lines.excerpt(at: diagnostic.location)))
    }
  }
}

import Diagnostics
import Foundation

/// The text of a file, or what is wrong with it.
func read(_ file: String) throws -> SourceText {
  guard let bytes = FileManager.default.contents(atPath: file) else {
    throw Diagnostic(
      .error,
      at: Diagnostic.Location(file: file),
      "the file cannot be read",
      remedy: "check the name and the permissions"
    )
  }
  return try SourceText(file: file, bytes: bytes)
}

/// The name of a file without its folder and ending.
func name(of file: String) -> String {
  URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
}

/// Writes a line to the standard output at once, so that a run that is broken off shows what it had.
func show(_ line: some CustomStringConvertible) {
  FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// Writes a line to the standard error.
func note(_ line: String) {
  FileHandle.standardError.write(Data("\(line)\n".utf8))
}

/// Writes what is wrong with a file to the standard error.
func report(_ error: any Error, _ file: String) {
  switch error {
  case let findings as Findings:
    for diagnostic in findings.sorted { note(diagnostic.description) }
  case let diagnostic as Diagnostic: note(diagnostic.description)
  default: note("\(file): error: \(error.localizedDescription)")
  }
}

import Diagnostics
import Foundation

/// What a check of files found, for people and for programs.
struct CheckReport: Encodable {
  let format = "seminar-check"
  let version = 1
  /// How many files were checked.
  let files: Int
  let errors: Int
  let warnings: Int
  /// How many notes there are, where they are shown; `nil` where they are not.
  let notes: Int?
  let problems: [Problem]

  /// One problem with its place; line and column count from 1, 0 stands for all of them.
  struct Problem: Encodable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
    let remedy: String?
  }

  private enum CodingKeys: CodingKey {
    case format, version, files, errors, warnings, notes, problems
  }

  private let lines: [String]

  init(_ findings: Findings, files: Int, showingNotes: Bool = false) {
    self.files = files
    let sorted = findings.sorted.filter { showingNotes || $0.severity != .note }
    notes = showingNotes ? sorted.count { $0.severity == .note } : nil
    errors = sorted.count { $0.severity == .error }
    warnings = sorted.count { $0.severity == .warning }
    lines = sorted.map(\.description)
    problems = sorted.map {
      Problem(
        severity: $0.severity.rawValue,
        file: $0.location.file,
        line: $0.location.line,
        column: $0.location.column,
        message: $0.message,
        remedy: $0.remedy
      )
    }
  }

  /// The problems, then how many there are.
  var text: String {
    var counts =
      errors + warnings == 0
      ? "no problems" : "\(errors.counted("error")), \(warnings.counted("warning"))"
    if let notes { counts += ", \(notes.counted("note"))" }
    return (lines + ["\(files.counted("file")) checked: \(counts)"]).joined(separator: "\n") + "\n"
  }

  /// The same as a JSON document.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(self)
    return (data.map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}

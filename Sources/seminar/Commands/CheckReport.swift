import Curricula
import Diagnostics
import Foundation

/// What a check of files found, for people and for programs.
struct CheckReport: Encodable {
  let format = "seminar-check"
  let version = 1
  /// The release of the rules by which clocks go.
  let zoneRules = Zone.rulesVersion
  /// How many files were checked.
  let files: Int
  let errors: Int
  let warnings: Int
  /// How many notes there are, where they are shown; `nil` where they are not.
  let notes: Int?
  let problems: [Problem]
  /// What was read of other files.
  let readings: [String]

  /// One problem with its place; line and column count from 1, 0 stands for all of them.
  struct Problem: Encodable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    /// The line as it is in the file.
    let text: String?
    let message: String
    let remedy: String?
  }

  private enum CodingKeys: CodingKey {
    case format, version, zoneRules, files, errors, warnings, notes, problems, readings
  }

  private let lines: [String]

  /// Reports what was found.
  ///
  /// - Parameters:
  ///   - findings: The problems.
  ///   - files: How many files were checked.
  ///   - readings: What was read of other files, a line each.
  ///   - showingNotes: Whether notes are shown too.
  init(_ findings: Findings, files: Int, readings: [String] = [], showingNotes: Bool = false) {
    self.files = files
    self.readings = readings
    let sorted = findings.sorted.filter { showingNotes || $0.severity != .note }
    notes = showingNotes ? sorted.count { $0.severity == .note } : nil
    errors = sorted.count { $0.severity == .error }
    warnings = sorted.count { $0.severity == .warning }
    var fileLines = FileLines()
    let excerpts = sorted.map { fileLines.excerpt(at: $0.location) }
    lines = zip(sorted, excerpts).map { $0.description(showing: $1) } + readings
    problems = zip(sorted, excerpts).map { diagnostic, excerpt in
      Problem(
        severity: diagnostic.severity.rawValue,
        file: diagnostic.location.file,
        line: diagnostic.location.line,
        column: diagnostic.location.column,
        text: excerpt?.line,
        message: diagnostic.message,
        remedy: diagnostic.remedy
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

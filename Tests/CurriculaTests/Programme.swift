import Curricula
import Diagnostics
import MarkedTexts
import Testing

/// The text of a small curriculum, parts of which tests replace.
struct Programme {
  var text = """
    curriculum: small
    title: Small programme
    zone: America/New_York
    starts: 2026-03-03
    weeks: 2
    blocks:
      - {every: Tuesday, from: 10:00, to: 13:00}
    groups:
      - {id: all, name: Everybody}
    rooms:
      - {id: hall, name: Hall}
    trainers:
      - {id: ann, name: Ann}
      - {id: bo, name: Bo}
    themes:
      - {id: law, title: Law}
    modules:
      - id: basics
        title: Basics
        sessions:
          - {id: s1, title: One, minutes: 60}
          - {id: s2, title: Two, minutes: 60, needs: [s1]}

    """

  static let file = "small.yaml"

  /// The text with a piece replaced.
  func replacing(_ piece: String, with other: String) -> Programme {
    precondition(text.contains(piece), "the programme has no '\(piece)'")
    return Programme(text: text.replacing(piece, with: other))
  }

  /// The curriculum and what is doubtful about it.
  func read() throws -> (curriculum: Curriculum, warnings: Findings) {
    try Curriculum.parse(SourceText(file: Self.file, text: text))
  }

  /// All that is wrong or doubtful, in the order of places.
  var diagnostics: [Diagnostic] { diagnose(Array(text.utf8)) }
}

/// All that is wrong or doubtful about a file of some bytes, in the order of places.
func diagnose(_ bytes: [UInt8]) -> [Diagnostic] {
  do {
    let source = try SourceText(file: Programme.file, bytes: bytes)
    return try Curriculum.parse(source).warnings.sorted
  } catch let findings as Findings {
    return findings.sorted
  } catch let diagnostic as Diagnostic {
    return [diagnostic]
  } catch {
    Issue.record(error)
    return []
  }
}

/// What people see for each of some bad files, under a heading each, for a golden file.
func report(_ cases: [(heading: String, diagnostics: [Diagnostic])]) -> String {
  cases.map { heading, diagnostics in
    "# \(heading)\n" + diagnostics.map { "\($0)\n" }.joined()
  }.joined(separator: "\n")
}

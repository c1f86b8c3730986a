import Foundation
import Testing

/// Turns of phrase that readers of English as a second language stumble over, and that crept in once.
@Suite struct PlainWordsTests {
  /// The pages that people read, and the sources of the command.
  private static let files: [String] = {
    let root = Workbench.package
    let names =
      FileManager.default.enumerator(atPath: root + "/Sources")?
      .compactMap { $0 as? String } ?? []
    let pages = names.filter {
      $0.hasSuffix(".md") || ($0.hasPrefix("seminar/") && $0.hasSuffix(".swift"))
    }
    return [root + "/README.md"] + pages.map { root + "/Sources/" + $0 }
  }()

  @Test func `pages and messages say things in plain words`() throws {
    let awkward =
      /\b(?:(?:is|are) told|whoever|as a rule|is no (?:day|folder|file|time|date)|holds as)\b/
    var found: [String] = []
    for file in Self.files {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      where line.contains(awkward.ignoresCase()) {
        found.append("\(file): \(line)")
      }
    }
    #expect(found == [])
    #expect(Self.files.count > 80)
  }
}

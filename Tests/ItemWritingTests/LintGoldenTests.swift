import Diagnostics
import Foundation
import GoldenFiles
import ItemWriting
import Quizzes
import Testing

@Suite struct LintGoldenTests {
  private static func findings(in name: String) throws -> Findings {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(components: "Golden", name)
    let source = try SourceText(file: name, bytes: try Data(contentsOf: file))
    return Lint().findings(in: [try Quiz.parse(source)])
  }

  @Test func `one bad example of each rule reads as in the golden file`() throws {
    let findings = try Self.findings(in: "lint.yaml")
    expectGolden(findings.sorted.map { "\($0)\n" }.joined(), "lint.txt")
  }

  @Test func `every rule has an example in the golden file or in a test of its own`() throws {
    let found = try Self.findings(in: "lint.yaml").diagnostics.map(\.message)
    let missing = Lint.codes.filter { code in
      !found.contains { $0.hasSuffix("[\(code)]") }
    }
    #expect(
      missing == [
        "coverage", "early-answers", "explanation", "key-length", "keys", "none-of-the-above-key",
      ]
    )
  }
}

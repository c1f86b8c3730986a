import Diagnostics
import ItemWriting
import Quizzes
import Testing

/// What the lint says of gaps, essays, texts to read, several accepted numbers, and draws.
@Suite struct RicherKindRuleTests {
  /// What is found in a quiz of some items, with the quiz's own keys before them.
  private static func messages(_ items: String, more: String = "") throws -> [String] {
    let text = "quiz: Sample\nstatus: Unofficial.\nmode: practice\n\(more)items:\n\(items)"
    let quiz = try Quiz.parse(SourceText(file: "sample.yaml", text: text))
    let expectation = ExpectedCoverage(
      reason: "the sessions of the module 'tools'",
      themes: [.init("T1", title: "Hand tools")]
    )
    let lint = Lint(expecting: { _ in expectation })
    return lint.findings(in: [quiz]).sorted.map(\.message)
  }

  private static let about = "    source: Manual\n    theme: T1\n    level: apply\n"

  @Test func `a text to read needs no source, and an essay no rationale`() throws {
    let items = """
        - id: read
          kind: description
          stem: A bench.
        - id: essay
          kind: essay
          stem: How do you keep a workshop safe?
      \(Self.about)
      """
    #expect(try Self.messages(items) == [])
  }

  @Test func `an essay without a source is a warning`() throws {
    let items = """
        - {id: essay, kind: essay, stem: "How do you keep a workshop safe?", theme: T1, level: apply}
      """
    #expect(try Self.messages(items) == ["the item has no source [explanation]"])
  }

  @Test func `a key with decimals and no tolerance is found in a gap too`() throws {
    let items = """
        - id: gap
          kind: cloze
          stem: Pi is about [[1]].
          gaps: [{kind: numerical, key: 3.14}]
          rationale: It is.
      \(Self.about)
      """
    let found = try Self.messages(items)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("the key 3.14 has decimals and no tolerance") == true)
  }

  @Test func `a range or a tolerance of percent is a tolerance`() throws {
    let items = """
        - id: pi
          kind: numerical
          stem: How large is pi, about?
          key: [{value: 3.14, tolerance: 1%}, {value: 3.1..3.2, fraction: 0.5}]
          rationale: It is.
      \(Self.about)
      """
    #expect(try Self.messages(items) == [])
  }

  @Test func `a theme that no draw takes is not covered`() throws {
    let items = """
        - id: one
          kind: true-false
          stem: A plane makes wood smooth.
          key: true
          rationale: It does.
      \(Self.about)
        - id: two
          kind: true-false
          stem: A hammer drives nails.
          key: true
          rationale: It does.
          source: Manual
          theme: T1
          level: recall
      """
    #expect(try Self.messages(items) == [])
    #expect(try Self.messages(items, more: "draw: [{items: 1, level: recall}]\n") == [])
    let none = try Self.messages(
      items.replacing("theme: T1\n    level: recall", with: "theme: T2\n    level: recall"),
      more: "draw: [{items: 1, level: recall}]\n"
    )
    #expect(none.contains { $0.hasPrefix("no item that is drawn is about T1 (Hand tools)") })
  }
}

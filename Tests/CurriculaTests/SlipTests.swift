import Diagnostics
import Testing

@testable import Curricula

@Suite struct SlipTests {
  private func problems(_ text: String) -> [Diagnostic] {
    do {
      return try Curriculum.parse(SourceText(file: "c.yaml", text: text)).warnings.sorted
    } catch {
      return error.sorted
    }
  }

  @Test(arguments: SlipCase.all)
  func `a slip is found at its line, and nothing else`(slip: SlipCase) throws {
    let problems = problems(slip.text)
    let first = try #require(
      problems.first { "\($0.message) \($0.remedy ?? "")".contains(slip.words) }
    )
    #expect(first.severity == .error)
    #expect(first.location.line == slip.line)
    #expect(first.location.column > 0)
    // Where a slip hides a key, that is missing.
    let others = problems.filter {
      $0.message != first.message && !$0.message.contains(" has no '")
    }
    #expect(others == [])
    #expect(LineExcerpt(at: first.location, in: slip.text) != nil)
  }

  @Test func `several slips of a file are found in one run`() {
    let text = SlipCase.sample.replacing("title: Sample", with: "title:Sample")
      .replacing("    from: 10:00", with: "\tfrom: 10:00")
      .replacing("{id: a, name: A}", with: "{id: a name: A}")
      .replacing("    title: Module one", with: "    title: Part 1: basics")
      .replacing("      - id: s2", with: "      \u{2022} id: s2")
      .replacing("groups: [a]", with: "groups: [b]")
    #expect(problems(text).map(\.location.line) == [2, 8, 11, 17, 22, 23])
  }

  @Test func `valid YAML that looks odd raises no alarm`() throws {
    let text = """
      %YAML 1.2
      ---
      # A comment
      title: >-
        Folded: text
          more: indented
        - not a list
      key: |2
          two extra
         x: y
      list:
      - a
      - b:
          c
      -   d: 1
          e: 2
          f: -5
      "quoted key": 'it''s'
      url: http://example.org:80/a#b
      multi: this is
        continued - here
        and here # comment
      quoted: "one
        two: three
        four"
      flow: {a: [1, 2,
          3], "b": 'x, y', c: "d: e"}
      flow2: [
        a,
        b
      ]
      empty:
      nested:
          - - 1
            - 2
          -
            a: b
       # a comment that is indented oddly
      quote: “Word” and “other”
      curly: "“all”"
      dashes: --flag
      ...
      """
    var findings = Findings()
    #expect(Node.read(SourceText(file: "v.yaml", text: text), &findings) != nil)
    #expect(findings.diagnostics == [])
  }

  @Test func `quotation marks of a word processor around a whole value are a warning`() {
    let text = SlipCase.sample.replacing("title: First", with: "title: \u{201C}First\u{201D}")
    let found = problems(text)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.location.line) == [20])
  }

  @Test func `a line is shown with a caret below the place`() {
    let text = "a\n\tb\u{1F600}c: d\n"
    let excerpt = LineExcerpt(at: .init(file: "f", line: 2, column: 4), in: text)
    #expect(excerpt?.text == "  2 | →b\u{1F600}c: d\n    |     ^")
    #expect(LineExcerpt(at: .init(file: "f", line: 9, column: 1), in: text) == nil)
    #expect(LineExcerpt(at: .init(file: "f"), in: text) == nil)
    let long = String(repeating: "x", count: 300)
    let part = LineExcerpt(at: .init(file: "f", line: 1, column: 200), in: long)?.text ?? ""
    #expect(part.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}

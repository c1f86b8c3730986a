import Diagnostics
import ItemWriting
import MarkedTexts
import Quizzes
import Testing

/// Quizzes for tests of the lint, in which signs mark the places of what is wrong.
enum LintSample {
  /// A quiz of some items.
  static func quiz(
    _ items: String...,
    shuffle: String = "items and options",
    more: String = ""
  ) -> String {
    quiz(items, shuffle: shuffle, more: more)
  }

  static func quiz(
    _ items: [String],
    shuffle: String = "items and options",
    more: String = ""
  ) -> String {
    """
    quiz: Sample
    status: Unofficial.
    mode: practice
    shuffle: \(shuffle)
    \(more)
    2️⃣items:

    """
      + items.enumerated().map { number, item in
        item.replacing("ID", with: "i-\(number + 1)")
      }.joined()
  }

  /// An item of any kind; `body` is indented by four spaces.
  static func item(_ kind: String, _ stem: String, _ body: String, level: String = "apply")
    -> String
  {
    """
      - id: ID
        kind: \(kind)
        stem: 1️⃣\(stem)
    \(body)
        rationale: Because.
        source: Manual
        fact: F
        theme: T1
        level: \(level)

    """
  }

  /// A choice of the options given, the key with a leading `*`.
  static func choice(
    _ stem: String,
    _ options: String...,
    kind: String = "single-choice",
    more: String = ""
  ) -> String {
    choice(stem, options, kind: kind, more: more)
  }

  static func choice(
    _ stem: String,
    _ options: [String],
    kind: String = "single-choice",
    more: String = ""
  ) -> String {
    let lines = options.map { option in
      option.hasPrefix("*")
        ? "      - key: \(option.dropFirst())"
        : "      - distractor: \(option)\n        because: No."
    }
    let body = "    options:\n" + lines.joined(separator: "\n")
    return item(kind, stem, more.isEmpty ? body : "    \(more)\n\(body)")
  }

  /// What the lint finds in quizzes, each in a file of its own: `a.yaml`, `b.yaml` and so on.
  static func findings(
    _ quizzes: [String],
    expecting expectation: ExpectedCoverage? = nil
  ) throws -> [Diagnostic] {
    let parsed = try zip("abcdefgh", quizzes).map { name, text in
      try Quiz.parse(SourceText(file: "\(name).yaml", text: MarkedText(text).text))
    }
    return Lint(expecting: { _ in expectation }).findings(in: parsed).sorted
  }
}

/// Expects exactly these findings in a quiz, each at a sign: severity, message and code.
func expectLint(
  _ marked: String,
  _ expected: [Character: String],
  expecting expectation: ExpectedCoverage? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = MarkedText(marked)
  let found = try LintSample.findings([marked], expecting: expectation)
    .map { "\($0.location): \($0.severity.rawValue): \($0.message)" }
  let wanted = expected.map { "\(text.location($0.key, in: "a.yaml")): \($0.value)" }
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
}

/// Expects that the lint finds nothing in a quiz.
func expectClean(
  _ marked: String,
  expecting expectation: ExpectedCoverage? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectLint(marked, [:], expecting: expectation, sourceLocation: sourceLocation)
}

import Diagnostics
import ItemWriting
import Quizzes
import Testing

@Suite struct BankRuleTests {
  private typealias Sample = LintSample

  private static let nouns = [
    "awl", "adze", "brace", "chisel", "clamp", "drill", "file", "gimlet", "gouge", "hammer", "jig",
    "knife",
  ]

  /// Items of three options, the key at a place and of a length.
  private static func items(
    keyAt places: [Int],
    keyLength: (Int) -> Int = { _ in 5 },
    kept: Bool = true
  ) -> [String] {
    places.enumerated().map { number, place in
      var options = ["p", "q"].map { letter in
        String(repeating: letter, count: 5 + (letter == "q" ? 1 : 0))
      }
      options.insert("*" + String(repeating: "k", count: keyLength(number)), at: place)
      return Sample.choice(
        "What is the work of the \(nouns[number % nouns.count]) number \(number)?",
        options,
        more: kept ? "keep-order: true" : ""
      )
    }
  }

  private static func codes(_ quizzes: String...) throws -> [String] {
    try LintSample.findings(quizzes).map {
      "\($0.location.file) \($0.severity.rawValue) \($0.message)"
    }
  }

  @Test func `keys that are longest too often are a warning`() throws {
    let items = Self.items(keyAt: Array(repeating: 0, count: 8), keyLength: { _ in 8 }, kept: false)
    try expectLint(
      Sample.quiz(items),
      [
        "2️⃣": """
        warning: in 8 of 8 items of the quiz the key is the longest option; chance gives about 3 \
        (p = 0.0003) [key-length]
        """
      ]
    )
  }

  @Test func `keys that are never longest are a warning once there are many`() throws {
    let few = Self.items(keyAt: Array(repeating: 0, count: 8), keyLength: { _ in 3 }, kept: false)
    try expectClean(Sample.quiz(few))
    let many = Self.items(keyAt: Array(repeating: 0, count: 16), keyLength: { _ in 3 }, kept: false)
    let found = try LintSample.findings([Sample.quiz(many)])
    #expect(found.map(\.message).contains { $0.hasPrefix("in 0 of 16 items of the quiz the key") })
  }

  @Test func `quizzes that are fine alone are compared together`() throws {
    let half = Self.items(keyAt: Array(repeating: 0, count: 4), keyLength: { _ in 8 }, kept: false)
    let other = half.map { $0.replacing("number", with: "of kind") }
    try expectClean(Sample.quiz(half))
    let found = try Self.codes(Sample.quiz(half), Sample.quiz(other))
    #expect(
      found == [
        """
        a.yaml warning in 8 of 8 items of all 2 quizzes the key is the longest option; chance gives \
        about 3 (p = 0.0003) [key-length]
        """
      ]
    )
  }

  @Test func `keys at one place are a warning where the order is kept`() throws {
    let places = Array(repeating: 1, count: 7)
    try expectLint(
      Sample.quiz(Self.items(keyAt: places)),
      [
        "2️⃣": """
        warning: in items of the quiz with 3 options the keys are spread unevenly: a 0, b 7, c 0 \
        (p = 0.0014) [key-position]
        """
      ]
    )
    try expectClean(Sample.quiz(Self.items(keyAt: places, kept: false)))
    try expectClean(Sample.quiz(Self.items(keyAt: [0, 1, 2, 0, 2, 1, 0])))
  }

  @Test func `a long run of keys at one place is a warning where nothing is shuffled`() throws {
    let places = [0, 1, 2, 2, 2, 2, 2, 0, 1, 0, 1]
    let found = try LintSample.findings([Sample.quiz(Self.items(keyAt: places), shuffle: "nothing")]
    )
    #expect(
      found.map(\.message) == ["the key is option c for the 5th time in a row [key-position]"]
    )
    try expectClean(Sample.quiz(Self.items(keyAt: places), shuffle: "items"))
  }

  @Test func `statements of which nearly all are true are a warning`() throws {
    let statements = { (keys: [Bool]) in
      keys.enumerated().map { number, key in
        Sample.item(
          "true-false",
          "The \(Self.nouns[number]) is a tool for wood.",
          "    key: \(key)"
        )
      }
    }
    try expectLint(
      Sample.quiz(statements(Array(repeating: true, count: 8))),
      [
        "2️⃣":
          "warning: 8 statements of the quiz are true and 0 are false (p = 0.0078) [key-position]"
      ]
    )
    try expectClean(Sample.quiz(statements([true, false, true, true, false, true, true, true])))
  }

  @Test func `a stem that comes back nearly the same is a warning`() throws {
    let first = Sample.choice(
      "Which of the tools in the box drives a long nail into dry oak wood?",
      "Saw",
      "*Hammer",
      "Plane"
    )
    let second = Sample.choice(
      "Which of the tools in the box drives a long nail into dry oak?",
      "Rasp",
      "*Mallet",
      "Knife"
    ).replacing("1️⃣", with: "3️⃣")
    try expectLint(
      Sample.quiz(first, second),
      ["3️⃣": "warning: the item asks nearly the same as 'i-1' (a.yaml:7:5) [duplicate-stems]"]
    )
  }

  @Test func `stems that say little are told apart by their options`() throws {
    try expectClean(
      Sample.quiz(
        Sample.choice("Which one is right?", "Saw", "*Hammer", "Plane"),
        Sample.choice("Which one is right?", "Oak", "*Elm", "Ash")
      )
    )
  }

  @Test func `a theme of the module without an item is a warning`() throws {
    let quiz = Sample.quiz(Sample.choice("Which tool drives a nail?", "Saw", "*Hammer", "Plane"))
    let expectation = ExpectedCoverage(
      reason: "the sessions of the module 'tools'",
      themes: [
        .init("T1", title: "Nails"), .init("T2", title: "Screws"),
        .init("T1", title: "Nails", count: 2),
      ]
    )
    let found = try LintSample.findings([quiz], expecting: expectation).map(\.message)
    #expect(
      found == [
        "no item is about T2 (Screws), a theme of the sessions of the module 'tools' [coverage]",
        "only 1 of 2 items are about T1 (Nails), a theme of the sessions "
          + "of the module 'tools' [coverage]",
      ]
    )
  }

  @Test func `an item about something else is a note, and a level without items a warning`() throws
  {
    let quiz = Sample.quiz(Sample.choice("Which tool drives a nail?", "Saw", "*Hammer", "Plane"))
    let expectation = ExpectedCoverage(
      reason: "the blueprint",
      themes: [.init("T9", title: "Glue", count: 0)],
      levels: [.recall: 1, .apply: 1]
    )
    let found = try LintSample.findings([quiz], expecting: expectation)
      .map { "\($0.severity.rawValue): \($0.message)" }
    #expect(
      found == [
        "warning: 0 items ask to recall, expected at least 1 [coverage]",
        "note: T1 is not a theme of the blueprint [coverage]",
      ]
    )
  }
}

import Chance
import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct QuizParsingTests {
  static let whole = """
    quiz: "Workshop: tools"
    status: >-
      Unofficial.
      Written for tests.
    curriculum: carpentry
    module: tools
    mode: practice
    pass: 62.5
    shuffle: items
    notice: Sharp things.
    items:
      - id: t-01
        kind: single-choice
        stem: |
          Read this.
          Which tool drives a nail?
        options:
          - key: NO
            because: It is.
          - distractor: 1.10
            because: That is a number.
        rationale: Because.
        source: Manual, section 1(a)
        fact: F-1
        theme: T05
        level: recall
        marks: 0.5
        review-by: 2028-02-29
        keep-order: true
      - id: t-02
        kind: multiple-response
        scoring: all or nothing
        stem: Which?
        options:
          - key: a
          - distractor: b
            because: No.
        rationale: Because.
        source: Manual
        fact: [F-1, F-2]
        theme: [T05, T06]
        level: apply
      - {id: t-03, kind: true-false, stem: So?, key: no, rationale: R, source: S, fact: F, theme: T, level: analyse}
      - {id: t-04, kind: numerical, stem: How many?, key: -4.50, tolerance: 0.25, unit: years, rationale: R, source: S, fact: F, theme: T, level: recall}
      - {id: t-05, kind: short-text, stem: Who?, key: UNODC, match-case: yes, rationale: R, source: S, fact: F, theme: T, level: recall}
      - id: t-06
        kind: short-text
        stem: Where?
        key: [Palermo*, {text: Sicily, fraction: 0.5, because: Which town?}]
        rationale: R
        source: S
        fact: F
        theme: T
        level: recall
      - id: t-07
        kind: matching
        stem: Match.
        pairs:
          - {left: One, right: 1}
          - {left: Two, right: 2}
        extra: [3]
        rationale: R
        source: S
        fact: F
        theme: T
        level: recall
      - {id: t-08, kind: ordering, scoring: partial, stem: Order., order: [x, y, z], rationale: R, source: S, fact: F, theme: T, level: recall}
    """

  static func findings(_ text: String) -> [Diagnostic] {
    var findings = Findings()
    _ = Quiz.parse(SourceText(file: "quiz.yaml", text: text), &findings)
    return findings.sorted
  }

  static func quiz(_ text: String = whole) throws -> Quiz {
    try Quiz.parse(SourceText(file: "quiz.yaml", text: text))
  }

  @Test func `a quiz is read with all it says of itself`() throws {
    let quiz = try Self.quiz()
    #expect(quiz.title == "Workshop: tools")
    #expect(quiz.status == "Unofficial. Written for tests.")
    #expect(quiz.curriculum?.name == "carpentry")
    #expect(quiz.curriculum?.location == .init(file: "quiz.yaml", line: 5, column: 13))
    #expect(quiz.module?.name == "tools")
    #expect(quiz.mode == .practice)
    #expect(quiz.passPercent == Rational(125, over: 2))
    #expect(quiz.shuffle == .items)
    #expect(quiz.notice == "Sharp things.")
    #expect(quiz.text == Self.whole)
    #expect(quiz.items.map(\.id) == (1...8).map { "t-0\($0)" })
  }

  @Test(arguments: [
    ("2/3", Rational(200, over: 3)), ("66.67%", Rational(6667, over: 100)), ("60", 60),
    ("66.66667", Rational(200, over: 3)),
  ])
  func `a pass mark is a percentage or a part`(text: String, percent: Rational) throws {
    let quiz = try Self.quiz(Self.whole.replacing("pass: 62.5", with: "pass: \(text)"))
    #expect(quiz.passPercent == percent)
    let written = try Quiz.parse(SourceText(file: "quiz.yaml", text: quiz.yaml))
    #expect(written.passPercent == percent)
  }

  @Test(arguments: [
    ("3/2", "found '3/2', expected a percentage from 0 to 100, or a part of the marks such as 2/3"),
    ("two", "found 'two', expected a percentage such as 60, or a part of the marks such as 2/3"),
    ("0.6", "the pass mark '0.6' is less than 1 percent, or 1 percent"),
    ("66.67", "a score of 2/3 does not reach the pass mark '66.67'"),
    ("66.7%", "a score of 2/3 does not reach the pass mark '66.7%'"),
  ])
  func `a pass mark that is not meant so is reported`(text: String, message: String) {
    let found = Self.findings(Self.whole.replacing("pass: 62.5", with: "pass: \(text)"))
    #expect(found.map(\.message).contains(message))
  }

  @Test(arguments: ["67", "33.33", "62.5", "60.5"])
  func `a pass mark that no simple part misses is not reported`(text: String) {
    let found = Self.findings(Self.whole.replacing("pass: 62.5", with: "pass: \(text)"))
    #expect(!found.contains { $0.message.contains("pass mark") })
  }

  @Test func `marks may be a simple fraction, and are written as one`() throws {
    let quiz = try Self.quiz(Self.whole.replacing("marks: 0.5", with: "marks: 4/3"))
    #expect(quiz["t-01"]?.maximum == Rational(4, over: 3))
    let written = try Quiz.parse(SourceText(file: "quiz.yaml", text: quiz.yaml))
    #expect(written["t-01"]?.maximum == Rational(4, over: 3))
    let found = Self.findings(Self.whole.replacing("marks: 0.5", with: "marks: 1/37"))
    #expect(found.contains { $0.message.contains("a denominator up to 20") })
  }

  @Test func `a single choice that would cost something is reported`() {
    let text = Self.whole.replacing(
      "- distractor: 1.10",
      with: "- fraction: -1/2\n        distractor: 1.10"
    )
    #expect(
      Self.findings(text).map(\.message).contains(
        "the fraction is below 0, but no item earns less than 0"
      )
    )
  }

  @Test(arguments: [
    ("1e3", "1000"), ("\u{2212}5", "-5"), ("\u{2013}5", "-5"), ("10 000", "10000"), ("1,5", "1.5"),
    ("12345678901234567890", "12345678901234567890"), ("2.125", "2.125"), ("1.234.567", "1234567"),
    ("0.1234567890123456789", "0.1234567890123456789"), ("\u{661}\u{662}", "12"), (".5", "0.5"),
  ])
  func `a key is read as people type numbers, exactly`(text: String, value: String) throws {
    let quiz = try Self.quiz(Self.whole.replacing("key: -4.50", with: "key: \"\(text)\""))
    let key = try #require(Decimal(string: value))
    let tolerance = Numerical.Tolerance.absolute(try #require(Decimal(string: "0.25")))
    let kind = Item.Kind.numerical(
      Numerical([.init(.number(key, tolerance: tolerance))], unit: "years")
    )
    #expect(quiz["t-04"]?.kind == kind)
    let written = try Quiz.parse(SourceText(file: "quiz.yaml", text: quiz.yaml))
    #expect(written["t-04"]?.kind == kind)
  }

  @Test(arguments: [
    ("1.000", "'1.000' may be meant as thousands, but is read as 1"),
    ("12.340", "'12.340' may be meant as thousands, but is read as 12.34"),
    ("1,000", "'1,000' can be read in two ways"),
    ("1.00.000", "found '1.00.000', expected a number such as 4 or 0.5"),
    ("1e99", "'1e99' has too many digits; at most 38 are read"),
  ])
  func `a key that can be read in two ways is reported`(text: String, message: String) {
    let found = Self.findings(Self.whole.replacing("key: -4.50", with: "key: \"\(text)\""))
    #expect(found.map(\.message).contains(message))
  }

  @Test func `an item is read with all it says of itself`() throws {
    let item = try #require(try Self.quiz()["t-01"])
    #expect(item.stem == "Read this.\nWhich tool drives a nail?")
    #expect(item.rationale == "Because.")
    #expect(item.source == "Manual, section 1(a)")
    #expect(item.facts == ["F-1"])
    #expect(item.themes.map(\.name) == ["T05"])
    #expect(item.level == .recall)
    #expect(item.maximum == Rational(1, over: 2))
    #expect(item.reviewBy == ReviewDate("2028-02-29"))
    #expect(item.keepsOrder)
    #expect(item.location.line == 12)
  }

  @Test func `each kind is read with its key`() throws {
    let kinds = try Self.quiz().items.map(\.kind)
    #expect(
      kinds == [
        .singleChoice(
          SingleChoice([
            .key("NO", because: "It is."), .distractor("1.10", because: "That is a number."),
          ])
        ),
        .multipleResponse(
          MultipleResponse([.key("a"), .distractor("b", because: "No.")], rule: .allOrNothing)
        ),
        .trueFalse(TrueFalse(key: false)),
        .numerical(Numerical(key: -4.5, tolerance: 0.25, unit: "years")),
        .shortText(ShortText([.init("UNODC")], matchesCase: true)),
        .shortText(
          ShortText([
            .init("Palermo*"),
            .init("Sicily", fraction: Rational(1, over: 2), because: "Which town?"),
          ])
        ),
        .matching(Matching([.init("One", "1"), .init("Two", "2")], extra: ["3"])),
        .ordering(Ordering(["x", "y", "z"])),
      ]
    )
  }

  @Test func `a key without a reason is fine, a distractor without one is a warning`() throws {
    let text = Self.whole.replacing("        because: That is a number.\n", with: "")
    #expect(
      Self.findings(text).map(\.description) == [
        """
        quiz.yaml:20:21: warning: the distractor '1.10' has no 'because'
          help: add 'because: …' so that people who choose it learn why it is wrong
        """
      ]
    )
    #expect(try Self.quiz(text).items.count == 8)
  }

  @Test func `everything wrong in a quiz is told in one reading`() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().appendingPathComponent("Golden/broken.yaml")
    let source = try SourceText(file: "broken.yaml", bytes: try Data(contentsOf: file))
    var findings = Findings()
    #expect(Quiz.parse(source, &findings) == nil)
    let text = findings.sorted.map { "\($0)\n" }.joined()
    try expectGolden(text, "broken.txt")
  }

  @Test(arguments: [
    ("", "the file is empty"), ("# nothing\n", "the file is empty"),
    ("- a\n- b\n", "found a list, expected a quiz with keys such as 'quiz'"),
    ("quiz: [", "the bracket '[' is never closed"),
    ("quiz: Q\nstatus: S\nmode: graded\nitems: []\n", "the quiz has no items"),
    ("quiz: Q\nstatus: S\nmode: graded\n", "the quiz has no 'items'"),
    ("quiz: Q\nstatus: S\nmode: graded\nitems: {}\n", "found a mapping, expected a list of items"),
    ("quiz: Q\nstatus: S\nitems: []\n", "the quiz has no 'mode'"),
  ])
  func `a file that is no quiz is refused`(text: String, problem: String) {
    let findings = Self.findings(text)
    #expect(findings.contains { $0.message.hasPrefix(problem) })
    #expect(throws: Findings.self) { try Self.quiz(text) }
  }

  @Test func `too many items are refused before they are read`() {
    let items = (0...1000).map { "  - id: i\($0)\n" }.joined()
    let findings = Self.findings("quiz: Q\nstatus: S\nmode: graded\nitems:\n\(items)")
    #expect(findings.map(\.message) == ["the quiz has 1001 items; at most 1000 are read"])
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a damaged quiz is refused or read, and never stops the program`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var bytes = Array(Self.whole.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 1...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8(ascii: "\n"), at: place)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...80, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    guard let source = try? SourceText(file: "damaged.yaml", bytes: bytes) else { return }
    var findings = Findings()
    let quiz = Quiz.parse(source, &findings)
    #expect((quiz == nil) == findings.hasErrors)
    #expect(findings.diagnostics.allSatisfy { !$0.message.isEmpty })
  }
}

@Suite struct ReviewDateTests {
  @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"])
  func `a day of the calendar is read and shown`(text: String) {
    #expect(ReviewDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
    "2026-01-00", "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T00:00",
    "٢٠٢٦-٠١-٠١", "",
  ])
  func `what is no day is refused`(text: String) {
    #expect(ReviewDate(text) == nil)
  }

  @Test func `days compare in time`() throws {
    let early = try #require(ReviewDate("2026-12-31"))
    let late = try #require(ReviewDate("2027-01-01"))
    #expect(early < late)
  }
}

import Foundation
import Quizzes
import Testing

@Suite struct MarkingTests {
  @Test func `only the key of a single choice earns the mark`() {
    #expect(Item.single.fraction(of: .option(1)) == 1)
    #expect(Item.single.fraction(of: .option(0)) == 0)
  }

  @Test(arguments: [Response.option(-1), .option(3), .options([1]), .text("b"), .number(1)])
  func `a response that does not fit the item earns nothing`(response: Response) {
    #expect(Item.single.fraction(of: response) == 0)
  }

  @Test func `the mark is the fraction of the maximum`() {
    #expect(Item.multiple.mark(of: .options([0])) == 1)
    #expect(Item.match.mark(of: .matches([0, 1, 3])) == 2)
  }

  @Test func `a statement is right or wrong`() {
    #expect(Item.truth.fraction(of: .truth(true)) == 1)
    #expect(Item.truth.fraction(of: .truth(false)) == 0)
  }

  @Test(arguments: [
    ("99.5", true), ("100.5", true), ("100.500000000001", true), ("100.5000000001", false),
    ("99.49", false), ("-100", false),
  ])
  func `the tolerance includes its ends`(text: String, isRight: Bool) throws {
    let number = try #require(Decimal(string: text))
    #expect(Numerical(key: 100, tolerance: 0.5).accepts(number) == isRight)
  }

  @Test func `without a tolerance only the key counts, whatever its zeros`() throws {
    let numerical = Numerical(key: try #require(Decimal(string: "0.30")))
    #expect(numerical.accepts(try #require(Decimal(string: "0.3"))))
    #expect(!numerical.accepts(try #require(Decimal(string: "0.31"))))
    #expect(Numerical(key: 0).accepts(0))
    #expect(!Numerical(key: 0).accepts(try #require(Decimal(string: "0.000000000001"))))
  }

  @Test func `a number of very many digits has a tolerance in its fifteenth`() throws {
    let key = try #require(Decimal(string: "999999999999999.123456789012345"))
    let near = try #require(Decimal(string: "999999999999999.223456789012345"))
    let far = try #require(Decimal(string: "999999999999979.123456789012345"))
    let tolerance = try #require(Decimal(string: "0.1"))
    #expect(Numerical(key: key, tolerance: tolerance).accepts(near))
    #expect(!Numerical(key: key, tolerance: tolerance).accepts(far))
  }

  static let texts: [(pattern: String, typed: String, matches: Bool)] = [
    ("Palermo", "palermo", true), ("Palermo", "  Palermo ", true), ("Palermo", "Palermo!", false),
    ("caf\u{E9}", "cafe\u{301}", true), ("two words", "Two   words", true),
    ("*", "anything", true), ("*", "", true), ("Palermo*", "Palermo Convention", true),
    ("Palermo*", "Palermo", true), ("*Convention", "the Palermo Convention", true),
    ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("ab*ba", "aba", false),
    ("ab*ba", "abba", true), ("a*a*a", "aa", false), ("a*a*a", "aaa", true),
    (#"\*"#, "*", true), (#"\*"#, "x", false), (#"a\*c"#, "abc", false), (#"a\b"#, #"a\b"#, true),
    (#"\"#, #"\"#, true), (#"\\*"#, #"\*"#, true), ("**", "x", true), ("*.*", "x", false),
    ("*b*", "abc", true), ("*bc*", "abxc", false), ("*x*", "\u{1F600}x", true),
  ]

  @Test(arguments: texts)
  func `a short text is compared as its source says`(pattern: String, typed: String, matches: Bool)
  {
    let shortText = ShortText([.init(pattern)])
    #expect((shortText.match(of: typed) != nil) == matches)
  }

  @Test func `case counts where the item says so`() {
    let shortText = ShortText([.init("UNODC")], matchesCase: true)
    #expect(shortText.match(of: "UNODC") != nil)
    #expect(shortText.match(of: "unodc") == nil)
  }

  @Test func `the first accepted text that matches gives the fraction`() {
    #expect(Item.words.fraction(of: .text("Oak")) == 1)
    #expect(Item.words.fraction(of: .text("softwood")) == Rational(1, over: 2))
    #expect(Item.words.fraction(of: .text("iron")) == 0)
  }

  @Test func `a pattern of many asterisks is compared in reasonable time`() {
    let pattern = String(repeating: "a*", count: 500) + "b"
    let shortText = ShortText([.init(pattern)])
    #expect(shortText.match(of: String(repeating: "a", count: 2000)) == nil)
  }

  @Test func `matching earns the share of left sides`() {
    #expect(Item.match.fraction(of: .matches([0, 1, 2])) == 1)
    #expect(Item.match.fraction(of: .matches([0, 2, 1])) == Rational(1, over: 3))
    #expect(Item.match.fraction(of: .matches([0])) == Rational(1, over: 3))
    #expect(Item.match.fraction(of: .matches([9, -1, 2, 0])) == Rational(1, over: 3))
  }

  @Test func `ordering earns the share of places, or all or nothing`() {
    #expect(Item.order.fraction(of: .order([0, 2, 1])) == Rational(1, over: 3))
    #expect(Item.order.fraction(of: .order([0, 1])) == 0)
    let strict = Ordering(["a", "b", "c"], rule: .allOrNothing)
    #expect(strict.fraction(ordering: [0, 2, 1]) == 0)
    #expect(strict.fraction(ordering: [0, 1, 2]) == 1)
  }
}

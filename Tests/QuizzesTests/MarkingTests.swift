import Foundation
import Quizzes
import SampleItems
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
    ("99.5", true), ("100.5", true), ("100.500000000000000001", false), ("100.5000", true),
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

  @Test(arguments: [
    ("12345678901234567", "0", "12345678901234567", true),
    ("12345678901234567", "0", "12345678901234568", false),
    ("12345678901234567890123456789012345678", "0", "12345678901234567890123456789012345678", true),
    (
      "12345678901234567890123456789012345678", "0", "12345678901234567890123456789012345679", false
    ),
    ("999999999999999.123456789012345", "0.1", "999999999999999.223456789012345", true),
    ("999999999999999.123456789012345", "0.1", "999999999999999.223456789012346", false),
    ("0.00000000000000000000000000000000000001", "0", "0", false),
  ])
  func `a key of very many digits is exact in all of them`(
    key: String,
    tolerance: String,
    typed: String,
    isRight: Bool
  ) throws {
    let numerical = Numerical(
      key: try #require(Decimal(string: key)),
      tolerance: try #require(Decimal(string: tolerance))
    )
    #expect(numerical.accepts(try #require(Decimal(string: typed))) == isRight)
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

  static let alike: [(pattern: String, typed: String)] = [
    ("l'\u{C9}tat de droit", "L\u{2019}\u{C9}tat de droit"), ("l\u{2019}\u{E9}tat", "l'\u{E9}tat"),
    ("l'\u{E9}tat", "l\u{B4}\u{E9}tat"), ("the \"rule\" of law", "the \u{201C}rule\u{201D} of law"),
    ("\u{AB}rule\u{BB}", "\u{201E}rule\u{201C}"), ("1990-2000", "1990\u{2013}2000"),
    ("co\u{2011}operate", "co-operate"), ("yes\u{2014}no", "yes-no"), ("-5", "\u{2212}5"),
    ("and so on\u{2026}", "and so on..."), ("Art. 5", "Art.\u{A0}5"), ("10 000", "10\u{202F}000"),
    ("UNODC", "\u{200E}UNODC\u{200F}"), ("resolution", "reso\u{AD}lution"),
    ("data base", "data\u{2003}base"),
    ("database", "data\u{200B}base"),
    ("\u{3BB}\u{3CC}\u{3B3}\u{3BF}\u{3C2}", "\u{39B}\u{38C}\u{393}\u{39F}\u{3A3}"),
    ("\u{3BB}\u{3BF}\u{3C3}", "\u{3BB}\u{3BF}\u{3C2}"), ("ICC", "\u{FF29}\u{FF23}\u{FF23}"),
    ("Stra\u{DF}e", "STRASSE"), ("\u{130}stanbul", "istanbul"), ("o\u{FB03}ce", "office"),
    ("1945", "\u{661}\u{669}\u{664}\u{665}"), ("H\u{2082}O", "H2O"),
    ("\u{645}\u{631}", "\u{645}\u{640}\u{631}"),
    ("a*c", "a\u{2014}c"), (#"2 \* 3"#, "2 * 3"), ("a\u{FF0A}c", "a*c"),
  ]

  @Test(arguments: alike)
  func `signs that only typography tells apart count alike`(pattern: String, typed: String) {
    #expect(ShortText([.init(pattern)]).match(of: typed) != nil)
    if !pattern.contains("*"), !pattern.contains("\u{FF0A}") {
      #expect(ShortText([.init(typed)]).match(of: pattern) != nil)
    }
  }

  @Test(arguments: [
    ("10\u{B2}", "102"), ("1\u{BD}", "11/2"), ("resume", "r\u{E9}sum\u{E9}"),
    ("co-operate", "cooperate"),
    ("Palermo", "Palermo."), ("a\u{FF0A}c", "abc"), ("data base", "database"), ("it's", "its"),
  ])
  func `what says something else stays different`(pattern: String, typed: String) {
    #expect(ShortText([.init(pattern)]).match(of: typed) == nil)
    #expect(ShortText([.init(typed)]).match(of: pattern) == nil)
  }

  @Test(arguments: [
    ("l'\u{C9}tat", "l\u{2019}\u{C9}tat", true), ("l'\u{C9}tat", "l\u{2019}\u{E9}tat", false),
    ("ICC", "\u{FF29}\u{FF23}\u{FF23}", true), ("ICC", "icc", false), ("\u{3C3}", "\u{3C2}", true),
  ])
  func `typography counts alike where case matters too`(
    pattern: String,
    typed: String,
    isRight: Bool
  ) {
    let shortText = ShortText([.init(pattern)], matchesCase: true)
    #expect((shortText.match(of: typed) != nil) == isRight)
  }

  @Test func `what nothing shows is no response`() {
    for item in [Item.words, .single, .number] {
      #expect(throws: Misreading.nothing) {
        try item.kind.response(typed: "\u{200B}\u{200E} \u{AD}", showing: [0, 1, 2])
      }
    }
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

import Chance
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct ReadingTests {
  static func read(_ typed: String, _ item: Item, _ order: [Int]) throws -> Response {
    try item.kind.response(typed: typed, showing: order)
  }

  @Test(arguments: ["b", "B", "b.", "b)", "(b)", " b ", "\u{FF42}", "b:"])
  func `one letter chooses the option shown under it`(typed: String) throws {
    #expect(try Self.read(typed, .single, [2, 0, 1]) == .option(0))
  }

  @Test(arguments: ["a c", "a,c", "ac", "c a", "A and C", "a; c", "a/c", "a + c", "aca", "a) c)"])
  func `letters choose all that apply`(typed: String) throws {
    #expect(try Self.read(typed, .multiple, [3, 1, 0, 2]) == .options([0, 3]))
  }

  @Test(arguments: [
    ("t", true), ("True", true), ("YES", true), ("y", true), ("f", false), ("false.", false),
    ("no", false), ("N", false),
  ])
  func `true and false have short forms`(typed: String, isTrue: Bool) throws {
    #expect(try Self.read(typed, .truth, []) == .truth(isTrue))
  }

  @Test(arguments: [
    ("4", "4"), ("4.0", "4"), ("4,5", "4.5"), ("+4", "4"), ("-0.25", "-0.25"),
    ("\u{2212}3", "-3"), (".5", "0.5"), ("5.", "5"), ("10 000", "10000"), ("0,125", "0.125"),
    ("1234,567", "1234.567"), ("1 234,567", "1234.567"), ("\u{664}", "4"), ("007", "7"),
    ("\u{FF14}", "4"), ("10\u{A0}000", "10000"), ("10\u{202F}000", "10000"), ("10'000", "10000"),
    ("10\u{2019}000,5", "10000.5"), ("1.234.567", "1234567"), ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"), ("1,00,000", "100000"), ("1.0000", "1"), ("0.000", "0"),
    ("\u{2013}5", "-5"), ("\u{2012}5", "-5"), ("\u{200F}\u{661}\u{662}\u{66B}\u{665}", "12.5"),
    ("\u{661}\u{66C}\u{660}\u{660}\u{660}", "1000"), ("1e3", "1000"), ("1E3", "1000"),
    ("2.5e-3", "0.0025"), ("1,5e+3", "1500"), ("1.234e3", "1234"), ("1.5\u{D7}10\u{B3}", "1500"),
    ("3 x 10^2", "300"), ("10\u{207B}\u{B2}", "0.01"), ("10^6", "1000000"),
    ("12345678901234567", "12345678901234567"), ("-1e30", "-1000000000000000000000000000000"),
    ("1234567890123456789.0123456789", "1234567890123456789.0123456789"),
  ])
  func `a number is read with point or comma`(typed: String, value: String) throws {
    #expect(try Self.read(typed, .number, []) == .number(try #require(Decimal(string: value))))
  }

  @Test func `a short text is kept as typed, in composed form`() throws {
    #expect(try Self.read("  Cafe\u{301}  Noir ", .words, []) == .text("Caf\u{E9}  Noir"))
  }

  @Test(arguments: [
    "1b 2a 3c", "b a c", "bac", "1-b, 2-a, 3-c", "3c 1b 2a", "1=B;2=A;3=C", "1) b 2) a 3) c",
    "1 b 2 a 3 c", "1 -> b, 2 -> a, 3 -> c",
  ])
  func `matches are read with numbers or in order`(typed: String) throws {
    #expect(try Self.read(typed, .match, [2, 3, 0, 1]) == .matches([3, 2, 0]))
  }

  @Test func `one letter may serve several numbers`() throws {
    #expect(try Self.read("a a a", .match, [2, 3, 0, 1]) == .matches([2, 2, 2]))
  }

  @Test(arguments: ["c a b", "cab", "c, a, b", "C > A > B"])
  func `an order is read from first to last`(typed: String) throws {
    #expect(try Self.read(typed, .order, [1, 2, 0]) == .order([0, 1, 2]))
  }

  static let misreadings: [(typed: String, item: Item, order: [Int], sentence: String)] = [
    ("", .single, [0, 1, 2], "Nothing was typed."),
    ("b c", .single, [0, 1, 2], "Type one letter from a to c."),
    ("4", .single, [0, 1, 2], "There is no 4 here. The numbers go from 1 to 3."),
    ("0", .single, [0, 1, 2], "There is no 0 here. The numbers go from 1 to 3."),
    ("1 2", .single, [0, 1, 2], "Type one letter from a to c."),
    ("hamme", .single, [0, 1, 2], "Type one letter from a to c."),
    ("d", .single, [0, 1, 2], "There is no 'd' here. The letters go from a to c."),
    ("\u{44B}", .single, [0, 1, 2], "There is no '\u{44B}' here. The letters go from a to c."),
    (
      "none", .multiple, [0, 1, 2, 3],
      "There is no 'n' here. The letters go from a to d."
    ),
    (
      "saws and", .multiple, [0, 1, 2, 3],
      "There is no 's' here. The letters go from a to d."
    ),
    (
      "hammers", .multiple, [0, 1, 2, 3],
      "Type the letters of all that apply, from a to d, with spaces between them."
    ),
    (
      "1 a", .multiple, [0, 1, 2, 3],
      "Type the letters of all that apply, from a to d, with spaces between them."
    ),
    ("maybe", .truth, [], "Type true or false. A single t or f is enough."),
    ("about 4", .number, [], "Type only the number, in centimetres."),
    ("5\u{B2}", .number, [], "Type only the number, in centimetres."),
    ("1\u{BD}", .number, [], "Type only the number, in centimetres."),
    ("1.234.56", .number, [], "Type only the number, in centimetres."),
    ("1e", .number, [], "Type only the number, in centimetres."),
    (".", .number, [], "Type only the number, in centimetres."),
    (
      "1,000", .number, [],
      "'1,000' can be read in two ways. Type 1000, or 1.0000 with one more zero."
    ),
    (
      "1.000", .number, [],
      "'1.000' can be read in two ways. Type 1000, or 1.0000 with one more zero."
    ),
    (
      "\u{2212}12.345", .number, [],
      "'-12.345' can be read in two ways. Type -12345, or -12.3450 with one more zero."
    ),
    (
      "123456789012345678901234567890123456789", .number, [],
      "The number has too many digits. At most 38 are read."
    ),
    ("1e99", .number, [], "The number has too many digits. At most 38 are read."),
    ("1e-99999", .number, [], "The number has too many digits. At most 38 are read."),
    ("b", .match, [0, 1, 2, 3], "Also give a letter for 2 and 3. Type all of them in one line."),
    ("1b 3c", .match, [0, 1, 2, 3], "Also give a letter for 2. Type all of them in one line."),
    ("1b 1c 2a", .match, [0, 1, 2, 3], "Number 1 is there twice. Give each number one letter."),
    ("1b 4c", .match, [0, 1, 2, 3], "There is no 4 here. The numbers go from 1 to 3."),
    ("1b 99999999999999999999c", .match, [0, 1, 2, 3], Self.matches),
    ("0a 1a", .match, [0, 1, 2, 3], "There is no 0 here. The numbers go from 1 to 3."),
    ("1z 2a 3a", .match, [0, 1, 2, 3], "There is no 'z' here. The letters go from a to d."),
    ("a b c d", .match, [0, 1, 2, 3], Self.matches),
    ("1 2 5", .match, [0, 1, 2, 3], Self.matches),
    ("?", .match, [0, 1, 2, 3], Self.matches),
    ("a b", .order, [0, 1, 2], "Also place c. Type all letters in one line."),
    ("a", .order, [0, 1, 2], "Also place b and c. Type all letters in one line."),
    ("a b b", .order, [0, 1, 2], "The letter b is there twice. Type each letter once."),
    ("1 2", .order, [0, 1, 2], "Type all letters from a to c in the order you want, each once."),
    ("1 2 4", .order, [0, 1, 2], "There is no 4 here. The numbers go from 1 to 3."),
  ]

  static let matches = "Type a letter from a to d for each of the numbers 1 to 3."

  @Test(arguments: misreadings)
  func `a line of the wrong form is explained`(
    typed: String,
    item: Item,
    order: [Int],
    sentence: String
  ) throws {
    let error = #expect(throws: Misreading.self) { try Self.read(typed, item, order) }
    #expect(error?.description == sentence)
  }

  @Test func `a number without a unit is asked for in digits`() {
    let item = Item(id: "n", stem: "How many?", kind: .numerical(Numerical(key: 3)))
    let error = #expect(throws: Misreading.self) { try Self.read("three", item, []) }
    #expect(
      error?.description == "Type a number in digits, with a point or comma before decimals."
    )
  }

  @Test func `a unit that differs in capitals only must be typed exactly`() throws {
    let numerical = Numerical(
      [.init(.number(2, tolerance: .absolute(0)))],
      unit: "MW",
      units: [.init("mW", count: 1_000_000_000), .init("m\u{B2}", count: 4)]
    )
    let item = Item(id: "n", stem: "How much?", kind: .numerical(numerical))
    #expect(try Self.read("2 MW", item, []) == .number(2))
    #expect(try Self.read("2000000000 mW", item, []) == .number(2))
    #expect(try Self.read("8 m2", item, []) == .number(2))
    #expect(try Self.read("8 m\u{B2}", item, []) == .number(2))
    let error = #expect(throws: Misreading.self) { try Self.read("2 mw", item, []) }
    #expect(
      error?.description
        == "The unit can be MW or mW. Type it with the same capital and small letters."
    )
  }

  static let scribbles = Array("0123456789.,'\u{A0}\u{66B}\u{66C}-\u{2013}+e\u{D7}^\u{B3}x ")

  // What two readers would read differently is never taken; what is taken is exact.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func `no scribble of digits and signs is read as two numbers`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let length = Int.random(in: 1...12, using: &generator)
    let typed = String(
      (0..<length).compactMap { _ in Self.scribbles.randomElement(using: &generator) }
    )
    let withPoint = try? Self.read(typed.replacing(",", with: "."), .number, [])
    let withComma = try? Self.read(typed.replacing(".", with: ","), .number, [])
    if let withPoint, let withComma { #expect(withPoint == withComma, "\(typed)") }
  }
}

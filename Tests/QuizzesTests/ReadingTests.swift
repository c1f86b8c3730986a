import Foundation
import Quizzes
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
    ("1234,567", "1234.567"), ("1 234,567", "1234.567"), ("2.125", "2.125"), ("\u{664}", "4"),
    ("\u{FF14}", "4"), ("10\u{A0}000", "10000"), ("007", "7"),
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
    ("1", .single, [0, 1, 2], "Type one letter from a to c."),
    ("hammer", .single, [0, 1, 2], "Type one letter from a to c."),
    ("d", .single, [0, 1, 2], "There is no 'd' here. The letters go from a to c."),
    ("\u{430}", .single, [0, 1, 2], "There is no '\u{430}' here. The letters go from a to c."),
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
      "1 2", .multiple, [0, 1, 2, 3],
      "Type the letters of all that apply, from a to d, with spaces between them."
    ),
    ("maybe", .truth, [], "Type true or false. A single t or f is enough."),
    ("about 4", .number, [], "Type only the number, in centimetres."),
    ("1e3", .number, [], "Type only the number, in centimetres."),
    (".", .number, [], "Type only the number, in centimetres."),
    (
      "1,000", .number, [],
      "'1,000' can be read in two ways. Type thousands without a comma, and decimals with a point."
    ),
    (
      "1234567890123456", .number, [],
      "The number has too many digits. Type at most 15 before and 15 after the point."
    ),
    ("b", .match, [0, 1, 2, 3], "Also give a letter for 2 and 3. Type all of them in one line."),
    ("1b 3c", .match, [0, 1, 2, 3], "Also give a letter for 2. Type all of them in one line."),
    ("1b 1c 2a", .match, [0, 1, 2, 3], "Number 1 stands twice. Give each number one letter."),
    ("1b 4c", .match, [0, 1, 2, 3], "There is no 4 here. The numbers go from 1 to 3."),
    ("1b 99999999999999999999c", .match, [0, 1, 2, 3], Self.matches),
    ("0a 1a", .match, [0, 1, 2, 3], "There is no 0 here. The numbers go from 1 to 3."),
    ("1z 2a 3a", .match, [0, 1, 2, 3], "There is no 'z' here. The letters go from a to d."),
    ("a b c d", .match, [0, 1, 2, 3], Self.matches),
    ("1 2 3", .match, [0, 1, 2, 3], Self.matches),
    ("?", .match, [0, 1, 2, 3], Self.matches),
    ("a b", .order, [0, 1, 2], "Also place c. Type all letters in one line."),
    ("a", .order, [0, 1, 2], "Also place b and c. Type all letters in one line."),
    ("a b b", .order, [0, 1, 2], "The letter b stands twice. Type each letter once."),
    ("1 2 3", .order, [0, 1, 2], "Type all letters from a to c in the order you want, each once."),
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
}

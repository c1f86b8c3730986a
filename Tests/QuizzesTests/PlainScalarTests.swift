import Foundation
import Quizzes
import Testing

/// What is known of characters without looking it up.
@Suite struct PlainScalarTests {
  private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

  @Test func `white space is what Unicode calls so`() {
    #expect(!Self.scalars.contains { $0.isWhiteSpace != $0.properties.isWhitespace })
  }

  @Test func `a character that stands alone is composed, also in small letters`() {
    for scalar in Self.scalars where scalar.standsAlone {
      let text = String(scalar)
      let lowercased = Array(text.lowercased().unicodeScalars)
      #expect(text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual([scalar]))
      #expect(lowercased.count == 1)
      #expect("a\(text)a".count == 3)
    }
  }

  @Test(arguments: [
    ("One  two\nthree", "one two three"), (" a\tb ", "a b"), ("É’A", "é’a"),
    ("E\u{301}\u{A0}\u{A0}B", "é b"), ("A\r\nB", "a b"), ("İ", "i̇"), ("", ""), (" \n", ""),
    ("联合国\u{3000}A", "联合国 a"),
  ])
  func `texts are compared composed, with single spaces, in small letters`(
    text: String,
    compared: String
  ) {
    #expect(text.compared() == compared)
    #expect(text.isSame(as: compared))
  }
}

import Foundation
import Testing

@testable import ItemWriting

@Suite struct WordsTests {
  @Test(arguments: [
    (
      "What is L’État? A co-operation -- or 'two'.",
      ["what", "is", "l’état", "a", "co-operation", "or", "two"]
    ),
    ("Naïve\r\nÇa, 3.5 km²; x_y", ["naïve", "ça", "3", "5", "km²", "x", "y"]),
    ("İstanbul – Ankara", ["i̇stanbul", "ankara"]),
    ("", []), ("—", []), ("don't-", ["don't"]), ("a--b", ["a", "b"]),
    ("Кто? ما هو", ["кто", "ما", "هو"]),
  ])
  func `words are runs of letters and digits, with single marks within`(
    text: String,
    words: [String]
  ) {
    #expect(text.words == words)
    #expect(text.decomposedStringWithCanonicalMapping.words == words)
    // A sign that has to be looked at as a character changes nothing in the words beside it.
    #expect((text + " \u{5D0}\u{5B0}").words == words + ["\u{5D0}\u{5B0}"])
  }
}

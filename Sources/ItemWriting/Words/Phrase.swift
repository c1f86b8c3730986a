/// An expression of one word or several.
struct Phrase: Sendable {
  /// The words in small letters.
  let words: [String]

  /// The words with spaces between them.
  var text: String { words.joined(separator: " ") }

  /// Where the expression begins in a text; `nil` where the text does not have it.
  func firstIndex(in text: [String]) -> Int? {
    guard let first = words.first, words.count <= text.count else { return nil }
    return (0...(text.count - words.count)).first { start in
      text[start] == first && text[start...].starts(with: words)
    }
  }
}

extension Phrase: ExpressibleByStringLiteral {
  init(stringLiteral text: String) {
    words = text.split(separator: " ").map(String.init)
  }
}

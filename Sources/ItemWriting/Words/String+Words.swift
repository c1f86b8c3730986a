internal import Foundation
internal import Quizzes

extension String {
  /// The words in small letters: runs of letters and digits, with apostrophes and hyphens within.
  var words: [String] {
    var words: [String] = []
    var word = ""
    var pending = ""
    for character in precomposedStringWithCanonicalMapping.lowercased() {
      if character.isLetter || character.isNumber {
        word += pending + String(character)
        pending = ""
      } else if !word.isEmpty, pending.isEmpty, "'’-".contains(character) {
        pending = String(character)
      } else {
        if !word.isEmpty { words.append(word) }
        (word, pending) = ("", "")
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The words as they are compared: joined by single spaces, without punctuation.
  var folded: String {
    words.joined(separator: " ")
  }

  /// The sentences, each without its closing mark; what stands before a line break is one too.
  var sentences: [String] {
    var sentences: [String] = []
    var sentence = ""
    var isClosing = false
    for character in self {
      if character.isNewline || (isClosing && character.isWhitespace) {
        sentences.append(sentence)
        (sentence, isClosing) = ("", false)
      } else {
        sentence.append(character)
        isClosing = ".?!؟。".contains(character) || (isClosing && "\"”»)'".contains(character))
      }
    }
    return (sentences + [sentence]).filter { $0.contains(where: \.isLetter) }
  }
}

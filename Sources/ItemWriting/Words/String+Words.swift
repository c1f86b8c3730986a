internal import Foundation
internal import Quizzes

extension String {
  /// The words in small letters: runs of letters and digits, with apostrophes and hyphens within.
  var words: [String] {
    unicodeScalars.allSatisfy(\.standsAlone) ? simpleWords : composedWords
  }

  /// The words of a text whose characters are single scalars.
  private var simpleWords: [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    for scalar in lowercased().unicodeScalars {
      if scalar.isWordSign {
        if let sign = pending { word.append(sign) }
        word.append(scalar)
        pending = nil
      } else if !word.isEmpty, pending == nil, scalar == "'" || scalar == "’" || scalar == "-" {
        pending = scalar
      } else {
        if !word.isEmpty { words.append(String(word)) }
        (word, pending) = (.init(), nil)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of any text, by its characters.
  private var composedWords: [String] {
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

  /// The sentences, each without its closing mark; what stands before a line break is one too.
  var sentences: [String] {
    unicodeScalars.allSatisfy(\.standsAlone) ? simpleSentences : composedSentences
  }

  /// The sentences of a text whose characters are single scalars.
  private var simpleSentences: [String] {
    var sentences: [String] = []
    var sentence = String.UnicodeScalarView()
    var isClosing = false
    for scalar in unicodeScalars {
      if (0xA...0xC).contains(scalar.value) || scalar.value == 0x85
        || (isClosing && scalar.isWhiteSpace)
      {
        sentences.append(String(sentence))
        (sentence, isClosing) = (.init(), false)
      } else {
        sentence.append(scalar)
        isClosing =
          ".?!".unicodeScalars.contains(scalar)
          || (isClosing && "\"”»)'".unicodeScalars.contains(scalar))
      }
    }
    return (sentences + [String(sentence)]).filter { sentence in
      sentence.unicodeScalars.contains { $0.isLetter }
    }
  }

  /// The sentences of any text, by its characters.
  private var composedSentences: [String] {
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

extension Unicode.Scalar {
  /// Whether words are made of it: a letter or a digit.
  fileprivate var isWordSign: Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80: false
    default: Character(self).isLetter || Character(self).isNumber
    }
  }

  /// Whether it is a letter.
  fileprivate var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: Character(self).isLetter
    }
  }
}

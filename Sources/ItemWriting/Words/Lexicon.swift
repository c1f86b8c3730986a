internal import Quizzes

/// Words of one language that say something about how an item is written.
struct Lexicon: Sendable {
  /// Words that carry no content.
  let stopWords: Set<String>
  /// Words with which a question begins.
  let interrogatives: Set<String>
  /// Words that turn a question round.
  let negatives: Set<String>
  /// Expressions that turn a question round wherever they stand.
  let exceptives: [Phrase]
  /// Expressions in which a negative turns nothing round.
  let harmless: [Phrase]
  /// Words that open a clause of its own, so that a negative behind them belongs to it.
  let subordinators: Set<String>
  /// Words that leave no exception.
  let absolutes: Set<String>
  /// Words that everybody understands otherwise.
  let vague: Set<String>
  /// What says that all options are right.
  let allOfTheAbove: [Phrase]
  /// What says that no option is right.
  let noneOfTheAbove: [Phrase]
  /// Words that point to a place on the page.
  let above: Set<String>

  /// The lexicon of the language in which texts are written, as far as their commonest words tell.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - words: Their words.
  /// - Returns: The lexicon.
  static func of(_ texts: [String], words: [String]) -> Lexicon {
    let isArabic = texts.contains { text in
      text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
    }
    if isArabic { return .arabic }
    let candidates: [Lexicon] = [.english, .french, .spanish]
    let counts = candidates.map { lexicon in words.count { lexicon.stopWords.contains($0) } }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }

  /// Whether a text says nothing but one of some phrases.
  ///
  /// - Parameters:
  ///   - words: The words of the text.
  ///   - phrases: The phrases.
  /// - Returns: Whether they are the words of one of the phrases.
  func isPhrase(_ words: [String], of phrases: [Phrase]) -> Bool {
    phrases.contains { $0.words == words }
  }

  /// The words that carry content: at least five letters, no stop words; a plural like its singular.
  func contentWords(_ words: [String]) -> Set<String> {
    Set(
      words.filter { word in
        word.utf8.count >= 5 && word.count >= 5 && !stopWords.contains(word)
          && word.contains(where: \.isLetter)
      }
      .map { $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0 }
    )
  }
}

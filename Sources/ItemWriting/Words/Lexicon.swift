internal import Quizzes

/// Words of one language that say something about how an item is written.
struct Lexicon: Sendable {
  /// Words that carry no content.
  let stopWords: Set<String>
  /// Words with which a question begins.
  let interrogatives: Set<String>
  /// Words that turn a question round.
  let negatives: Set<String>
  /// Expressions that turn a question round wherever they stand, as words joined by spaces.
  let exceptives: [String]
  /// Expressions in which a negative turns nothing round, as words joined by spaces.
  let harmless: [String]
  /// Words that open a clause of its own, so that a negative behind them belongs to it.
  let subordinators: Set<String>
  /// Words that leave no exception.
  let absolutes: Set<String>
  /// Words that everybody understands otherwise.
  let vague: Set<String>
  /// What says that all options are right, as words joined by spaces.
  let allOfTheAbove: [String]
  /// What says that no option is right, as words joined by spaces.
  let noneOfTheAbove: [String]
  /// Words that point to a place on the page.
  let above: Set<String>

  /// The lexicon of the language in which a text is written, as far as its commonest words tell.
  static func of(_ text: String) -> Lexicon {
    let isArabic = text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
    if isArabic { return .arabic }
    let words = text.words
    let candidates: [Lexicon] = [.english, .french, .spanish]
    let counts = candidates.map { lexicon in words.count { lexicon.stopWords.contains($0) } }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }

  /// Whether a text says nothing but one of some phrases.
  func isPhrase(_ text: String, of phrases: [String]) -> Bool {
    phrases.contains(text.folded)
  }

  /// The words that carry content: at least five letters, no stop words; a plural like its singular.
  func contentWords(_ words: [String]) -> Set<String> {
    Set(
      words.filter { $0.count >= 5 && !stopWords.contains($0) && $0.contains(where: \.isLetter) }
        .map { $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0 }
    )
  }
}

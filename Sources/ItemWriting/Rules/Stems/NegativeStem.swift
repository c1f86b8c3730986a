internal import Diagnostics
internal import Quizzes

/// The stem asks for what is not so.
///
/// The word that turns the question round is easily read over; who writes it must at least mark it.
/// Source: Haladyna and others, guideline 17.
struct NegativeStem: ItemRule {
  let code = "negative-stem"

  func findings(on item: LintedItem) -> [Finding] {
    guard !item.options.isEmpty, let word = Self.negative(in: item) else {
      return []
    }
    let isMarked = Self.isMarked(word, in: item.stem.text)
    return [
      Finding(
        isMarked ? .warning : .error,
        at: item.stem.location,
        isMarked
          ? "the stem is worded negatively: '\(word)'"
          : "the stem is worded negatively, and '\(word)' is easily overlooked",
        remedy: isMarked
          ? "word it positively"
          : "word it positively, or write '\(word.uppercased())' in capitals"
      )
    ]
  }

  /// The word that turns the question round; `nil` when nothing does.
  ///
  /// Only the last sentence asks. In it, a negative counts behind the word that asks, unless a clause
  /// of its own has begun between the two.
  private static func negative(in item: LintedItem) -> String? {
    guard var words = item.sentences.last?.words else { return nil }
    let lexicon = item.lexicon
    for phrase in lexicon.harmless {
      while let start = phrase.firstIndex(in: words) {
        words.removeSubrange(start..<(start + phrase.words.count))
      }
    }
    if let phrase = lexicon.exceptives.first(where: { $0.firstIndex(in: words) != nil }) {
      return phrase.text
    }
    guard let start = words.firstIndex(where: { lexicon.interrogatives.contains($0) }) else {
      return nil
    }
    for word in words[(start + 1)...] {
      if lexicon.negatives.contains(word) { return word }
      if lexicon.subordinators.contains(word) { return nil }
    }
    return nil
  }

  /// Whether a word, or the first of a phrase, is written in capitals or between signs of emphasis.
  private static func isMarked(_ phrase: String, in stem: String) -> Bool {
    let word = phrase.split(separator: " ").first.map(String.init) ?? phrase
    let capitals = word.uppercased()
    if capitals != word,
      stem.split(whereSeparator: { !$0.isLetter }).contains(where: { $0 == capitals })
    {
      return true
    }
    return ["*", "_"].contains { stem.lowercased().contains("\($0)\(word)\($0)") }
  }
}

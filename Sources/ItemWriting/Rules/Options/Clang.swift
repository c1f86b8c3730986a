internal import Diagnostics
internal import Quizzes

/// A word of the stem comes back in the key and in no distractor.
///
/// Source: Haladyna and others, guideline 28b, "clang associations"; National Board of Medical
/// Examiners, "word repeats".
struct Clang: ItemRule {
  let code = "clang"

  func findings(on item: LintedItem) -> [Finding] {
    guard let key = item.singleKey else { return [] }
    let stem = item.lexicon.contentWords(item.words)
    let others = item.distractors.reduce(into: Set<String>()) { words, option in
      words.formUnion(item.lexicon.contentWords(option.words))
    }
    let shared = item.lexicon.contentWords(key.words).intersection(stem).subtracting(others)
    guard let word = shared.min() else { return [] }
    return [
      Finding(
        .note,
        at: key.location,
        "'\(word)' is in the stem and in the key, but in no distractor",
        remedy: "use the word in a distractor too, or another word in the key"
      )
    ]
  }
}

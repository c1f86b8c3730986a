internal import Diagnostics
internal import Quizzes

/// Words without exception stand only in what is wrong.
///
/// Few rules have no exception, so that such an option is easily seen to be wrong; the same holds for a
/// false statement. Source: Haladyna and others, guideline 28a.
struct AbsoluteTerms: ItemRule {
  let code = "absolute-terms"

  func findings(on item: LintedItem) -> [Finding] {
    if case .trueFalse(let statement) = item.item.kind {
      guard !statement.key, let word = word(in: item.words, item) else { return [] }
      return [
        Finding(
          .note,
          at: item.stem.location,
          "the false statement says '\(word)', which few rules allow",
          remedy: "make it false by what it says, not by how absolutely it says it"
        )
      ]
    }
    guard item.keys.allSatisfy({ word(in: $0.words, item) == nil }) else { return [] }
    let phrases = item.lexicon.allOfTheAbove + item.lexicon.noneOfTheAbove
    let absolute = item.distractors.filter {
      word(in: $0.words, item) != nil && !item.lexicon.isPhrase($0.words, of: phrases)
    }
    let isPattern = absolute.count >= 2 && absolute.count == item.distractors.count
    return absolute.map { option in
      Finding(
        isPattern ? .warning : .note,
        at: option.location,
        "'\(word(in: option.words, item) ?? "")' is in "
          + (isPattern ? "every distractor but in no key" : "a distractor but in no key"),
        remedy: "word it less absolutely, or word the key as absolutely"
      )
    }
  }

  private func word(in words: [String], _ item: LintedItem) -> String? {
    words.first { item.lexicon.absolutes.contains($0) }
  }
}

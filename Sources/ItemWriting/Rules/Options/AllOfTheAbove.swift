internal import Diagnostics
internal import Quizzes

/// An option says that all others are right.
///
/// Who knows two right options knows the key, and who sees one wrong option knows it is not this one.
/// Where options change places, "above" is wrong besides. Source: Haladyna and others, guideline 26.
struct AllOfTheAbove: ItemRule {
  let code = "all-of-the-above"

  func findings(on item: LintedItem) -> [Finding] {
    item.options.filter { item.lexicon.isPhrase($0.words, of: item.lexicon.allOfTheAbove) }
      .map { option in
        let points = !item.lexicon.above.isDisjoint(with: option.words)
        let isMisplaced = points && item.isShuffled
        return Finding(
          isMisplaced ? .error : .warning,
          at: option.location,
          isMisplaced
            ? "the option \(option.text.cited) can be in any place, because "
              + "the options are shuffled"
            : "the option \(option.text.cited) gives the key away to anyone "
              + "who recognises two right options",
          remedy: "ask for all that apply with 'kind: multiple-response', or write another option"
        )
      }
  }
}

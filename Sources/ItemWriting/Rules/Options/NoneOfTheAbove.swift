internal import Diagnostics
internal import Quizzes

/// An option says that no other is right.
///
/// It shows only that the participant knows what is wrong. Source: Haladyna and others, guideline 25.
struct NoneOfTheAbove: ItemRule {
  let code = "none-of-the-above"

  func findings(on item: LintedItem) -> [Finding] {
    Self.options(of: item).map { option in
      let points = !item.lexicon.above.isDisjoint(with: option.words)
      let isMisplaced = points && item.isShuffled
      return Finding(
        isMisplaced ? .error : .note,
        at: option.location,
        isMisplaced
          ? "the option \(option.text.cited) can be in any place, because the options are shuffled"
          : "the option \(option.text.cited) does not show that participants know the right answer",
        remedy: "write an option that says something, or leave it out"
      )
    }
  }

  /// The options that say that no option is right.
  static func options(of item: LintedItem) -> [LintedItem.Option] {
    item.options.filter { item.lexicon.isPhrase($0.words, of: item.lexicon.noneOfTheAbove) }
  }
}

internal import Diagnostics
internal import Quizzes

/// An option says how often something happens in a word that everybody understands otherwise.
///
/// Source: National Board of Medical Examiners, "vague terms".
struct VagueTerms: ItemRule {
  let code = "vague-terms"

  func findings(on item: LintedItem) -> [Finding] {
    item.options.compactMap { option in
      guard let word = option.words.first(where: { item.lexicon.vague.contains($0) }) else {
        return nil
      }
      return Finding(
        .note,
        at: option.location,
        "'\(word)' means different things to different people",
        remedy: "give the number, or say when it happens"
      )
    }
  }
}

internal import Diagnostics
internal import Quizzes

/// The stem or an option is so long that reading it is the hardest part.
///
/// Source: Haladyna and others, guidelines 13 and 16, "window dressing".
struct Wordiness: ItemRule {
  let code = "wordiness"

  /// The most words of a stem that only recalls; a case to think about may have twice as many.
  static let stemLimit = 60
  /// The most words of an option.
  static let optionLimit = 30

  func findings(on item: LintedItem) -> [Finding] {
    let limit =
      item.item.level == .recall || item.item.level == nil
      ? Self.stemLimit : 2 * Self.stemLimit
    let count = item.words.count
    var findings: [Finding] = []
    if count > limit {
      findings.append(
        Finding(
          .note,
          at: item.stem.location,
          "the stem has \(count) words, at most \(limit) are read carefully",
          remedy: "leave out what participants do not need"
        )
      )
    }
    for option in item.options where option.words.count > Self.optionLimit {
      findings.append(
        Finding(
          .note,
          at: option.location,
          "the option has \(option.words.count) words, at most \(Self.optionLimit) are compared",
          remedy: "move what all options share into the stem"
        )
      )
    }
    return findings
  }
}

internal import Diagnostics
internal import Quizzes

/// The item does not say why its key is right, where that is written, or what it is about.
///
/// A text to read needs none of it, and an essay no rationale, for a person says why.
struct Explanation: ItemRule {
  let code = "explanation"

  func findings(on item: LintedItem) -> [Finding] {
    if case .description = item.item.kind { return [] }
    let wantsRationale = item.item.isJudgedAtOnce && item.item.rationale == nil
    let missing: [(Bool, String, String)] = [
      (wantsRationale, "rationale", "say why the key is right, for the feedback"),
      (item.item.source == nil, "source", "name the body, symbol and article"),
      (item.item.themes.isEmpty, "theme", "name the theme, so that coverage can be counted"),
      (item.item.level == nil, "level", "write recall, apply or analyse"),
    ]
    return missing.filter(\.0).map { _, key, remedy in
      Finding(.warning, at: item.item.location, "the item has no \(key)", remedy: remedy)
    }
  }
}

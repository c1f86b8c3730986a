internal import Diagnostics
internal import Quizzes

/// There are fewer than three options, or more than five.
///
/// Three good options do as well as more; beyond five nobody reads. Source: Haladyna and others,
/// guideline 18.
struct OptionCount: ItemRule {
  let code = "option-count"

  func findings(on item: LintedItem) -> [Finding] {
    let most =
      if case .multipleResponse = item.item.kind { 7 } else { 5 }
    guard !item.options.isEmpty, !(3...most).contains(item.options.count) else { return [] }
    return [
      Finding(
        .note,
        at: item.location(of: "options"),
        "the item has \(item.options.count) options, 3 to \(most) are best",
        remedy: item.options.count < 3
          ? "add a distractor that somebody could believe"
          : "leave out distractors that nobody chooses"
      )
    ]
  }
}

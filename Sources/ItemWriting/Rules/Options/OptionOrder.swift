internal import Diagnostics
internal import Quizzes

/// Options that are numbers or years do not stand in their order.
///
/// Who knows the number should not have to search for it. Source: Haladyna and others, guideline 21.
struct OptionOrder: ItemRule {
  let code = "option-order"

  func findings(on item: LintedItem) -> [Finding] {
    let numbers = item.options.compactMap { $0.quantity?.lower }
    guard numbers.count == item.options.count, numbers.count >= 3 else { return [] }
    let isSorted = numbers == numbers.sorted() || numbers == numbers.sorted(by: >)
    guard !isSorted || item.isShuffled else { return [] }
    return [
      Finding(
        .note,
        at: item.location(of: "options"),
        isSorted
          ? "the options are numbers in order, but the quiz shuffles them"
          : "the options are numbers, but not in order",
        remedy: isSorted
          ? "add 'keep-order: true' to the item"
          : "sort them, and add 'keep-order: true' to the item"
      )
    ]
  }
}

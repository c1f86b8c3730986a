internal import Diagnostics
internal import Quizzes

/// Two options say the same, or two ranges of numbers overlap.
///
/// Source: Haladyna and others, guidelines 19 and 22.
struct DuplicateOptions: ItemRule {
  let code = "duplicate-options"

  func findings(on item: LintedItem) -> [Finding] {
    item.options.indices.flatMap { index -> [Finding] in
      let option = item.options[index]
      guard let earlier = item.options[..<index].first(where: { isSame($0, option) }) else {
        return overlap(item, index)
      }
      return [
        Finding(
          .error,
          at: option.location,
          "the option \(option.text.cited) says the same as \(earlier.text.cited)",
          remedy: "make them different, or remove one"
        )
      ]
    }
  }

  private func isSame(_ left: LintedItem.Option, _ right: LintedItem.Option) -> Bool {
    if let one = left.quantity, let other = right.quantity { return one == other }
    return left.words == right.words && !left.words.isEmpty
      && left.text.signs == right.text.signs
  }

  private func overlap(_ item: LintedItem, _ index: Int) -> [Finding] {
    guard case .singleChoice = item.item.kind, let range = item.options[index].quantity,
      range.isRange
    else { return [] }
    let earlier = item.options[..<index].first { option in
      option.quantity.map { $0.isRange && $0.overlaps(range) } ?? false
    }
    guard let earlier else { return [] }
    return [
      Finding(
        .error,
        at: item.options[index].location,
        "the ranges \(earlier.text.cited) and \(item.options[index].text.cited) overlap",
        remedy: "let one begin after the other ends"
      )
    ]
  }
}

extension String {
  /// The signs that change what words and numbers say.
  fileprivate var signs: [Character] {
    filter { "+-−<>≤≥=%$€£*/^&()".contains($0) }
  }
}

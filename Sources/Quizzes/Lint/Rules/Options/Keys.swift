internal import Diagnostics

/// The key is missing, or there are several where one is chosen.
///
/// Our own form is refused when this is wrong; quizzes in other forms come here. Source: Haladyna and
/// others, guideline 19.
struct Keys: ItemRule {
  let code = "keys"

  func findings(on item: LintedItem) -> [Finding] {
    switch item.item.kind {
    case .singleChoice where item.keys.count != 1:
      [finding(item, "the item has \(item.keys.count) keys, expected one")]
    case .multipleResponse where item.keys.isEmpty:
      [finding(item, "the item has no key")]
    case .multipleResponse where item.distractors.isEmpty:
      [finding(item, "the item has only keys, expected at least one distractor")]
    case .shortText(let text) where !text.accepted.contains { $0.fraction == 1 }:
      [finding(item, "no accepted text earns the whole mark")]
    case .numerical(let number) where !number.accepted.contains { $0.fraction == 1 }:
      [finding(item, "no accepted number earns the whole mark")]
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching, .ordering,
      .cloze, .essay, .description:
      []
    }
  }

  private func finding(_ item: LintedItem, _ message: String) -> Finding {
    Finding(.error, at: item.item.location, message, remedy: "say which options are right")
  }
}

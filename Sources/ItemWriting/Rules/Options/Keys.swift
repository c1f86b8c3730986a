internal import Diagnostics
internal import Quizzes

/// The key is missing, there are several where one is chosen, or nothing but keys is offered.
///
/// Our own form is refused when a key is missing; quizzes in other forms come here. Source: Haladyna and
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
      [
        Finding(
          .warning,
          at: item.location(of: "options"),
          "every option is a key, so choosing all of them earns full marks",
          remedy: "add 'distractor: …'"
        )
      ]
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

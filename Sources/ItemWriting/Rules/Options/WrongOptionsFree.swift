internal import Diagnostics
internal import Quizzes

/// Who chooses every option earns the whole mark.
///
/// A multiple response needs a cost for distractors. Source: A. Zeileis and others, *exams*, the rule
/// "none" of its evaluation.
struct WrongOptionsFree: ItemRule {
  let code = "wrong-options-free"

  func findings(on item: LintedItem) -> [Finding] {
    guard case .multipleResponse(let choice) = item.item.kind, choice.rule == .keysOnly else {
      return []
    }
    return [
      Finding(
        .warning,
        at: item.location(of: "scoring"),
        "choosing every option earns full marks, because distractors cost nothing",
        remedy: "leave 'scoring' out, or write 'scoring: partial'"
      )
    ]
  }
}

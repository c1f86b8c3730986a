internal import Diagnostics
internal import Quizzes

/// "None of the above" is always the key where it is offered, or never.
///
/// Who has seen some items then knows. Source: Haladyna and others, guideline 25.
struct NoneOfTheAboveKeys: BankRule {
  let code = "none-of-the-above-key"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.compactMap { quiz in
      let offered = quiz.items.flatMap { NoneOfTheAbove.options(of: $0) }
      let right = offered.count { $0.isKey }
      guard offered.count >= 3, right == 0 || right == offered.count else { return nil }
      return Finding(
        .warning,
        at: offered[0].location,
        "an option such as \(offered[0].text.cited) is offered \(offered.count) times and is "
          + (right == 0 ? "never the key" : "always the key"),
        remedy: "make it the key about as often as other options, or leave it out",
        quizzes: [quiz.number]
      )
    }
  }
}

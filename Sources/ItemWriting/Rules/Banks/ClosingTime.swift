internal import Diagnostics
internal import Quizzes

/// A graded quiz never closes, so that nobody ever sees its right answers.
struct ClosingTime: BankRule {
  let code = "closing-time"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.compactMap { quiz in
      let conditions = quiz.quiz.conditions
      guard quiz.node != nil, case .graded = quiz.quiz.mode, !quiz.quiz.feedback.tellsAnswersEarly,
        conditions.closes == nil, conditions.closesBy == nil, !conditions.closesNever
      else { return nil }
      return Finding(
        .warning,
        at: quiz.location(of: "mode"),
        "the quiz has no closing time, so its right answers are never shown",
        remedy: "add 'closes', such as 'closes: 7 days after week 1', or 'closes: never'",
        quizzes: [quiz.number]
      )
    }
  }
}

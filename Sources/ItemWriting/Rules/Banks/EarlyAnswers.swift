internal import Diagnostics
internal import Quizzes

/// A graded quiz shows right answers while others, or the same participant again, may still sit it.
struct EarlyAnswers: BankRule {
  let code = "early-answers"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.compactMap { quiz in
      guard quiz.node != nil, case .graded = quiz.quiz.mode, quiz.quiz.feedback.tellsAnswersEarly
      else { return nil }
      let attempts = quiz.quiz.conditions.attempts
      return Finding(
        .warning,
        at: quiz.location(of: "feedback"),
        "right answers are shown before the quiz closes"
          + (attempts == 1 ? "" : ", also between the attempts of one participant"),
        remedy: "show 'key' and 'rationale' only under 'after-close', or allow it with a reason",
        quizzes: [quiz.number]
      )
    }
  }
}

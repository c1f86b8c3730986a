internal import Diagnostics
internal import Quizzes

/// A graded quiz can be sat more freely than a file says that is silent: more than once, or at any
/// time.
struct OpenQuiz: BankRule {
  let code = "open-quiz"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.flatMap { quiz in
      guard quiz.node != nil, case .graded = quiz.quiz.mode else { return [Finding]() }
      return attempts(quiz) + window(quiz)
    }
  }

  private func attempts(_ quiz: LintedQuiz) -> [Finding] {
    let attempts = quiz.quiz.conditions.attempts
    guard attempts != 1 else { return [] }
    let number = attempts.map { "\($0) times" } ?? "any number of times"
    let details = quiz.quiz.feedback.rightAfter.union(quiz.quiz.feedback.later)
    let isTellingApart = !details.isDisjoint(with: [.verdicts, .reasons, .marks])
    return [
      Finding(
        .note,
        at: quiz.location(of: "attempts"),
        "the quiz can be sat \(number)"
          + (isTellingApart ? ", and participants see in between which items they missed" : ""),
        remedy: "leave out 'attempts' for one attempt, or show less 'right-after' and 'later'",
        quizzes: [quiz.number]
      )
    ]
  }

  private func window(_ quiz: LintedQuiz) -> [Finding] {
    let conditions = quiz.quiz.conditions
    let opens = conditions.opens != nil || conditions.opensBy != nil
    let closes = conditions.closes != nil || conditions.closesBy != nil
    guard !opens || !closes else { return [] }
    let missing = opens ? "'closes'" : closes ? "'opens'" : "'opens' and no 'closes'"
    let times = opens ? "at any time after it opens" : closes ? "until it closes" : "at any time"
    return [
      Finding(
        .note,
        at: quiz.location(of: "mode"),
        "the quiz has no \(missing): it can be sat \(times)",
        remedy: "add them, such as 'opens: after week 1' and 'closes: 7 days after week 1'",
        quizzes: [quiz.number]
      )
    ]
  }
}

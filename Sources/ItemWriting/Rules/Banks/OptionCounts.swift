internal import Diagnostics
internal import Quizzes

/// The items of one quiz have different numbers of options.
///
/// Source: Haladyna and others, guideline 18.
struct OptionCounts: BankRule {
  let code = "option-counts"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.compactMap { quiz in
      let sizes = quiz.items.filter { $0.singleKey != nil }.map(\.options.count)
      let counts = Dictionary(grouping: sizes) { $0 }.mapValues(\.count).sorted { $0.key < $1.key }
      guard counts.count > 1 else { return nil }
      let parts = counts.map { "\($1) with \($0)" }.joined(separator: ", ")
      return Finding(
        .note,
        at: quiz.location(of: "items"),
        "the single-choice items differ in their number of options: \(parts)",
        remedy: "give them the same number if you can find good distractors",
        quizzes: [quiz.number]
      )
    }
  }
}

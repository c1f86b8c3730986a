internal import Diagnostics
internal import Quizzes

/// The items leave out what the quiz should cover, or are about something else.
///
/// Source: Haladyna and others, guideline 1: every item reflects content of the blueprint.
struct Coverage: BankRule {
  let code = "coverage"

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    bank.flatMap { quiz in
      quiz.expectation.map { themes($0, quiz) + levels($0, quiz) } ?? []
    }
  }

  private func themes(_ expectation: ExpectedCoverage, _ quiz: LintedQuiz) -> [Finding] {
    let draws = quiz.quiz.draws
    let named = quiz.items.filter { item in
      draws.isEmpty || draws.contains { $0.admits(item.item, of: quiz.quiz) }
    }.flatMap { $0.item.themes }.map(\.name)
    let asked = draws.isEmpty ? "item" : "item that is drawn"
    let missing = expectation.themes.compactMap { theme -> Finding? in
      let count = named.count { $0 == theme.name }
      guard count < theme.count else { return nil }
      return Finding(
        .warning,
        at: quiz.location(of: "items"),
        "\(count == 0 ? "no \(asked) is" : "only \(count) of \(theme.count) items are") about "
          + "\(theme.name) (\(theme.title)), a theme of \(expectation.reason)",
        remedy: draws.isEmpty
          ? "write an item about it" : "write an item about it, and let 'draw' take it",
        quizzes: [quiz.number]
      )
    }
    let known = Set(expectation.themes.map(\.name))
    let foreign = quiz.items.compactMap { item -> Finding? in
      guard !item.item.themes.isEmpty,
        !item.item.themes.contains(where: { known.contains($0.name) })
      else { return nil }
      let names = item.item.themes.map(\.name).joined(separator: ", ")
      return Finding(
        .note,
        at: item.item.themes[0].location,
        "\(names) is not a theme of \(expectation.reason)",
        remedy: "move the item to the quiz of its theme, or name the theme of this one",
        quizzes: [quiz.number],
        item: item.item.id
      )
    }
    return missing + (known.isEmpty ? [] : foreign)
  }

  private func levels(_ expectation: ExpectedCoverage, _ quiz: LintedQuiz) -> [Finding] {
    Item.Level.allCases.compactMap { level in
      let count = quiz.items.count { $0.item.level == level }
      guard let least = expectation.levels[level], count < least else { return nil }
      return Finding(
        .warning,
        at: quiz.location(of: "items"),
        "\(count) items ask to \(level.rawValue), expected at least \(least)",
        remedy: "write items of this level",
        quizzes: [quiz.number]
      )
    }
  }
}

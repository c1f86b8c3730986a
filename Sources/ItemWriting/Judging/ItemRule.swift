/// A rule that looks at one item.
protocol ItemRule: Sendable {
  /// The name by which the rule's findings are known and allowed.
  var code: String { get }
  /// What the rule finds in an item.
  func findings(on item: LintedItem) -> [Finding]
}

/// A rule that looks at all items of all quizzes.
protocol BankRule: Sendable {
  /// The name by which the rule's findings are known and allowed.
  var code: String { get }
  /// What the rule finds; each finding names the quizzes that it concerns.
  func findings(on bank: [LintedQuiz]) -> [Finding]
}

internal import Diagnostics
internal import Foundation
internal import Quizzes

/// The key is the longest option in more items than chance explains, or in fewer.
///
/// Each item in which one option is longest counts with a probability of one over its options. The
/// number of items in which that option is the key then has a Poisson-binomial distribution, whose tails
/// are exact. Source: Haladyna and others, guideline 24.
struct KeyLength: BankRule {
  let code = "key-length"

  /// The probability below which chance is no explanation.
  static let limit = 0.01

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    let single = bank.compactMap { finding(on: [$0], at: $0.location(of: "items")) }
    guard single.isEmpty, bank.count > 1, let first = bank.first else { return single }
    return [finding(on: bank, at: first.location)].compactMap { $0 }
  }

  private func finding(on quizzes: [LintedQuiz], at place: Diagnostic.Location) -> Finding? {
    var chances: [Double] = []
    var longest = 0
    for item in quizzes.flatMap(\.items) {
      guard item.singleKey != nil else { continue }
      let length = item.options.map(\.length).max() ?? 0
      let options = item.options.filter { $0.length == length }
      guard options.count == 1 else { continue }
      chances.append(1 / Double(item.options.count))
      if options[0].isKey { longest += 1 }
    }
    let distribution = PoissonBinomial(chances)
    let many = distribution.atLeast(longest)
    let few = distribution.atMost(longest)
    let probability = min(1, 2 * min(many, few))
    guard probability < Self.limit else { return nil }
    let expected = chances.reduce(0, +)
    return Finding(
      .warning,
      at: place,
      "in \(longest) of \(chances.count) items \(quizzes.scope) the key "
        + "is the longest option; chance "
        + "gives about \(Int(expected.rounded())) (p = \(probability.shownAsChance))",
      remedy: many < few
        ? "shorten keys or lengthen distractors, beginning where the key is longest by most"
        : "lengthen some keys or shorten distractors, or people who guess avoid the longest option",
      quizzes: quizzes.map(\.number)
    )
  }
}

extension [LintedQuiz] {
  /// What a finding on several quizzes says they are.
  var scope: String { count == 1 ? "of the quiz" : "of all \(count) quizzes" }
}

extension Double {
  /// A probability with two figures, small ones as a bound.
  var shownAsChance: String {
    self < 0.0001 ? "below 0.0001" : String(format: self < 0.01 ? "%.4f" : "%.2f", self)
  }
}

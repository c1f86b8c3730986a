internal import Diagnostics
internal import Quizzes

/// The key stands at some places more often than chance explains.
///
/// Only where the order of the file is the order shown: options that are shuffled stand anywhere. True
/// and false count as two places. The test is that of equal shares, exact for few items. Source:
/// Haladyna and others, guideline 20.
struct KeyPosition: BankRule {
  let code = "key-position"

  /// The probability below which chance is no explanation.
  static let limit = 0.01
  /// The longest run of keys at one place that is not reported.
  static let longestRun = 4

  func findings(on bank: [LintedQuiz]) -> [Finding] {
    let single = bank.flatMap { quiz in
      findings(on: [quiz], at: quiz.location(of: "items")) + run(in: quiz)
    }
    guard single.isEmpty, bank.count > 1, let first = bank.first else { return single }
    return findings(on: bank, at: first.location)
  }

  private func findings(on quizzes: [LintedQuiz], at place: Diagnostic.Location) -> [Finding] {
    var counts: [Int: [Int]] = [:]
    var truths = [0, 0]
    for item in quizzes.flatMap(\.items) {
      if case .trueFalse(let statement) = item.item.kind { truths[statement.key ? 0 : 1] += 1 }
      guard let position = Self.position(in: item) else { continue }
      let size = item.options.count
      counts[size, default: Array(repeating: 0, count: size)][position] += 1
    }
    var findings: [Finding] = []
    for (size, counts) in counts.sorted(by: { $0.key < $1.key }) {
      let shares = EqualShares(counts: counts)
      guard shares.probability < Self.limit else { continue }
      let places = counts.enumerated().map { "\(Letters.letter(at: $0)) \($1)" }
      findings.append(
        finding(
          quizzes,
          at: place,
          "in items \(quizzes.scope) with \(size) options the keys are spread unevenly: "
            + "\(places.joined(separator: ", ")) (p = \(shares.probability.shownAsChance))",
          remedy: "move keys to other places, or let the quiz shuffle options"
        )
      )
    }
    let shares = EqualShares(counts: truths)
    if shares.probability < Self.limit {
      findings.append(
        finding(
          quizzes,
          at: place,
          "\(truths[0]) statements \(quizzes.scope) are true and \(truths[1]) are false "
            + "(p = \(shares.probability.shownAsChance))",
          remedy: "reverse some statements"
        )
      )
    }
    return findings
  }

  /// A long run of keys at one place, where items and options stand in the order of the file.
  private func run(in quiz: LintedQuiz) -> [Finding] {
    guard !quiz.quiz.shuffle.includesItems else { return [] }
    var (last, length) = (-1, 0)
    for item in quiz.items {
      guard let position = Self.position(in: item) else { continue }
      (last, length) = (position, position == last ? length + 1 : 1)
      guard length > Self.longestRun else { continue }
      return [
        finding(
          [quiz],
          at: item.item.location,
          "the key is option \(Letters.letter(at: position)) for the \(length)th time in a row",
          remedy: "move this key to another place"
        )
      ]
    }
    return []
  }

  private func finding(
    _ quizzes: [LintedQuiz],
    at place: Diagnostic.Location,
    _ message: String,
    remedy: String
  ) -> Finding {
    Finding(.warning, at: place, message, remedy: remedy, quizzes: quizzes.map(\.number))
  }

  /// Where the key of a single choice stands when it is shown; `nil` where that is left to chance, or
  /// where the options have an order of their own.
  private static func position(in item: LintedItem) -> Int? {
    guard item.singleKey != nil, !item.isShuffled,
      item.options.contains(where: { $0.quantity == nil })
    else { return nil }
    return item.options.firstIndex(where: \.isKey)
  }
}

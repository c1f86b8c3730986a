import Quizzes
import Testing

// The fractions that `exams_eval` of R/exams 2.4-2 gives for five options of which the first two
// are keys; a response is written as one digit for each option.
@Suite struct MultipleResponseRuleTests {
  typealias Rule = MultipleResponse.Rule

  static let rules: [Rule] = [
    .partial, .partialAtMostHalf, .partialPerKey, .partialUnlessWrong, .keysOnly, .allOrNothing,
  ]

  static let table: [(response: String, fractions: [Rational])] = [
    ("11000", [1, 1, 1, 1, 1, 1]),
    ("10000", [half, half, half, half, half, 0]),
    ("11100", [Rational(2, over: 3), Rational(2, over: 3), half, 0, 1, 0]),
    ("10100", [Rational(1, over: 6), Rational(1, over: 6), 0, 0, half, 0]),
    ("11110", [Rational(1, over: 3), Rational(1, over: 3), 0, 0, 1, 0]),
    ("11111", [0, 0, 0, 0, 1, 0]),
    ("00111", [0, 0, 0, 0, 0, 0]),
  ]

  static let negativeTable: [(response: String, fractions: [Rational])] = [
    ("00111", [-1, -1, -1, -1, 0]),
    ("11110", [Rational(1, over: 3), Rational(1, over: 3), 0, -1, 1]),
    ("10100", [Rational(1, over: 6), Rational(1, over: 6), 0, -half, half]),
  ]

  static let half = Rational(1, over: 2)

  static func item(_ rule: Rule, keys: Int = 2, distractors: Int = 3) -> MultipleResponse {
    MultipleResponse(
      (0..<keys + distractors).map { Item.Option("\($0)", isKey: $0 < keys) },
      rule: rule
    )
  }

  static func chosen(_ response: String) -> [Int] {
    response.enumerated().filter { $0.element == "1" }.map(\.offset)
  }

  @Test(arguments: table)
  func `each rule gives the fraction of its source`(response: String, fractions: [Rational]) {
    for (rule, fraction) in zip(Self.rules, fractions) {
      #expect(
        Self.item(rule).fraction(choosing: Self.chosen(response)) == fraction,
        "\(rule.rawValue)"
      )
    }
  }

  @Test(arguments: negativeTable)
  func `negative fractions end at minus one`(response: String, fractions: [Rational]) {
    for (rule, fraction) in zip(Self.rules, fractions) {
      let found = Self.item(rule).fraction(choosing: Self.chosen(response), allowsNegative: true)
      #expect(found == fraction, "\(rule.rawValue)")
    }
  }

  @Test func `with one distractor the milder rule takes only a half`() {
    #expect(Self.item(.partial, distractors: 1).fraction(choosing: [0, 1, 2]) == 0)
    let milder = Self.item(.partialAtMostHalf, distractors: 1)
    #expect(milder.fraction(choosing: [0, 1, 2]) == Self.half)
  }

  @Test(arguments: rules)
  func `choosing nothing earns nothing, and unknown or repeated options do not count`(rule: Rule) {
    let item = Self.item(rule)
    #expect(item.fraction(choosing: []) == 0)
    #expect(item.fraction(choosing: [0, 0, 1, 99, -1]) == 1)
  }
}

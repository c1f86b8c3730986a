import Chance
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct TriesTests {
  static let third = Rational(1, over: 3)

  @Test func `each wrong try and each hint costs the penalty`() {
    #expect(Item.single.fraction(of: .option(1), after: [], penalty: Self.third) == 1)
    #expect(
      Item.single.fraction(of: .option(1), after: [.option(0)], penalty: Self.third)
        == Rational(2, over: 3)
    )
    #expect(
      Item.single.fraction(of: .option(1), after: [.option(0)], hints: 1, penalty: Self.third)
        == Self.third
    )
  }

  @Test func `nothing falls below zero by tries`() {
    let tries = [Response](repeating: .option(0), count: 5)
    #expect(Item.single.fraction(of: .option(1), after: tries, penalty: Self.third) == 0)
    #expect(Item.single.fraction(of: .option(0), after: tries, penalty: Self.third) == 0)
  }

  @Test func `the item's own penalty comes first`() {
    var item = Item.single
    item.penalty = Rational(1, over: 10)
    #expect(
      item.fraction(of: .option(1), after: [.option(0)], penalty: 1) == Rational(9, over: 10)
    )
  }

  // Source of the rule: compute_final_grade of Moodle's qtype_match.
  @Test func `a part that was right from the start pays nothing`() {
    let fraction = Item.match.fraction(
      of: .matches([0, 1, 2]),
      after: [.matches([0, 2, 1]), .matches([0, 1, 1])],
      penalty: Self.third
    )
    // The parts were last wrong never, in the first and in the second try: 1, 2/3 and 1/3.
    #expect(fraction == Rational(2, over: 3))
  }

  @Test func `a part that was right and then wrong again pays for the later try`() {
    let fraction = Item.match.fraction(
      of: .matches([0, 1, 2]),
      after: [.matches([0, 1, 1]), .matches([1, 1, 2])],
      penalty: Self.third
    )
    // Last wrong in the second, never, and in the first try: 1/3, 1 and 2/3.
    #expect(fraction == Rational(2, over: 3))
  }

  @Test func `the gaps of a cloze pay one by one, by their weight`() {
    let right: Response = .gaps([.number(100), .option(1), .truth(true)])
    let tried: Response = .gaps([.number(100), .option(0), .truth(true)])
    let fraction = Item.gaps.fraction(of: right, after: [tried], penalty: Rational(1, over: 2))
    // 1 · 1 + 1/2 · 2 + 1 · 1 of 4.
    #expect(fraction == Rational(3, over: 4))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `tries never earn more than none, and never less than nothing`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func order() -> Response { .order([0, 1, 2].shuffled(using: &generator)) }
    let tries = (0..<Int.random(in: 0...4, using: &generator)).map { _ in order() }
    let last = order()
    let fraction = Item.order.fraction(of: last, after: tries, penalty: Self.third)
    #expect((0...Item.order.fraction(of: last)).contains(fraction))
  }
}

@Suite struct CertaintyTests {
  // The table of Moodle's question_cbm_test, in Rational numbers.
  @Test(arguments: [
    (Certainty.low, 1, 1, 1), (.middle, 1, 1, 2), (.high, 1, 1, 3), (.low, 0, 1, 0),
    (.middle, 0, 1, -2), (.high, 0, 1, -6),
  ])
  func `right earns 1, 2 or 3 and wrong 0, -2 or -6`(
    certainty: Certainty,
    numerator: Int,
    denominator: Int,
    earned: Int
  ) {
    let fraction = Rational(Int128(numerator), over: Int128(denominator))
    #expect(certainty.earned(by: fraction) == Rational(Int128(earned)))
  }

  @Test func `a part of the mark is multiplied like the whole`() {
    #expect(Certainty.low.earned(by: Rational(1, over: 2)) == Rational(1, over: 2))
    #expect(Certainty.middle.earned(by: Rational(1, over: 2)) == 1)
    #expect(Certainty.high.earned(by: Rational(1, over: 2)) == Rational(3, over: 2))
    #expect(Certainty.high.earned(by: Rational(-1, over: 2)) == -6)
  }

  // At the bounds of a band two certainties earn the same on average.
  @Test func `the bands are where each certainty earns most`() {
    for percent in 0...100 {
      let share = Rational(Int128(percent), over: 100)
      let means = Certainty.allCases.map { certainty in
        share * certainty.earned(by: 1) + (1 - share) * certainty.earned(by: 0)
      }
      for (certainty, mean) in zip(Certainty.allCases, means)
      where certainty.bestBand.contains(100 * share) {
        #expect(mean == means.max())
      }
    }
  }

  @Test func `calibration tells too certain from too doubtful`() {
    let responses: [(Certainty, Rational)] =
      Array(repeating: (.low, 1), count: 9) + [(.low, 0)]
      + Array(repeating: (.middle, 1), count: 3) + [(.middle, 0)]
      + [(.high, 1), (.high, 0)]
    let calibration = Calibration(responses.map { (certainty: $0.0, fraction: $0.1) })
    #expect(calibration.bands.map(\.fit) == [.tooDoubtful, .fitting, .tooCertain])
    #expect(calibration.bands.map(\.count) == [10, 4, 2])
    // 9 · 1 + 3 · 2 − 2 + 3 − 6 over 16.
    #expect(calibration.mean == Rational(10, over: 16))
  }

  @Test func `without responses there is nothing to calibrate`() {
    let calibration = Calibration([])
    #expect(calibration.bands.isEmpty)
    #expect(calibration.mean == nil)
  }
}

@Suite struct RuleTests {
  static func fraction(_ rule: Ordering.Rule, _ order: [Int]) -> Rational {
    Ordering(order.sorted().map { "text \($0)" }, rule: rule).fraction(ordering: order)
  }

  // Source: the vectors of Moodle's qtype_ordering question_test, for six texts.
  @Test(arguments: [
    (Ordering.Rule.longestInOrder, [1, 2, 0, 3, 4, 5], 5, 6),
    (.longestInOrder, [5, 4, 3, 2, 1, 0], 0, 1), (.longestInOrder, [1, 3, 0, 4, 5, 2], 4, 6),
    (.partial, [1, 2, 0, 3, 4, 5], 1, 2), (.neighbours, [1, 2, 0, 3, 4, 5], 3, 5),
    (.neighbours, [5, 4, 3, 2, 1, 0], 0, 1), (.pairs, [0, 1, 2, 3, 4, 5], 1, 1),
    (.pairs, [5, 4, 3, 2, 1, 0], 0, 1), (.pairs, [1, 0, 2, 3, 4, 5], 14, 15),
    (.allOrNothing, [1, 0, 2, 3, 4, 5], 0, 1),
  ])
  func `an order earns by its rule`(
    rule: Ordering.Rule,
    order: [Int],
    numerator: Int,
    denominator: Int
  ) {
    #expect(
      Self.fraction(rule, order) == Rational(Int128(numerator), over: Int128(denominator))
    )
  }

  @Test(arguments: Ordering.Rule.allCases)
  func `the right order earns everything, and no order earns less than nothing`(
    rule: Ordering.Rule
  ) {
    #expect(Self.fraction(rule, [0, 1, 2, 3]) == 1)
    var generator = SplitMix64(seed: 4)
    for _ in 0..<100 {
      let order = (0..<7).shuffled(using: &generator)
      #expect((0...1).contains(Self.fraction(rule, order)))
    }
  }

  @Test(arguments: [[], [0, 1], [0, 0, 1], [0, 1, 9]])
  func `what is no order of the texts earns nothing`(order: [Int]) {
    for rule in Ordering.Rule.allCases {
      #expect(Ordering(["a", "b", "c"], rule: rule).fraction(ordering: order) == 0)
    }
  }

  @Test func `all or nothing matching gives no part`() {
    let pairs = [Matching.Pair("a", "1"), .init("b", "2")]
    #expect(Matching(pairs, rule: .allOrNothing).fraction(matching: [0, 0]) == 0)
    #expect(Matching(pairs, rule: .allOrNothing).fraction(matching: [0, 1]) == 1)
  }

  @Test func `left sides may share a right side, which is shown once`() {
    let matching = Matching([.init("Saw", "Cut"), .init("Knife", "Cut"), .init("Glue", "Join")])
    #expect(matching.rights == ["Cut", "Join"])
    #expect(matching.fraction(matching: [0, 0, 1]) == 1)
  }

  // Source: Moodle's qtype_multichoice, whose sums are kept between 0 and 1.
  @Test func `stated fractions are added and kept between nothing and everything`() {
    let half = Rational(1, over: 2)
    let choice = MultipleResponse(
      [
        .key("a", fraction: half), .key("b", fraction: half), .distractor("c", fraction: -half),
        .distractor("d"),
      ],
      rule: .weights
    )
    #expect(choice.fraction(choosing: [0, 1]) == 1)
    #expect(choice.fraction(choosing: [0, 2]) == 0)
    #expect(choice.fraction(choosing: [0, 1, 2]) == half)
    #expect(choice.fraction(choosing: [2]) == 0)
    #expect(choice.fraction(choosing: [2], allowsNegative: true) == -half)
    #expect(choice.fraction(choosing: [0, 1, 3]) == 1)
  }

  @Test func `a distractor may earn a part, and never costs anything`() {
    let choice = SingleChoice([
      .key("a"), .distractor("b", fraction: Rational(1, over: 4)), .distractor("c", fraction: -1),
      .distractor("d"),
    ])
    #expect((0..<5).map { choice.fraction(choosing: $0) } == [1, Rational(1, over: 4), 0, 0, 0])
  }

  @Test func `numbers count by the first that fits`() throws {
    let numerical = Numerical([
      .init(.number(100, tolerance: .relative(Decimal(5) / 100))),
      .init(.range(from: 80, to: 120), fraction: Rational(1, over: 2), because: "Nearly."),
    ])
    #expect(numerical.match(of: 95)?.fraction == 1)
    #expect(numerical.match(of: 105)?.fraction == 1)
    #expect(numerical.match(of: 94)?.because == "Nearly.")
    #expect(numerical.match(of: 80)?.fraction == Rational(1, over: 2))
    #expect(numerical.match(of: 79) == nil)
  }

  @Test(arguments: [
    ("25", 25), ("25 m", 25), ("2500cm", 25), ("2500 CM", 25), ("25000 mm", 25), ("1,5 m", 1.5),
    ("25 metres", 25), ("25METRES", 25),
  ])
  func `a number may be typed in another unit`(typed: String, value: Double) throws {
    let numerical = Numerical(
      [.init(.number(25, tolerance: .absolute(0)))],
      unit: "metres",
      units: [.init("m", count: 1), .init("cm", count: 100), .init("mm", count: 1000)]
    )
    let response = try Item.Kind.numerical(numerical).response(typed: typed, showing: [])
    #expect(response == .number(Decimal(value)))
  }

  @Test(arguments: [
    ("0.5", 1, 2), ("1/3", 1, 3), ("-1/3", -1, 3), ("33.33333%", 1, 3), ("0.3333333", 1, 3),
    ("-33.33333%", -1, 3), ("66.66667%", 2, 3), ("14.28571%", 1, 7), ("0.14", 7, 50),
    ("100%", 1, 1), ("0.1666667", 1, 6), ("5%", 1, 20), ("0", 0, 1),
  ])
  func `a weight is read exactly, and a rounded one as what it rounds`(
    text: String,
    numerator: Int,
    denominator: Int
  ) {
    #expect(Rational(weight: text) == Rational(Int128(numerator), over: Int128(denominator)))
  }

  @Test(arguments: ["", "x", "1/0", "1/-2", "1/2/3", "%", "1e3", "1/99999", "--1", "1 / 2"])
  func `what is no weight is refused`(text: String) {
    #expect(Rational(weight: text) == nil)
  }

  @Test func `numbers that do not fit are rounded, and never stop the program`() {
    let primes: [Int128] = [9973, 9967, 9949, 9941, 9931, 9929, 9923, 9907, 9901, 9887, 9883, 9871]
    let sum = primes.reduce(Rational.zero) { $0 + Rational(1, over: $1) }
    let approximate = primes.reduce(0.0) { $0 + 1 / Double($1) }
    #expect(abs((Double(sum.rounded(places: 9)) ?? 0) - approximate) < 1e-7)
    let large = Rational(.max)
    #expect(large + large > 0)
    #expect(large * large > 0)
    #expect(!(large < Rational(1, over: 3)))
  }
}

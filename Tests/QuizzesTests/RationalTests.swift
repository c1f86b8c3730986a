import Chance
import Quizzes
import Testing

@Suite struct RationalTests {
  @Test func `thirds add up to one exactly`() {
    let third = Rational(1, over: 3)
    #expect(third + third + third == 1)
    #expect(1 - third * 3 == 0)
  }

  @Test func `equal numbers are equal whatever they were made of`() {
    #expect(Rational(2, over: -4) == Rational(-1, over: 2))
    #expect(Rational(0, over: -7) == 0)
    #expect(Rational(1, over: 2) / Rational(-1, over: 4) == -2)
  }

  @Test func `numbers compare by value`() {
    #expect(Rational(1, over: 3) < Rational(34, over: 100))
    #expect(Rational(-1, over: 3) < 0)
  }

  @Test(arguments: [
    ("4", Rational(4)), ("-0.5", Rational(-1, over: 2)), ("+33.25", Rational(133, over: 4)),
    ("0.10", Rational(1, over: 10)),
  ])
  func `a plain decimal is read exactly`(text: String, number: Rational) {
    #expect(Rational(decimal: text) == number)
  }

  @Test(arguments: [("4/3", Rational(4, over: 3)), ("3.5", Rational(7, over: 2)), ("2", 2)])
  func `a number may be a fraction`(text: String, number: Rational) {
    #expect(Rational(number: text) == number)
    #expect(Rational(number: text + "%") == nil)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "1,5", "1.2.3", "٣", " 1", "1234567890123", "--1"])
  func `anything else is no plain decimal`(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(arguments: [
    (Rational(2, over: 3), "0.67"), (Rational(1, over: 200), "0.01"),
    (Rational(-1, over: 200), "-0.01"), (Rational(-1, over: 300), "0"), (Rational(60), "60"),
    (Rational(5995, over: 100), "59.95"), (Rational(59_999, over: 1000), "60"),
    (Rational(1, over: 10), "0.1"), (Rational(201, over: 200), "1.01"),
  ])
  func `a number shows two decimals, rounded half away from zero`(number: Rational, text: String) {
    #expect(number.rounded() == text)
  }

  @Test func `the places shown can be chosen`() {
    #expect(Rational(1, over: 3).rounded(places: 0) == "0")
    #expect(Rational(1, over: 3).rounded(places: 5) == "0.33333")
    #expect(Rational(1, over: 3).description == "1/3")
  }

  @Test func `numbers of any size are compared and rounded exactly`() {
    let large = Rational(.max, over: 3)
    #expect(Rational(.max - 1, over: 3) < large)
    #expect(!(large < large))
    #expect(-large < Rational(1, over: .max))
    #expect(Rational(.max - 1, over: .max).rounded() == "1")
    #expect(Rational(.max - 1, over: .max).rounded(places: 30) == "1")
    #expect(Rational(1, over: 7).rounded(places: 30) == "0.142857142857142857142857142857")
    #expect(Rational(.max).rounded() == "\(Int128.max)")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the fewest digits that tell numbers apart are found at a glance too`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let numbers = (0..<3).map { _ in
        let denominator = Int128([1, 2, 3, 7, 100, 1000, 1001][Int(generator.next(below: 7))])
        return Rational(Int128(generator.next(below: 400)), over: denominator)
      }
      let exact = (2..<30).first { places in
        Set(numbers.map { $0.rounded(places: places) }).count == Set(numbers).count
      }
      #expect(Rational.places(telling: numbers) == exact, "\(numbers)")
    }
  }

  @Test(arguments: [
    ([Rational(2, over: 3), Rational(6667, over: 10_000)], 5), ([Rational(1, over: 2), 1], 2),
    ([1, 1], 2), ([Rational(1, over: 1000), 0], 3), ([], 2),
  ])
  func `as many digits are shown as tell numbers apart`(numbers: [Rational], places: Int) {
    #expect(Rational.places(telling: numbers) == places)
  }

  @Test(arguments: [
    ("60", Rational(60)), ("66.67", Rational(6667, over: 100)),
    ("66.67%", Rational(6667, over: 100)),
    ("2/3", Rational(200, over: 3)), ("66.66667", Rational(200, over: 3)), ("0", 0),
    ("62.125", Rational(497, over: 8)), ("7/7", 100),
  ])
  func `a percentage may be a part of the whole`(text: String, percent: Rational) {
    #expect(Rational(percentage: text) == percent)
  }

  @Test func `the largest quiz with the most awkward fractions adds up`() {
    var sum: Rational = 0
    for item in 0..<1000 {
      let fraction =
        Rational(1, over: Int128(item % 26 + 1)) * Rational(9_999_999, over: 10_000_000)
      sum += fraction * Rational(99_999, over: 100)
    }
    #expect(sum > 0)
    #expect(100 * sum / Rational(99_999_000, over: 100) < 100)
  }
}

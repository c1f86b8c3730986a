import Testing

@testable import ItemWriting

@Suite struct ChanceTests {
  @Test func `equal chances give the binomial distribution`() {
    let distribution = PoissonBinomial(Array(repeating: 0.25, count: 10))
    #expect(abs(distribution.atLeast(6) - 0.019727706909179688) < 1e-15)
    #expect(abs(distribution.atMost(5) + distribution.atLeast(6) - 1) < 1e-15)
  }

  @Test func `unequal chances give the sum over all subsets`() {
    let chances = [1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0.25, 0.25, 0.25, 0.25, 0.25, 0.2, 0.2, 0.2]
    #expect(abs(PoissonBinomial(chances).atLeast(7) - 0.019049768518518376) < 1e-15)
  }

  @Test func `without events nothing happens`() {
    let distribution = PoissonBinomial([])
    #expect(distribution.atLeast(0) == 1)
    #expect(distribution.atLeast(1) == 0)
    #expect(distribution.atMost(-1) == 0)
  }

  // Computed by summing over all outcomes, and with SciPy 1.17.1.
  @Test(arguments: [
    ([9, 1, 0, 2], 0.0012519359588623047, 0.0008275246236931499),
    ([5, 0], 0.0625, 0.025347318677468325),
    ([3, 3, 2, 4], 0.9779701232910156, 0.8810148425137847),
    ([8, 2, 2], 0.07043303019526159, 0.04978706836786395),
    ([10, 1, 1, 0, 0], 2.2630400000000016e-05, 3.871350709690461e-06),
  ])
  func `counts are held against equal shares`(counts: [Int], exact: Double, approximate: Double) {
    let shares = EqualShares(counts: counts)
    #expect(abs(shares.exact - exact) < 1e-12)
    #expect(abs(shares.approximate - approximate) < 1e-12)
    #expect(shares.probability == shares.exact)
  }

  @Test func `many things are held against the distribution of chi squared`() {
    let shares = EqualShares(counts: [60, 30, 30, 40])
    #expect(abs(shares.probability - 0.0018166489665723214) < 1e-12)
  }

  @Test(arguments: [
    (3.84145882, 1, 0.0500000000206984), (5.99146455, 2, 0.04999999992769955),
    (7.8147279, 3, 0.05000000007285529), (20, 4, 0.0004993992273873336),
    (11.07, 5, 0.050009618622405425), (2.5, 6, 0.8684676654824512),
  ])
  func `chi squared exceeds a value as often as in the tables`(
    value: Double,
    degrees: Int,
    expected: Double
  ) {
    #expect(abs(EqualShares.survival(value, degrees: degrees) - expected) < 1e-12)
  }

  @Test func `nothing, or one place, is never uneven`() {
    #expect(EqualShares(counts: []).probability == 1)
    #expect(EqualShares(counts: [0, 0, 0]).probability == 1)
    #expect(EqualShares(counts: [7]).probability == 1)
  }

  @Test(arguments: [
    ("4", "4", "4", ""), ("1,500 euros", "1500", "1500", "euros"), ("20 %", "20", "20", "%"),
    ("3 to 5 years", "3", "5", "years"), ("1990–1995", "1990", "1995", ""),
    ("-2.5", "-2.5", "-2.5", ""),
  ])
  func `a number or a range is read with its unit`(
    text: String,
    lower: String,
    upper: String,
    unit: String
  ) throws {
    let quantity = try #require(Quantity(text))
    #expect("\(quantity.lower)" == lower)
    #expect("\(quantity.upper)" == upper)
    #expect(quantity.unit == unit)
  }

  @Test(arguments: ["Article 5", "5 apples and 6 pears", "", "twelve", "31 October 2003"])
  func `what is more than a number is none`(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func `a text falls into sentences and words`() {
    #expect(
      "One. Two, three? \"Four!\" 5\nsix".sentences == ["One.", "Two, three?", "\"Four!\"", "six"]
    )
    #expect("It's the co-op’s – 2nd  one.".words == ["it's", "the", "co-op’s", "2nd", "one"])
  }
}

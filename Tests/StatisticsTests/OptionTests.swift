import Testing

@testable import Statistics

@Suite struct OptionTests {
  /// Forty attempts whose other item says who is better: the first twenty.
  private static func options(_ choices: [Int], keys: [Bool]) -> [OptionStatistics] {
    let marks = choices.enumerated().flatMap { place, choice -> [Double] in
      [keys[choice] ? 1 : 0, place < 20 ? 1 : 0]
    }
    let table = MarkTable(maxima: [1, 1], marks: marks)
    return table.options(of: 0, ItemChoices(keys: keys, chosen: choices.map { 1 << UInt64($0) }))
  }

  @Test func `each option has its share and the rest of its scores`() {
    let choices = Array(repeating: 0, count: 15) + Array(repeating: 1, count: 15)
    let found = Self.options(
      choices + Array(repeating: 2, count: 10),
      keys: [true, false, false, false]
    )
    #expect(found.map(\.count) == [15, 15, 10, 0])
    #expect(found.map(\.share) == [0.375, 0.375, 0.25, 0])
    #expect(found.map(\.meanRest) == [1, 1 / 3.0, 0, nil])
    #expect(found.map(\.isUnused) == [false, false, false, true])
    #expect(found.possibleKey == nil)
  }

  @Test func `a wrong option that the better choose may be the key`() {
    let choices = Array(repeating: 1, count: 18) + Array(repeating: 0, count: 22)
    let found = Self.options(choices, keys: [true, false])
    #expect(found.possibleKey == 1)
    #expect((found[0].discrimination ?? 0) < 0)
  }

  @Test func `an option that few choose is no possible key`() {
    var choices = Array(repeating: 0, count: 40)
    choices[0] = 1
    #expect(Self.options(choices, keys: [true, false]).possibleKey == nil)
  }

  @Test func `several options can be chosen at once`() {
    let table = MarkTable(maxima: [1, 1], marks: [1, 1, 0, 1, 1, 0])
    let found = table.options(
      of: 0,
      ItemChoices(keys: [true, true, false], chosen: [0b011, 0b101, 0b011])
    )
    #expect(found.map(\.count) == [3, 2, 1])
  }

  @Test func `times have a median and quartiles in seconds`() throws {
    let times = try #require(TimeStatistics(milliseconds: [4000, 1000, 2000, 3000, 50_000]))
    #expect((times.lowerQuartile, times.median, times.upperQuartile) == (2, 3, 4))
    #expect(TimeStatistics(milliseconds: []) == nil)
  }

  @Test func `a curve rises for an item that discriminates`() {
    let curve = Sample.marks(Sample.lsat7).curve(of: 2)
    #expect(curve.points.map(\.attempts).reduce(0, +) == 1000)
    #expect(curve.points.map(\.fraction) == curve.points.map(\.fraction).sorted())
    #expect(curve.points.map(\.rest) == curve.points.map(\.rest).sorted())
  }

  @Test func `a small number of attempts is called what it is`() {
    #expect(
      [0, 9, 10, 29, 30, 199, 200].map(SampleSize.init(attempts:)) == [
        .tooSmall, .tooSmall, .indicative, .indicative, .small, .small, .large,
      ]
    )
  }

  // Source: the worked figures of R's prop.test without continuity correction, and of atanh by hand.
  @Test func `intervals are those of Wilson and Fisher`() throws {
    let share = try #require(Interval(share: 0.75, attempts: 40))
    #expect(abs(share.lower - 0.597999) < 1e-4)
    #expect(abs(share.upper - 0.858137) < 1e-4)
    let correlation = try #require(Interval(correlation: 0.3, attempts: 40))
    #expect(abs(correlation.lower + 0.0126) < 1e-3)
    #expect(abs(correlation.upper - 0.5595) < 1e-3)
  }
}

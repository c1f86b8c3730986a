import Testing

@testable import Statistics

@Suite struct AdviceTests {
  /// An item beside another that says who is better, and its options.
  private static func advice(
    right: Range<Int>,
    of count: Int,
    guess: Double? = nil,
    otherwise: [Int] = [1]
  ) -> [Advice] {
    let marks = (0..<count).flatMap { place -> [Double] in
      [right.contains(place) ? 1 : 0, Double(count - place) / 10]
    }
    let table = MarkTable(maxima: [1, Double(count) / 10], marks: marks)
    let chosen = (0..<count).map { place in
      1 << UInt64(right.contains(place) ? 0 : otherwise[place % otherwise.count]) as UInt64?
    }
    let options = table.options(
      of: 0,
      ItemChoices(keys: [true, false, false], chosen: chosen)
    )
    return Advice.on(QuizStatistics(of: table).items[0], options: options, guess: guess)
  }

  @Test func `a good item gets no advice`() {
    #expect(Self.advice(right: 0..<20, of: 40, guess: 0.33, otherwise: [1, 2]) == [])
  }

  @Test func `a distractor that nobody takes is named`() {
    #expect(Self.advice(right: 0..<20, of: 40) == [.unusedDistractors(options: [2])])
  }

  @Test func `a wrong key shows`() {
    let advice = Self.advice(right: 25..<40, of: 40, otherwise: [1, 1, 1, 2])
    #expect(advice.prefix(2) == [.possibleKey(option: 1), .negativeDiscrimination])
  }

  @Test func `an item below guessing shows`() {
    let advice = Self.advice(right: 0..<8, of: 40, guess: 0.33, otherwise: [1, 2])
    #expect(advice == [.belowGuessing])
  }

  @Test func `an item that everybody knows is too easy, and its distractors are left alone`() {
    #expect(Self.advice(right: 0..<40, of: 40) == [.tooEasy])
  }

  @Test func `a hard item shows`() {
    #expect(Self.advice(right: 0..<6, of: 40, otherwise: [1, 2]) == [.tooHard])
  }

  @Test func `nothing is advised below ten attempts`() {
    #expect(Self.advice(right: 5..<9, of: 9) == [])
  }
}

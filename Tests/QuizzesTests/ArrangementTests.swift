import Chance
import Testing

@testable import Quizzes

@Suite struct ArrangementTests {
  // Source: the published outputs of Vigna's splitmix64.c for the seed 1234567.
  @Test func `the generator gives the numbers of its source`() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  // These orders are kept in markbooks: they must never change.
  @Test func `a seed gives the same arrangement in every release`() throws {
    let arrangements = [0, 1, 42, UInt64.max].map { seed in
      let arrangement = Arrangement(of: .sample(shuffle: .itemsAndOptions), seed: seed)
      return "\(seed)\n"
        + arrangement.entries.map { "  \($0.item) \($0.options)\n" }.joined()
    }
    try expectGolden(arrangements.joined(), "arrangements.txt")
  }

  @Test func `nothing is shuffled but what would give the key away`() {
    let arrangement = Arrangement(of: .sample(shuffle: .nothing), seed: 3)
    #expect(arrangement.entries.map(\.item) == Quiz.sample().items.map(\.id))
    #expect(arrangement.entries[0].options == [0, 1, 2])
    let orders = (0..<50).map { seed in
      Arrangement(of: .sample(shuffle: .nothing), seed: seed).entries[6].options
    }
    #expect(Set(orders).count == 6)
  }

  @Test func `options that keep their order stay, and items move`() {
    var item = Item.single
    item.keepsOrder = true
    var quiz = Quiz.sample(shuffle: .itemsAndOptions)
    quiz.items[0] = item
    let arrangements = (0..<20).map { Arrangement(of: quiz, seed: $0) }
    #expect(
      arrangements.allSatisfy { arrangement in
        arrangement.entries.first { $0.item == "single" }?.options == [0, 1, 2]
      }
    )
    #expect(Set(arrangements.map { $0.entries.map(\.item) }).count > 10)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `every item appears once, with each option once`(seed: UInt64) {
    let quiz = Quiz.sample(shuffle: .itemsAndOptions)
    let arrangement = Arrangement(of: quiz, seed: seed)
    #expect(arrangement.entries.map(\.item).sorted() == quiz.items.map(\.id).sorted())
    for entry in arrangement.entries {
      #expect(entry.options.sorted() == Array(entry.options.indices))
    }
  }

  @Test func `each order of three comes up about equally often`() {
    var counts: [[Int]: Int] = [:]
    var generator = SplitMix64(seed: 9)
    for _ in 0..<6000 {
      var order = [0, 1, 2]
      generator.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (880...1120).contains($0) })
  }

  @Test func `a bound that does not divide the range is drawn fairly`() {
    var generator = SplitMix64(seed: 1)
    let bound = UInt64.max / 3 * 2
    let low = (0..<3000).count { _ in generator.next(below: bound) < bound / 2 }
    #expect((1380...1620).contains(low))
  }
}

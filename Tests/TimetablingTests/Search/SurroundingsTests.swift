import Testing

@testable import Timetabling

@Suite struct SurroundingsTests {
  @Test func `few sessions are all drawn from, without asking chance`() {
    var generator = SeededGenerator(seed: 1)
    var same = SeededGenerator(seed: 1)
    let surroundings = Surroundings(among: Surroundings.limit, using: &generator)
    #expect(generator.next() == same.next())
    let drawn = Set((0..<5_000).map { _ in surroundings.index(generator.next() >> 32) })
    #expect(drawn == Set(0..<Surroundings.limit))
  }

  @Test func `of many sessions a few beside one another are drawn from`() {
    var generator = SeededGenerator(seed: 2)
    let surroundings = Surroundings(among: 10_000, using: &generator)
    let drawn = Set((0..<5_000).map { _ in surroundings.index(generator.next() >> 32) })
    #expect(drawn.count == Surroundings.limit)
    let first = (0..<10_000).first { drawn.contains($0) && !drawn.contains(($0 + 9_999) % 10_000) }
    let run = first.map { first in Set((0..<Surroundings.limit).map { (first + $0) % 10_000 }) }
    #expect(drawn == run)
  }

  @Test func `in the long run every session is drawn as often as any other`() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 1_000)
    for _ in 0..<20_000 {
      let surroundings = Surroundings(among: 1_000, using: &generator)
      for _ in 0..<10 { counts[surroundings.index(generator.next() >> 32)] += 1 }
    }
    // 200 expected for each, with a standard deviation of about 15.
    #expect(counts.allSatisfy { (120...280).contains($0) })
  }
}

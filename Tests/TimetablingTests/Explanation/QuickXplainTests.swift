import Testing

@testable import Timetabling

struct QuickXplainTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `every fact found is needed, and the least preferred are avoided`(seed: UInt64) {
    let random = ReasonsAtRandom(seed: seed)
    let found = QuickXplain.smallest(among: random.facts, where: random.isImpossible)
    // The best set has the least last fact, among these the least last but one, and so on.
    let best = random.smallestImpossible.min {
      $0.reversed().lexicographicallyPrecedes($1.reversed())
    }
    #expect(found.sorted() == best)
  }

  @Test func `what is impossible by itself needs no fact`() {
    #expect(QuickXplain.smallest(among: [0, 1, 2]) { _ in true }.isEmpty)
  }

  @Test func `a single reason among many facts is found with few questions`() {
    var questions = 0
    let found = QuickXplain.smallest(among: Array(0..<1_000)) { facts in
      questions += 1
      return Set([17, 500, 999]).isSubset(of: facts)
    }
    #expect(found.sorted() == [17, 500, 999])
    #expect(questions <= 70)
  }
}

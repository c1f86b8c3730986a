import Testing

@testable import Timetabling

struct FastDiagTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `what is given up suffices, and none of it could be kept`(seed: UInt64) throws {
    let random = ReasonsAtRandom(seed: seed)
    let found = try #require(
      FastDiag.smallest(among: random.facts, besides: []) { !random.isImpossible($0) }
    )
    // Of all such sets the one that keeps the last facts.
    let best = random.smallestGivenUp.min {
      $0.reversed().lexicographicallyPrecedes($1.reversed())
    }
    #expect(found.sorted() == best)
  }

  @Test func `nothing suffices where the fixed facts are impossible`() {
    let found = FastDiag.smallest(among: [0, 1], besides: [2]) { !$0.contains(2) }
    #expect(found == nil)
  }

  @Test func `fixed facts are never given up`() {
    let found = FastDiag.smallest(among: [0, 1], besides: [2]) { facts in
      !(facts.contains(2) && facts.contains(0))
    }
    #expect(found == [0])
  }
}

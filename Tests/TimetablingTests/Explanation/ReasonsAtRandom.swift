@testable import seminar_benchmark

/// Sets of facts that cannot hold together, made by chance: what the searches for reasons are tried on.
struct ReasonsAtRandom {
  /// The number of facts.
  let count: Int
  /// The facts that cannot hold together.
  let reasons: [Set<Int>]

  init(seed: UInt64) {
    var generator = DrawingLots(seed: seed)
    let count = 1 + generator.below(14)
    self.count = count
    reasons = (0...generator.below(4)).map { _ in
      Set((0...generator.below(min(count, 5))).map { _ in generator.below(count) })
    }
  }

  var facts: [Int] { Array(0..<count) }

  func isImpossible(_ facts: [Int]) -> Bool {
    reasons.contains { $0.isSubset(of: facts) }
  }

  /// All subsets of the facts, as bits.
  private var subsets: [[Int]] {
    (0..<1 << count).map { bits in (0..<count).filter { bits & 1 << $0 != 0 } }
  }

  /// The impossible sets that every fact is needed for.
  var smallestImpossible: [[Int]] {
    subsets.filter { set in
      isImpossible(set) && set.allSatisfy { fact in !isImpossible(set.filter { $0 != fact }) }
    }
  }

  /// The sets that suffice to give up, none of which could be kept.
  var smallestGivenUp: [[Int]] {
    func suffices(_ set: [Int]) -> Bool { !isImpossible(facts.filter { !set.contains($0) }) }
    return subsets.filter { set in
      suffices(set) && set.allSatisfy { fact in !suffices(set.filter { $0 != fact }) }
    }
  }
}

@testable import seminar_benchmark

/// Sets of facts that cannot hold together, made by chance: what the searches for reasons are tried on.
struct ReasonsAtRandom {
  /// The number of facts.
  let count: Int
  /// The facts that cannot hold together.
  let reasons: [Set<Int>]
  /// The same as bits.
  private let bits: [Int]

  init(seed: UInt64) {
    var generator = DrawingLots(seed: seed)
    let count = 1 + generator.below(14)
    self.count = count
    reasons = (0...generator.below(4)).map { _ in
      Set((0...generator.below(min(count, 5))).map { _ in generator.below(count) })
    }
    bits = reasons.map { $0.reduce(0) { $0 | 1 << $1 } }
  }

  var facts: [Int] { Array(0..<count) }

  func isImpossible(_ facts: [Int]) -> Bool {
    reasons.contains { $0.isSubset(of: facts) }
  }

  /// The subsets of the facts that are so, and no longer are without any one of their facts.
  private func smallest(_ isSo: (_ bits: Int) -> Bool) -> [[Int]] {
    (0..<1 << count).filter { set in
      isSo(set) && !facts.contains { set & 1 << $0 != 0 && isSo(set & ~(1 << $0)) }
    }.map { set in facts.filter { set & 1 << $0 != 0 } }
  }

  private func isImpossible(bits set: Int) -> Bool { bits.contains { $0 & ~set == 0 } }

  /// The impossible sets that every fact is needed for.
  var smallestImpossible: [[Int]] { smallest(isImpossible(bits:)) }

  /// The sets that suffice to give up, none of which could be kept.
  var smallestGivenUp: [[Int]] { smallest { !isImpossible(bits: ~$0) } }
}

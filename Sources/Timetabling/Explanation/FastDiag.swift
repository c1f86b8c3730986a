/// Finds a set of facts without which all others can hold, none of which could be kept.
///
/// Of several such sets it finds the one that keeps the facts that come last, the very last first.
///
/// - Complexity: O(2*k* log(*n*/*k*) + 2*k*) questions for *k* facts found among *n*.
/// - Source: A. Felfernig, M. Schubert, C. Zehentner, *An efficient diagnosis algorithm for
///   inconsistent constraint sets*, AI EDAM 26 (2012).
enum FastDiag {
  /// A set to give up among facts that are impossible together.
  ///
  /// - Parameters:
  ///   - facts: The facts that can be given up, those to be given up rather first.
  ///   - fixed: The facts that cannot.
  ///   - isPossible: Whether some facts can hold together; fewer facts never turn yes into no.
  /// - Returns: `nil` when giving up all of them is not enough.
  static func smallest(
    among facts: [Int],
    besides fixed: [Int],
    where isPossible: ([Int]) -> Bool
  ) -> [Int]? {
    guard isPossible(fixed) else { return nil }
    func givenUp(among candidates: [Int], of all: [Int], isFewer: Bool) -> [Int] {
      if isFewer, isPossible(all) { return [] }
      guard candidates.count > 1 else { return candidates }
      let rather = Array(candidates[..<(candidates.count / 2)])
      let others = Array(candidates[(candidates.count / 2)...])
      let fromOthers = givenUp(
        among: others,
        of: all.filter { !rather.contains($0) },
        isFewer: true
      )
      return givenUp(
        among: rather,
        of: all.filter { !fromOthers.contains($0) },
        isFewer: !fromOthers.isEmpty
      ) + fromOthers
    }
    return givenUp(among: facts, of: facts + fixed, isFewer: false)
  }
}

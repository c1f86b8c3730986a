/// Finds a smallest set of facts that cannot hold together.
///
/// Of several such sets it finds the one that avoids the least preferred facts, the very least first.
///
/// - Complexity: O(2*k* log(*n*/*k*) + 2*k*) questions for *k* facts found among *n*.
/// - Source: U. Junker, *QuickXplain: preferred explanations and relaxations for over-constrained
///   problems*, AAAI 2004.
enum QuickXplain {
  /// A smallest impossible set among facts that are impossible together.
  ///
  /// - Parameters:
  ///   - facts: The facts, the preferred first.
  ///   - isImpossible: Whether some facts cannot hold together; more facts never turn yes into no.
  /// - Returns: The set; empty when nothing at all is impossible by itself.
  static func smallest(among facts: [Int], where isImpossible: ([Int]) -> Bool) -> [Int] {
    isImpossible([]) ? [] : smallest(beside: [], among: facts, isNew: false, where: isImpossible)
  }

  /// A smallest set among facts that are impossible beside a background that holds in any case.
  ///
  /// It is new when it is not yet known whether the background is possible by itself.
  private static func smallest(
    beside background: [Int],
    among facts: [Int],
    isNew: Bool,
    where isImpossible: ([Int]) -> Bool
  ) -> [Int] {
    if isNew, isImpossible(background) { return [] }
    guard facts.count > 1 else { return facts }
    let preferred = Array(facts[..<(facts.count / 2)])
    let others = Array(facts[(facts.count / 2)...])
    let fromOthers = smallest(
      beside: background + preferred,
      among: others,
      isNew: true,
      where: isImpossible
    )
    let fromPreferred = smallest(
      beside: background + fromOthers,
      among: preferred,
      isNew: !fromOthers.isEmpty,
      where: isImpossible
    )
    return fromPreferred + fromOthers
  }
}

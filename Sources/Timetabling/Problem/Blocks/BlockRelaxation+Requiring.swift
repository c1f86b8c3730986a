internal import Curricula

// What constraints require of literals, at a cost where they are soft.
extension BlockRelaxation {
  /// Requires that amounts of what a selection takes in within some blocks lie within limits.
  mutating func limit(
    _ selection: Selection,
    _ measure: Measure,
    to limits: Limits,
    in blocks: [Int],
    _ weight: Weight
  ) {
    let terms = held(by: selection, in: blocks).map {
      Term(measure.amount(ofMinutes: problem.sessions[$0.session].minutes), $0.literal)
    }
    if let most = limits.most {
      require(terms, atMost: most, weight, atWorst: mostAmount(of: selection, measure, in: blocks))
      if weight == .hard, measure == .minutes, blocks.count == 1, selection.isFixed {
        let own = problem.blocks.indices.map { $0 == blocks[0] ? most : problem.blocks[$0].minutes }
        capacities.append((Set(members(certainlyIn: selection)), own))
      }
    }
    if limits.least > 0, isExact(selection) { require(terms, atLeast: limits.least, weight) }
  }

  /// Requires a clause; where a constraint is soft, it costs its weight times an excess not to hold.
  mutating func require(anyOf literals: [Literal], _ weight: Weight, excess: Int = 1) {
    switch weight {
    case .hard: penalty.solver.require(anyOf: literals)
    case .soft(let weight):
      guard weight > 0, excess > 0 else { return }
      let breach = breach(costing: weight.saturatingMultiplied(by: excess), of: literals)
      penalty.solver.require(anyOf: literals + [breach])
    }
  }

  /// Requires clauses of one constraint; where it is soft, the highest excess of those that do not hold
  /// counts, at its weight.
  mutating func require(_ clauses: [(excess: Int, literals: [Literal])], _ weight: Weight) {
    guard case .soft(let weight) = weight else {
      for clause in clauses { penalty.solver.require(anyOf: clause.literals) }
      return
    }
    guard weight > 0 else { return }
    var breaches: [Int: Literal] = [:]
    var below = 0
    var last: Literal?
    for excess in Set(clauses.map(\.excess)).sorted() {
      let breach = breach(costing: weight.saturatingMultiplied(by: excess - below), of: [])
      if let last { penalty.solver.require(anyOf: [!breach, last]) }
      breaches[excess] = breach
      (below, last) = (excess, breach)
    }
    for clause in clauses {
      penalty.solver.require(anyOf: clause.literals + [breaches[clause.excess]].compactMap(\.self))
    }
  }

  /// Requires that coefficients of what is true add up to at most a limit; where a constraint is soft,
  /// each unit above costs its weight.
  ///
  /// What they can add up to at worst may be less than all together.
  ///
  /// - Returns: The literals of the breaches: where none of them is true, the limit is kept. `nil` where
  ///   it costs nothing to break it.
  @discardableResult
  mutating func require(
    _ terms: [Term],
    atMost limit: Int,
    _ weight: Weight,
    atWorst worst: Int = .max
  ) -> [Literal]? {
    let total = min(worst, terms.reduce(0) { $0 + Int($1.coefficient) })
    guard total > limit else { return [] }
    guard case .soft(let weight) = weight else {
      penalty.solver.require(terms, atMost: limit)
      return []
    }
    guard weight > 0, limit >= 0 else { return nil }
    let sums = reachable(by: terms.map { Int($0.coefficient) }, upTo: total)
    return sums.count { $0 > limit } <= Self.sumLimit
      ? count(terms, beyond: limit, sums, weight)
      : divide(terms, beyond: limit, upTo: total, weight)
  }

  /// The sums above a limit that are told apart one by one.
  private static let sumLimit = 64

  /// Lets what is true add up to more than a limit: each sum that it can reach costs what it is above
  /// the one before.
  ///
  /// One breach follows from the next, so that a single one says of a sum how much it is at least.
  private mutating func count(
    _ terms: [Term],
    beyond limit: Int,
    _ sums: [Int],
    _ weight: Int
  ) -> [Literal] {
    let total = terms.reduce(0) { $0 + Int($1.coefficient) }
    var breaches: [Literal] = []
    for (less, sum) in zip(sums, sums.dropFirst()) where sum > limit {
      let cost = weight.saturatingMultiplied(by: sum - max(less, limit))
      let breach = breach(costing: cost, of: terms.map(\.literal))
      if let last = breaches.last { penalty.solver.require(anyOf: [!breach, last]) }
      penalty.solver.require(terms + [Term(total - less, !breach)], atMost: total)
      breaches.append(breach)
    }
    return breaches
  }

  /// The same where there are many sums: what is above the limit is made of powers of two.
  private mutating func divide(
    _ terms: [Term],
    beyond limit: Int,
    upTo total: Int,
    _ weight: Int
  ) -> [Literal] {
    let literals = terms.map(\.literal)
    var (left, step, spare) = (total - limit, 1, 0)
    var terms = terms
    var breaches: [Literal] = []
    while left > 0 {
      let size = min(step, left)
      let breach = breach(costing: weight.saturatingMultiplied(by: size), of: literals)
      breaches.append(breach)
      terms.append(Term(size, !breach))
      spare += size
      left -= size
      step *= 2
    }
    penalty.solver.require(terms, atMost: limit + spare)
    return breaches
  }

  /// Requires that coefficients of what is true add up to at least a limit.
  mutating func require(_ terms: [Term], atLeast limit: Int, _ weight: Weight) {
    let total = terms.reduce(0) { $0 + Int($1.coefficient) }
    guard limit > 0 else { return }
    // What cannot be reached at all is a breach whatever happens.
    if total < limit { require(anyOf: [], weight, excess: limit - total) }
    require(
      terms.map { Term(Int($0.coefficient), !$0.literal) },
      atMost: max(0, total - limit),
      weight
    )
  }
}

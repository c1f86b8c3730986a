/// The least that wishes cost that cannot all be granted, from below.
///
/// As long as not all wishes can be granted, some of them contradict each other. One of these has to give
/// way, which costs at least the least of their weights; from then on only the second that gives way
/// among them costs that much. When all that is left can be granted, the bound is the least cost.
///
/// Source: Andres, Kaufmann, Matheis and Schaub, *Unsatisfiability-based optimization in clasp*, 2012,
/// and Morgado, Dodaro and Marques-Silva, *Core-guided MaxSAT with soft cardinality constraints*, 2014.
struct LeastPenalty: Sendable {
  /// What is known in the end.
  enum Finding {
    /// The bound is reached by the solver's last answer.
    case exact
    /// What must hold contradicts itself; where a ceiling was set, all costs at least that much.
    case refuted
    /// The watch was over, or the bound is as high as was asked for.
    case open
  }

  /// Literals of which all but a few are to be granted.
  private struct Total {
    let count: Int
    let terms: [Term]
  }

  /// A literal that says that at most so many of a total are refused.
  private struct Allowance {
    let total: Int
    let refused: Int
    var next: Literal?
  }

  /// What must hold.
  var solver = ClauseSolver()
  /// What no way to grant wishes costs less than.
  ///
  /// What was raised holds for what costs less than the ceiling; all else costs the ceiling at least.
  var bound: Int { min(raised, ceiling ?? .max) }
  /// What nothing below the ceiling costs less than.
  private var raised = 0
  /// What all that is looked for costs less than; `nil` where nothing was asked for.
  private(set) var ceiling: Int?
  /// The sum that keeps below the ceiling, by its place, and the bound when it was made.
  private var lid: (sum: Int, bound: Int)?
  /// The wishes as they came, and their weights.
  private var wishes: [(literal: Literal, weight: Int)] = []
  /// The literals that are wanted, in the order in which they came.
  private var wanted: [Literal] = []
  private var weights: [Literal: Int] = [:]
  private var totals: [Total] = []
  private var allowances: [Literal: Allowance] = [:]
  /// Wishes that contradict each other, and what each set of them has cost; how many of a set have to
  /// give way is not counted yet.
  private var unpaid: [(core: [Literal], least: Int)] = []

  /// Says that a literal is wanted; where it is false, that costs a weight above 0.
  mutating func want(_ literal: Literal, weight: Int) {
    wishes.append((literal, weight))
    grant(literal, weight: weight)
  }

  /// Wants what says the same as wishes do, in other words.
  private mutating func grant(_ literal: Literal, weight: Int) {
    if let known = weights[literal] {
      weights[literal] = known.cappedSum(weight)
    } else {
      wanted.append(literal)
      weights[literal] = weight
    }
  }

  /// Raises the bound as far as possible.
  ///
  /// Wishes that contradict each other are looked for until the rest can be granted; only then it is
  /// counted how many of each such set have to give way.
  ///
  /// - Parameters:
  ///   - limit: A bound at which nothing is left to do.
  ///   - watch: When it is over, the bound so far counts.
  /// - Returns: What is known in the end.
  /// - Complexity: At worst exponential in the variables.
  mutating func raise(to limit: Int, _ watch: inout Watch) -> Finding {
    while bound < limit {
      let assumed = wanted.filter { weights[$0] ?? 0 > 0 }
      switch solver.answer(assuming: assumed, &watch) {
      case .possible:
        guard !unpaid.isEmpty else { return .exact }
        settle(&watch)
      case .unknown: return .open
      case .impossible(let found):
        guard !found.isEmpty else { return refuted() }
        let core = smallest(of: found, &watch)
        guard !core.isEmpty else { return refuted() }
        pay(for: core)
      }
    }
    return .open
  }

  private mutating func refuted() -> Finding {
    if let ceiling { raised = max(raised, ceiling) }
    return .refuted
  }

  private mutating func settle(_ watch: inout Watch) {
    while let (core, least) = unpaid.popLast() { count(core, least, &watch) }
  }

  /// What the solver's last answer costs.
  var cost: Int { cost(of: wishes.indices) }

  /// What it costs by some of the wishes, by their places among all.
  func cost(of places: Range<Int>) -> Int {
    wishes[places].reduce(0) { solver.isTrue($1.literal) ? $0 : $0.cappedSum($1.weight) }
  }

  /// The number of wishes.
  var wishCount: Int { wishes.count }

  /// Looks for another answer that costs no more than the bound, once the bound is exact.
  mutating func another(
    assuming assumptions: [Literal],
    _ watch: inout Watch,
    conflicts: Int
  ) -> Bool {
    let assumed = assumptions + wanted.filter { weights[$0] ?? 0 > 0 }
    if case .possible = solver.answer(assuming: assumed, &watch, conflicts: conflicts) {
      return true
    }
    return false
  }

  /// From now on looks only for what costs less than a number above the bound.
  mutating func require(below cost: Int, _ watch: inout Watch) {
    guard cost < ceiling ?? .max else { return }
    settle(&watch)
    ceiling = cost
    if let lid {
      solver.lower(limitOf: lid.sum, to: cost - 1 - lid.bound)
      return
    }
    let terms = wanted.compactMap { literal -> Term? in
      guard let weight = weights[literal], weight > 0 else { return nil }
      return Term(min(weight, cost - raised), !literal)
    }
    lid = (solver.sums.count, raised)
    solver.require(terms, atMost: cost - 1 - raised)
  }

  /// Looks for an answer that grants some literals and costs less than the ceiling.
  mutating func answer(
    assuming assumptions: [Literal],
    _ watch: inout Watch,
    conflicts: Int
  ) -> ClauseSolver.Answer {
    let answer = solver.answer(assuming: assumptions, &watch, conflicts: conflicts)
    if case .impossible(let core) = answer, core.isEmpty, let ceiling {
      raised = max(raised, ceiling)
    }
    return answer
  }

  /// Fewer wishes that contradict each other, found by leaving out one after the other.
  private mutating func smallest(of found: [Literal], _ watch: inout Watch) -> [Literal] {
    var core = found
    guard core.count <= Self.sizeLimit else { return core }
    for literal in found where core.contains(literal) && core.count > 1 && !watch.isOver {
      let rest = core.filter { $0 != literal }
      let answer = solver.answer(assuming: rest, &watch, conflicts: Self.patience)
      if case .impossible(let smaller) = answer { core = smaller }
    }
    return core
  }

  /// The contradictions after which it stays open whether fewer wishes contradict each other.
  private static let patience = 200
  /// The number of wishes above which none is left out.
  private static let sizeLimit = 60

  /// Raises the bound by what wishes cost that contradict each other.
  private mutating func pay(for core: [Literal]) {
    let least = core.compactMap { weights[$0] }.min() ?? 0
    raised = raised.cappedSum(least)
    for literal in core {
      weights[literal, default: 0] -= least
      allowMore(than: literal, weight: least)
    }
    solver.require(anyOf: core.map { !$0 })
    if core.count > 1 { unpaid.append((core, least)) }
  }

  /// Wants no more of a core to give way than have to.
  private mutating func count(_ core: [Literal], _ least: Int, _ watch: inout Watch) {
    totals.append(Total(count: core.count, terms: core.map { Term(1, !$0) }))
    var refused = 1
    while refused < core.count {
      let allowance = allowance(of: totals.count - 1, refused: refused)
      let answer =
        watch.isOver
        ? .unknown : solver.answer(assuming: [allowance], &watch, conflicts: Self.patience)
      guard case .impossible = answer else {
        grant(allowance, weight: least)
        return
      }
      raised = raised.cappedSum(least)
      refused += 1
    }
  }

  /// Wants, where a literal allows so many refusals, that there is no more than one more.
  private mutating func allowMore(than literal: Literal, weight: Int) {
    guard let allowance = allowances[literal],
      allowance.refused + 1 < totals[allowance.total].count
    else { return }
    let next =
      allowance.next ?? self.allowance(of: allowance.total, refused: allowance.refused + 1)
    allowances[literal]?.next = next
    grant(next, weight: weight)
  }

  private mutating func allowance(of total: Int, refused: Int) -> Literal {
    let literal = solver.variable(trying: true)
    let (count, terms) = (totals[total].count, totals[total].terms)
    solver.require(terms + [Term(count - refused, literal)], atMost: count)
    allowances[literal] = Allowance(total: total, refused: refused)
    return literal
  }
}

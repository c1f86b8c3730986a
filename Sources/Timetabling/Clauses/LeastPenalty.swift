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
    /// The solver's last answer is cheaper than those before it.
    case cheaper
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

  /// A sum that keeps below a cost where a literal is true, and says nothing elsewhere.
  private struct Lid {
    /// Its place among all.
    let sum: Int
    let literal: Literal
    /// What all weights in it add up to.
    let total: Int
    /// What weights were divided by, so that they can be added up.
    let divisor: Int
    /// What answers cost less than.
    var cost: Int
  }

  /// The contradictions after which the first turn ends, and prices are looked for.
  var firstTurn = 2_000
  /// Whether the bound is left where it is each time that a cheaper answer is found.
  var pausesAtAnswers = false
  /// The contradictions of the turn that comes next; 0 before the first one.
  private var turn = 0
  /// The weight of the lightest wishes that are looked at now.
  private var lightest = Int.max
  /// What must hold.
  var solver = ClauseSolver()
  /// What no way to grant wishes costs less than.
  ///
  /// What was raised holds for what costs less than the ceiling; all else costs the ceiling at least.
  var bound: Int { min(max(raised, priced), ceiling ?? .max) }
  /// What nothing below the ceiling costs less than.
  private var raised = 0
  /// What nothing costs less than by the prices of statements.
  private var priced = 0
  /// What follows from prices; `nil` where they were not looked for since the last wish came.
  private var prices: LinearBound.Finding?
  private var pricedLid: PricedLid?
  /// What all that is looked for costs less than; `nil` where nothing was asked for.
  private(set) var ceiling: Int?
  /// What keeps answers cheap where it is assumed.
  private var lid: Lid?
  /// The cheapest answer while the bound is raised.
  private var cheapest: (cost: Int, model: [Int8])?
  /// The wishes as they came, and their weights.
  private var wishes: [(literal: Literal, weight: Int)] = []
  /// The literals that are wanted, in the order in which they came.
  private var wanted: [Literal] = []
  private var weights: [Literal: Int] = [:]
  private var totals: [Total] = []
  private var allowances: [Literal: Allowance] = [:]
  /// Wishes that contradict each other, and what each set of them has cost; how many of a set have to
  /// give way is not counted yet.
  private var unpaid: [(core: ClauseSolver.Core, least: Int)] = []

  /// Says that a literal is wanted; where it is false, that costs a weight above 0.
  mutating func want(_ literal: Literal, weight: Int) {
    putLid(below: nil)
    (prices, cheapest, lightest) = (nil, nil, .max)
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
    if turn == 0 { turn = firstTurn }
    if cheapest?.cost ?? 0 >= ceiling ?? .max { cheapest = nil }
    putLid(below: [cheapest?.cost, ceiling].compactMap(\.self).min())
    let finding = raise(below: limit, &watch)
    if case .cheaper = finding { return finding }
    putLid(below: ceiling)
    return finding
  }

  private mutating func raise(below limit: Int, _ watch: inout Watch) -> Finding {
    while bound < limit {
      if max(raised, priced) >= ceiling ?? .max || solver.isRefuted { return refuted() }
      if let cheapest, cheapest.cost <= priced { return exact() }
      let open = wanted.filter { weights[$0] ?? 0 > 0 }
      lightest = min(lightest, open.compactMap { weights[$0] }.max() ?? 0)
      let heavy = open.filter { weights[$0] ?? 0 >= lightest }
      switch solver.answer(assuming: withoutLid + heavy, &watch, conflicts: turn) {
      case .possible:
        if keepCheapest(), pausesAtAnswers { return .cheaper }
        if heavy.count < open.count {
          lightest = open.compactMap { weights[$0] }.filter { $0 < lightest }.max() ?? 0
        } else if unpaid.isEmpty {
          return raised < ceiling ?? .max ? exact() : refuted()
        } else {
          settle(&watch)
        }
      case .impossible(let found):
        let core = smallest(of: found, &watch)
        guard !core.assumptions.isEmpty else { return refuted() }
        pay(for: core)
      case .unknown:
        guard !watch.isOver else { return .open }
        if prices == nil { findPrices(upTo: limit, &watch) }
        // In turn with the heavy ones, all wishes at once: they contradict each other sooner.
        lightest = lightest == 0 ? .max : 0
        turn += turn / 4 + 1
        if lid != nil, let finding = undercut(conflicts: turn / 4, &watch) { return finding }
      }
    }
    return .open
  }

  /// Looks for an answer that is cheaper than what is known; returns what is known where there is none.
  private mutating func undercut(conflicts: Int, _ watch: inout Watch) -> Finding? {
    switch solver.answer(assuming: withLid, &watch, conflicts: conflicts) {
    case .possible: return keepCheapest() && pausesAtAnswers ? .cheaper : nil
    case .impossible: return cheapest == nil ? refuted() : exact()
    case .unknown: return watch.isOver ? .open : nil
    }
  }

  /// Notes the last answer where it is the cheapest, and from then on looks for cheaper ones.
  ///
  /// - Returns: Whether it is.
  private mutating func keepCheapest() -> Bool {
    let cost = self.cost
    guard cost < lid?.cost ?? .max else { return false }
    cheapest = (cost, solver.model)
    putLid(below: cost)
    return true
  }

  /// Forgets the cheapest answer, because something was said that it may not grant.
  mutating func forgetAnswers() {
    cheapest = nil
    putLid(below: ceiling)
  }

  /// The cheapest answer is known to be the cheapest of all; makes it the last one.
  private mutating func exact() -> Finding {
    if let cheapest {
      raised = max(raised, cheapest.cost)
      solver.restore(cheapest.model)
    }
    return .exact
  }

  /// Raises the bound by prices of statements, and from then on looks only for what costs less than the
  /// ceiling by these.
  private mutating func findPrices(upTo limit: Int, _ watch: inout Watch) {
    putLid(below: nil)
    let finding = LinearBound(solver, wishes: wishes).finding(upTo: limit, &watch)
    (prices, priced) = (finding, max(priced, finding.bound))
    if priced > wishes.reduce(0, { $0.cappedSum($1.weight) }) { solver.require(anyOf: []) }
    if let ceiling, priced < ceiling { putPricedLid(finding, below: ceiling) }
    putLid(below: cheapest?.cost ?? ceiling)
  }

  private mutating func putPricedLid(_ finding: LinearBound.Finding, below cost: Int) {
    guard !finding.terms.isEmpty else { return }
    let spare = Int128(cost - 1) * finding.scale - finding.least
    let most = Int128(Self.mostInSum / (finding.terms.count + 1))
    let divisor = spare / most + 1
    let lid = PricedLid(finding: finding, sum: solver.sums.count, divisor: divisor)
    let limit = spare / divisor
    var terms: [Term] = []
    for term in finding.terms where term.weight >= divisor {
      terms.append(Term(Int(min(term.weight / divisor, limit + 1)), term.literal))
    }
    guard !terms.isEmpty else { return }
    solver.require(terms, atMost: Int(limit))
    pricedLid = lid
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

  /// The wish at a place among all.
  func wish(at place: Int) -> (literal: Literal, weight: Int) { wishes[place] }

  /// The number of wishes.
  var wishCount: Int { wishes.count }

  /// Looks for another answer that costs no more than the bound, once the bound is exact.
  mutating func another(
    assuming assumptions: [Literal],
    _ watch: inout Watch,
    conflicts: Int
  ) -> Bool {
    let assumed = assumptions + withoutLid + wanted.filter { weights[$0] ?? 0 > 0 }
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
    putLid(below: cost)
    if let pricedLid {
      let limit = pricedLid.limit(below: cost)
      if limit < 0 {
        solver.require(anyOf: [])
      } else {
        solver.lower(limitOf: pricedLid.sum, to: Int(limit))
      }
    } else if let prices, priced < cost {
      putPricedLid(prices, below: cost)
    }
  }

  /// Looks for an answer that grants some literals and costs less than the ceiling.
  mutating func answer(
    assuming assumptions: [Literal],
    _ watch: inout Watch,
    conflicts: Int
  ) -> ClauseSolver.Answer {
    let answer = solver.answer(assuming: withLid + assumptions, &watch, conflicts: conflicts)
    guard case .impossible(let core) = answer else { return answer }
    let rest = core.assumptions.filter { $0 != lid?.literal }
    if rest.isEmpty, let ceiling { raised = max(raised, ceiling) }
    return .impossible(ClauseSolver.Core(assumptions: rest, refused: min(core.refused, rest.count)))
  }

  private var withLid: [Literal] { lid.map { [$0.literal] } ?? [] }
  private var withoutLid: [Literal] { lid.map { [!$0.literal] } ?? [] }

  /// Has answers for which the lid is assumed cost less than a number, `nil` for any.
  private mutating func putLid(below cost: Int?) {
    guard lid?.cost != cost else { return }
    if let lid, let cost, cost < lid.cost {
      solver.lower(limitOf: lid.sum, to: (cost - 1) / lid.divisor + lid.total)
      self.lid?.cost = cost
      return
    }
    if let lid { solver.require(anyOf: [!lid.literal]) }
    lid = nil
    guard let cost else { return }
    let weights = wishes.map { min($0.weight, cost) }
    let divisor = weights.reduce(0) { $0.cappedSum($1) } / Self.mostInSum + 1
    var terms: [Term] = []
    for (wish, weight) in zip(wishes, weights) where weight >= divisor {
      terms.append(Term(weight / divisor, !wish.literal))
    }
    guard !terms.isEmpty else { return }
    let total = terms.reduce(0) { $0 + Int($1.coefficient) }
    let literal = solver.variable()
    lid = Lid(sum: solver.sums.count, literal: literal, total: total, divisor: divisor, cost: cost)
    solver.require(
      terms + [Term(total, literal)],
      atMost: (cost - 1) / divisor + total
    )
  }

  /// What the weights in a lid add up to at most.
  private static let mostInSum = 1 << 29

  /// Fewer wishes that contradict each other, found by leaving out one after the other.
  private mutating func smallest(
    of found: ClauseSolver.Core,
    _ watch: inout Watch
  ) -> ClauseSolver.Core {
    var core = found.assumptions.filter { !withoutLid.contains($0) }
    guard found.refused == 1, core.count <= Self.sizeLimit else {
      return ClauseSolver.Core(assumptions: core, refused: found.refused)
    }
    for literal in found.assumptions
    where core.contains(literal) && core.count > 1 && !watch.isOver {
      let rest = core.filter { $0 != literal }
      let answer = solver.answer(assuming: withoutLid + rest, &watch, conflicts: Self.patience)
      if case .impossible(let smaller) = answer {
        core = smaller.assumptions.filter { !withoutLid.contains($0) }
        if smaller.refused > 1 {
          return ClauseSolver.Core(assumptions: core, refused: smaller.refused)
        }
      }
    }
    return ClauseSolver.Core(assumptions: core, refused: min(1, core.count))
  }

  /// The contradictions after which it stays open whether fewer wishes contradict each other.
  private static let patience = 200
  /// The number of wishes above which none is left out.
  private static let sizeLimit = 60

  /// Raises the bound by what wishes cost that contradict each other.
  private mutating func pay(for core: ClauseSolver.Core) {
    let least = core.assumptions.compactMap { weights[$0] }.min() ?? 0
    for _ in 0..<core.refused { raised = raised.cappedSum(least) }
    for literal in core.assumptions {
      weights[literal, default: 0] -= least
      allowMore(than: literal, weight: least)
    }
    let rest = core.assumptions.count - core.refused
    solver.require(core.assumptions.map { Term(1, $0) }, atMost: rest)
    if rest > 0 { unpaid.append((core, least)) }
  }

  /// Wants no more of a core to give way than have to.
  private mutating func count(_ core: ClauseSolver.Core, _ least: Int, _ watch: inout Watch) {
    let literals = core.assumptions
    totals.append(Total(count: literals.count, terms: literals.map { Term(1, !$0) }))
    var refused = core.refused
    while refused < literals.count {
      let allowance = allowance(of: totals.count - 1, refused: refused)
      let answer =
        watch.isOver
        ? .unknown
        : solver.answer(assuming: withoutLid + [allowance], &watch, conflicts: Self.patience)
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

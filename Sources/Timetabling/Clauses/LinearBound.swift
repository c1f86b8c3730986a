/// What no way to grant wishes costs less than, where literals may be true in part.
///
/// Each statement has a price at which it may be broken. Whatever the prices are, the cheapest way to
/// break statements costs no more than the cheapest way to keep them; so any prices give a bound, and the
/// best ones are as good as linear programming. They are looked for by a primal-dual method, rounded, and
/// what follows from them is worked out in whole numbers, so that it is certain.
///
/// Sources: Chambolle and Pock, *A first-order primal-dual algorithm for convex problems with
/// applications to imaging*, 2011; Pock and Chambolle, *Diagonal preconditioning for first order
/// primal-dual algorithms in convex optimization*, 2011; Applegate and others, *Practical large-scale
/// linear programming using primal-dual hybrid gradient*, 2021, for beginning again from averages.
struct LinearBound {
  /// What follows from prices.
  ///
  /// A cost times ``scale`` is at least ``least``, and by the weight of each term whose literal is true
  /// above it.
  struct Finding: Sendable {
    let scale: Int128
    let least: Int128
    let terms: [(weight: Int128, literal: Literal)]

    /// What nothing costs less than.
    var bound: Int {
      let quotient = least / scale
      let bound = least > quotient * scale ? quotient + 1 : quotient
      return Int(clamping: max(0, bound))
    }
  }

  /// Statements one after the other: the places of their entries, which may not add up to more than limits.
  private var starts = [0]
  private var columns: [Int32] = []
  private var coefficients: [Int32] = []
  private var limits: [Int] = []
  /// What each variable costs where it is true; below 0 where it saves something.
  private var costs: [Int]
  /// What all costs where no variable is true.
  private var constant = 0

  /// Takes in what was required of a solver, without what it learnt, and wishes with their weights.
  ///
  /// - Complexity: Linear in the literals of all that was required.
  init(_ solver: ClauseSolver, wishes: [(literal: Literal, weight: Int)]) {
    costs = Array(repeating: 0, count: solver.variableCount)
    for (literal, weight) in wishes {
      if literal.isPositive {
        costs[literal.variable] -= weight
        constant += weight
      } else {
        costs[literal.variable] += weight
      }
    }
    solver.forEachRequirement { terms, limit in append(terms, atMost: limit) }
  }

  private mutating func append(_ terms: [Term], atMost limit: Int) {
    var limit = limit
    for term in terms {
      columns.append(Int32(term.literal.variable))
      coefficients.append(term.literal.isPositive ? term.coefficient : -term.coefficient)
      if !term.literal.isPositive { limit -= Int(term.coefficient) }
    }
    limits.append(limit)
    starts.append(columns.count)
  }

  /// Looks for good prices.
  ///
  /// - Parameters:
  ///   - limit: A bound at which nothing is left to do.
  ///   - watch: Where it is over, the prices so far count.
  /// - Returns: What follows from the best prices that were found.
  /// - Complexity: Linear in the literals, for each of some thousand steps.
  func finding(upTo limit: Int, _ watch: inout Watch) -> Finding {
    var descent = Descent(self)
    var (best, prices) = (-Double.infinity, [Double](repeating: 0, count: limits.count))
    var idle = 0
    for _ in 0..<Self.rounds where !watch.isOver && idle < Self.patience && best < Double(limit) {
      descent.run(Self.steps, &watch)
      for candidate in [descent.prices, descent.averagePrices] {
        let value = value(of: candidate)
        guard value > best, value.isFinite, candidate.allSatisfy(\.isFinite) else { continue }
        idle = value > best + max(1, abs(best)) * Self.progress ? -1 : idle
        (best, prices) = (value, candidate)
      }
      idle += 1
      descent.beginAgain()
    }
    return finding(from: prices)
  }

  /// The steps from one beginning to the next, and how often it is begun anew at most.
  private static let (steps, rounds) = (200, 20)
  /// The rounds without progress after which it is over, and what counts as progress.
  private static let (patience, progress) = (3, 1e-3)

  /// What follows from prices, nearly.
  private func value(of prices: [Double]) -> Double {
    var rest = costs.map(Double.init)
    var value = Double(constant)
    for row in limits.indices {
      value -= prices[row] * Double(limits[row])
      for entry in starts[row]..<starts[row + 1] {
        rest[Int(columns[entry])] += prices[row] * Double(coefficients[entry])
      }
    }
    return rest.reduce(value) { $0 + min(0, $1) }
  }

  /// What follows from prices once they are rounded, exactly.
  private func finding(from prices: [Double]) -> Finding {
    // Prices far above all costs are those of a contradiction; any multiple of them is as good.
    let most = prices.max() ?? 0
    let shrink = most > Self.highestPrice ? Self.highestPrice / most : 1
    var rest = costs.map { Int128($0) * Self.scale }
    var least = Int128(constant) * Self.scale
    for row in limits.indices {
      let price = Int128((prices[row] * shrink * Double(Self.scale)).rounded())
      guard price > 0 else { continue }
      least -= price * Int128(limits[row])
      for entry in starts[row]..<starts[row + 1] {
        rest[Int(columns[entry])] += price * Int128(coefficients[entry])
      }
    }
    var terms: [(weight: Int128, literal: Literal)] = []
    for (variable, rest) in rest.enumerated() where rest != 0 {
      least += min(0, rest)
      terms.append((abs(rest), rest > 0 ? Literal(variable) : !Literal(variable)))
    }
    return Finding(scale: Self.scale, least: least, terms: terms)
  }

  private static let scale: Int128 = 1 << 20
  private static let highestPrice = 1e9
}

extension LinearBound {
  /// The method on its way.
  private struct Descent {
    let problem: LinearBound
    /// How far a value and a price move at most in a step.
    let (stride, priceStride): ([Double], [Double])
    /// How much further prices move than values.
    var ratio: Double
    var values: [Double]
    private(set) var prices: [Double]
    private var valueSums: [Double]
    private var priceSums: [Double]
    private var count = 0
    private var former: (values: [Double], prices: [Double])

    init(_ problem: LinearBound) {
      self.problem = problem
      var stride = [Double](repeating: 0, count: problem.costs.count)
      var priceStride = [Double](repeating: 0, count: problem.limits.count)
      for row in problem.limits.indices {
        for entry in problem.starts[row]..<problem.starts[row + 1] {
          let size = Double(abs(problem.coefficients[entry]))
          stride[Int(problem.columns[entry])] += size
          priceStride[row] += size
        }
      }
      self.stride = stride.map { 1 / max($0, 1) }
      self.priceStride = priceStride.map { 1 / max($0, 1) }
      ratio = Double(max(1, problem.costs.map(abs).max() ?? 1))
      values = Array(repeating: 0.5, count: stride.count)
      prices = Array(repeating: 0, count: priceStride.count)
      valueSums = Array(repeating: 0, count: stride.count)
      priceSums = prices
      former = (values, prices)
    }

    var averagePrices: [Double] { priceSums.map { $0 / Double(max(1, count)) } }

    /// Takes some steps: values move against what they cost, prices towards what is broken.
    mutating func run(_ steps: Int, _ watch: inout Watch) {
      let costs = problem.costs.map(Double.init)
      var rest = costs
      for _ in 0..<steps where !watch.isOver {
        for row in prices.indices where prices[row] > 0 {
          for entry in problem.starts[row]..<problem.starts[row + 1] {
            rest[Int(problem.columns[entry])] += prices[row] * Double(problem.coefficients[entry])
          }
        }
        // Where a value moves to, and as far again.
        for column in values.indices {
          let moved = min(1, max(0, values[column] - stride[column] * rest[column] / ratio))
          rest[column] = 2 * moved - values[column]
          values[column] = moved
          valueSums[column] += moved
        }
        for row in prices.indices {
          var sum = -Double(problem.limits[row])
          for entry in problem.starts[row]..<problem.starts[row + 1] {
            sum += rest[Int(problem.columns[entry])] * Double(problem.coefficients[entry])
          }
          prices[row] = max(0, prices[row] + priceStride[row] * ratio * sum)
          priceSums[row] += prices[row]
        }
        for column in rest.indices { rest[column] = costs[column] }
        count += 1
        watch.take(problem.columns.count / 16 + 1)
      }
    }

    /// Goes on from averages; values and prices are to move about as far.
    mutating func beginAgain() {
      values = valueSums.map { $0 / Double(max(1, count)) }
      prices = averagePrices
      func distance(_ here: [Double], _ there: [Double]) -> Double {
        zip(here, there).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      }
      let moved = distance(values, former.values)
      let risen = distance(prices, former.prices)
      if moved > 1e-9, risen > 1e-9 { ratio = (ratio * risen / moved).squareRoot() }
      former = (values, prices)
      for column in valueSums.indices { valueSums[column] = 0 }
      for row in priceSums.indices { priceSums[row] = 0 }
      count = 0
    }
  }
}

extension Literal {
  /// Whether it says that its variable is true.
  var isPositive: Bool { code & 1 == 0 }
}

extension ClauseSolver {
  /// Goes through all that was required and not learnt, each as a sum with a limit; what is true or false
  /// for good is left out.
  func forEachRequirement(_ body: (_ terms: [Term], _ limit: Int) -> Void) {
    func isFixed(_ literal: Literal) -> Bool {
      values[literal.index] != 0 && levels[literal.variable] == 0
    }
    for literal in trail where isFixed(literal) { body([Term(1, !literal)], 0) }
    var place = 0
    while place < arena.count {
      let end = place + 2 + Int(arena[place])
      if arena[place + 1] == 0 {
        let literals = arena[(place + 2)..<end].map(Literal.init(code:))
        if !literals.contains(where: { isFixed($0) && values[$0.index] > 0 }) {
          body(literals.map { Term(1, !$0) }, literals.count - 1)
        }
      }
      place = end
    }
    let learnt = Set(learntSums.map(\.index)).union(spareSums.map(Int32.init))
    for (index, sum) in sums.enumerated() where !learnt.contains(Int32(index)) {
      let terms = terms[Int(sum.first)..<Int(sum.end)]
      let open = terms.filter { !(isFixed($0.literal) && values[$0.literal.index] < 0) }
      guard open.reduce(0, { $0 + Int($1.coefficient) }) > sum.limit else { continue }
      body(Array(terms), sum.limit)
    }
  }
}

internal import Foundation

/// The estimation of a marginal model.
///
/// Items are given by intercept *d* and slope *a*, with the logit *a θ* + *d*: the likelihood is smooth
/// in them. A few hundred steps of the EM algorithm come near, and Newton's method comes to rest.
struct MarginalFit {
  let groups: ResponseGroups
  let form: MarginalModel.Form
  /// What is estimated: the intercepts, then the slopes, of which there are none, one or as many.
  private(set) var values: [Double]
  /// What is expected at the values.
  private(set) var expectation: Expectation
  /// For each item how many attempts got it right.
  private let rights: [Double]
  private let quadrature = Quadrature.normal

  /// What the responses make likely of the abilities, given the items.
  struct Expectation {
    /// The logarithm of the marginal likelihood.
    var logLikelihood = 0.0
    /// For each set of items and point of ability the expected number of attempts.
    var near: [Double] = []
    /// For each item the sum of the expected abilities of those who got it right.
    var abilities: [Double] = []
  }

  /// More than this many groups times values, and standard errors are left out.
  private static let affordable = 400_000

  init(_ groups: ResponseGroups, as form: MarginalModel.Form) {
    self.groups = groups
    self.form = form
    let items = groups.items
    var rights = [Double](repeating: 0, count: items)
    var asked = [Double](repeating: 0, count: items)
    for group in 0..<groups.count {
      for item in groups.sets[groups.setOfGroup[group]] { asked[item] += groups.counts[group] }
      for item in 0..<items { rights[item] += groups.rights[group * items + item] }
    }
    self.rights = rights
    let intercepts = zip(rights, asked).map { right, asked in
      log((right + 0.5) / (asked - right + 0.5)) * 1.2
    }
    switch form {
    case .rasch: values = intercepts
    case .onePL: values = intercepts + [1]
    case .twoPL: values = intercepts + Array(repeating: 1, count: items)
    }
    expectation = Expectation()
  }

  /// The slope of an item among some values.
  private func slope(_ item: Int, _ values: [Double]) -> Double {
    switch form {
    case .rasch: 1
    case .onePL: values[groups.items]
    case .twoPL: values[groups.items + item]
    }
  }

  /// Estimates; whether it came to rest.
  mutating func run() -> Bool {
    expectation = expected(at: values)
    let flat = 1e-5 * max(1, groups.counts.reduce(0, +) / 1000)
    for _ in 0..<500 {
      let before = expectation.logLikelihood
      maximize()
      expectation = expected(at: values)
      if expectation.logLikelihood - before < 1e-4 { break }
    }
    for _ in 0..<2000 {
      let gradient = gradient(at: values, expectation)
      if gradient.allSatisfy({ abs($0) < flat }) { return true }
      if let step = information?.inverse?.times(gradient), let better = improved(by: step) {
        (values, expectation) = better
        continue
      }
      let before = expectation.logLikelihood
      maximize()
      expectation = expected(at: values)
      if expectation.logLikelihood - before < 1e-12 * abs(before) { return true }
    }
    return false
  }

  /// The values a step further, where that is likelier.
  private func improved(by step: [Double]) -> ([Double], Expectation)? {
    for scale in [1, 0.5, 0.25] as [Double] {
      let next = zip(values, step).map { $0 + scale * $1 }
      let found = expected(at: next)
      if found.logLikelihood >= expectation.logLikelihood { return (next, found) }
    }
    return nil
  }
}

// MARK: - The two steps

extension MarginalFit {
  /// The expectation step.
  private func expected(at values: [Double]) -> Expectation {
    let items = groups.items
    let count = quadrature.points.count
    let wrongs = (0..<items).flatMap { item in
      let slope = slope(item, values)
      return quadrature.points.map { -softplus(slope * $0 + values[item]) }
    }
    var found = Expectation()
    found.near = Array(repeating: 0, count: groups.sets.count * count)
    found.abilities = Array(repeating: 0, count: items)
    let bases = groups.sets.map { set in
      var base = quadrature.logWeights
      for item in set {
        for point in 0..<count { base[point] += wrongs[item * count + point] }
      }
      return base
    }
    var likely = [Double](repeating: 0, count: count)
    for group in 0..<groups.count {
      let row = group * items
      let number = groups.counts[group]
      var (fixed, pull) = (0.0, 0.0)
      for item in 0..<items where groups.rights[row + item] > 0 {
        fixed += values[item] * groups.rights[row + item]
        pull += slope(item, values) * groups.rights[row + item]
      }
      pull /= number
      let set = groups.setOfGroup[group]
      var greatest = -Double.infinity
      for point in 0..<count {
        likely[point] = bases[set][point] + pull * quadrature.points[point]
        greatest = max(greatest, likely[point])
      }
      var (sum, moment) = (0.0, 0.0)
      for point in 0..<count {
        likely[point] = exp(likely[point] - greatest)
        sum += likely[point]
        moment += likely[point] * quadrature.points[point]
      }
      found.logLikelihood += fixed + number * (greatest + log(sum))
      for point in 0..<count { found.near[set * count + point] += number * likely[point] / sum }
      let ability = moment / sum
      for item in 0..<items where groups.rights[row + item] > 0 {
        found.abilities[item] += groups.rights[row + item] * ability
      }
    }
    return found
  }

  /// For each item and point of ability the expected number of attempts that were asked it.
  private func asked(_ found: Expectation) -> [Double] {
    let count = quadrature.points.count
    var asked = [Double](repeating: 0, count: groups.items * count)
    for (set, members) in groups.sets.enumerated() {
      for item in members {
        for point in 0..<count {
          asked[item * count + point] += found.near[set * count + point]
        }
      }
    }
    return asked
  }

  /// The derivatives of an item's part of the expected likelihood.
  private func derivatives(
    _ item: Int,
    _ intercept: Double,
    _ slope: Double,
    _ asked: [Double],
    _ found: Expectation
  ) -> (first: (Double, Double), second: (Double, Double, Double)) {
    let count = quadrature.points.count
    var first = (rights[item], found.abilities[item])
    var second = (0.0, 0.0, 0.0)
    for point in 0..<count {
      let ability = quadrature.points[point]
      let number = asked[item * count + point]
      let right = logistic(slope * ability + intercept)
      first.0 -= number * right
      first.1 -= number * right * ability
      let weight = number * right * (1 - right)
      second.0 += weight
      second.1 += weight * ability
      second.2 += weight * ability * ability
    }
    return (first, second)
  }

  /// The maximization step: Newton's method for each item, and for the common slope.
  private mutating func maximize() {
    let items = groups.items
    let asked = asked(expectation)
    for item in 0..<items {
      for _ in 0..<2 {
        let slope = slope(item, values)
        let (first, second) = derivatives(item, values[item], slope, asked, expectation)
        let area = second.0 * second.2 - second.1 * second.1
        if form == .twoPL, area > 1e-9 * second.0 * second.2 {
          values[item] += bounded((second.2 * first.0 - second.1 * first.1) / area)
          values[items + item] += bounded((second.0 * first.1 - second.1 * first.0) / area)
        } else if second.0 > 0 {
          values[item] += bounded(first.0 / second.0)
        }
      }
    }
    guard form == .onePL else { return }
    var (gradient, curvature) = (0.0, 0.0)
    for item in 0..<items {
      let (first, second) = derivatives(item, values[item], values[items], asked, expectation)
      gradient += first.1
      curvature += second.2
    }
    if curvature > 0 { values[items] = max(0.01, values[items] + bounded(gradient / curvature)) }
  }

  private func bounded(_ step: Double) -> Double { min(1, max(-1, step)) }

  /// The derivative of the logarithm of the marginal likelihood.
  private func gradient(at values: [Double], _ found: Expectation) -> [Double] {
    let items = groups.items
    let asked = asked(found)
    var gradient = [Double](repeating: 0, count: values.count)
    for item in 0..<items {
      let (first, _) = derivatives(item, values[item], slope(item, values), asked, found)
      gradient[item] = first.0
      switch form {
      case .rasch: break
      case .onePL: gradient[items] += first.1
      case .twoPL: gradient[items + item] = first.1
      }
    }
    return gradient
  }
}

// MARK: - Standard errors

extension MarginalFit {
  /// The observed information at the values, from differences of the exact gradient; `nil` where that
  /// takes too long.
  private var information: SquareMatrix? {
    guard groups.count * values.count <= Self.affordable else { return nil }
    var matrix = SquareMatrix(size: values.count)
    let step = 1e-4
    for index in values.indices {
      var (above, below) = (values, values)
      above[index] += step
      below[index] -= step
      let upper = gradient(at: above, expected(at: above))
      let lower = gradient(at: below, expected(at: below))
      for other in values.indices {
        let slope = (lower[other] - upper[other]) / (2 * step)
        matrix[index, other] += slope / 2
        matrix[other, index] += slope / 2
      }
    }
    return matrix
  }

  /// The covariance of the estimates; `nil` where it was not computed.
  var covariance: SquareMatrix? { information?.inverse }

  /// An item with difficulty −*d* ÷ *a*, and its errors by the delta method.
  func item(_ index: Int, _ covariance: SquareMatrix?) -> MarginalModel.Item {
    let slope = slope(index, values)
    let difficulty = -values[index] / slope
    let place: Int? =
      switch form {
      case .rasch: nil
      case .onePL: groups.items
      case .twoPL: groups.items + index
      }
    let variance = covariance.map { matrix in
      // The derivatives of −d ÷ a are −1 ÷ a and d ÷ a².
      let (byIntercept, bySlope) = (-1 / slope, -difficulty / slope)
      let own = byIntercept * byIntercept * matrix[index, index]
      guard let place else { return own }
      return own + 2 * byIntercept * bySlope * matrix[index, place]
        + bySlope * bySlope * matrix[place, place]
    }
    let slopeVariance = covariance.flatMap { matrix in place.map { matrix[$0, $0] } }
    return MarginalModel.Item(
      difficulty: difficulty,
      difficultyError: variance.map { max(0, $0).squareRoot() },
      slope: slope,
      slopeError: slopeVariance.map { max(0, $0).squareRoot() }
    )
  }
}

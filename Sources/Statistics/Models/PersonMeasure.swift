internal import Foundation

/// What a raw score says of a participant's ability, by a model with one slope.
///
/// Everybody who was asked the same items and has the same raw score has the same measure.
public struct PersonMeasure: Hashable, Sendable {
  /// The number of items right.
  public let score: Int
  /// The number of attempts with that score.
  public let attempts: Int
  /// The mean of the ability given the score, in deviations of ability; it leans to the mean of all.
  ///
  /// *Expected a posteriori*: Σ *θ L*(*θ*) *w* ÷ Σ *L*(*θ*) *w*. Source: R. D. Bock and R. J. Mislevy,
  /// *Adaptive EAP estimation of ability in a microcomputer environment*, Applied Psychological
  /// Measurement 6 (1982).
  public let expected: Double
  /// The deviation of the ability given the score.
  public let expectedError: Double
  /// The weighted likelihood estimate, which leans to nobody and exists for all scores.
  ///
  /// Source: T. A. Warm, *Weighted likelihood estimation of ability in item response theory*,
  /// Psychometrika 54 (1989).
  public let weighted: Double
  /// The standard error of the weighted likelihood estimate: 1 ÷ √ information.
  public let weightedError: Double
}

extension MarginalModel {
  /// The measure of each raw score, from 0, over the items that have a difficulty.
  ///
  /// `nil` where items have slopes of their own, or attempts were asked different items.
  ///
  /// - Complexity: O(*k* · *q*) for each score, with *q* points of ability.
  public func measures(of table: RightTable) -> [PersonMeasure]? {
    guard form != .twoPL, table.isComplete else { return nil }
    let known = items.compactMap(\.self)
    guard let slope = known.first?.slope else { return nil }
    let chosen = items.indices.filter { items[$0] != nil }
    var counts = [Int](repeating: 0, count: known.count + 1)
    for attempt in 0..<table.attempts {
      let row = attempt * table.items
      counts[chosen.reduce(0) { $0 + Int(table.rights[row + $1]) }] += 1
    }
    let quadrature = Quadrature.normal
    let wrongs = quadrature.points.map { point in
      known.reduce(0) { $0 - softplus(slope * (point - $1.difficulty)) }
    }
    return counts.indices.map { score in
      let logs = quadrature.points.indices.map { point in
        quadrature.logWeights[point] + wrongs[point]
          + slope * quadrature.points[point] * Double(score)
      }
      let greatest = logs.max() ?? 0
      let shares = logs.map { exp($0 - greatest) }
      let sum = shares.reduce(0, +)
      let mean = zip(shares, quadrature.points).reduce(0) { $0 + $1.0 * $1.1 } / sum
      let square = zip(shares, quadrature.points).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / sum
      let weighted = Self.weighted(score, known)
      return PersonMeasure(
        score: score,
        attempts: counts[score],
        expected: mean,
        expectedError: max(0, square - mean * mean).squareRoot(),
        weighted: weighted,
        weightedError: 1 / known.reduce(0) { $0 + $1.information(at: weighted) }.squareRoot()
      )
    }
  }

  /// The ability at which the weighted likelihood is greatest, by bisection.
  private static func weighted(_ score: Int, _ known: [Item]) -> Double {
    var (lower, upper) = (-40.0, 40.0)
    for _ in 0..<100 {
      let ability = (lower + upper) / 2
      var (expected, information, lean) = (0.0, 0.0, 0.0)
      for item in known {
        let right = item.probability(at: ability)
        expected += item.slope * right
        information += item.information(at: ability)
        lean += item.slope * item.information(at: ability) * (1 - 2 * right)
      }
      let slope = known[0].slope
      // Far outside, everything vanishes together: the sign of the limit counts.
      let pull = information > 1e-300 ? lean / (2 * information) : ability < 0 ? 0.5 : -0.5
      if slope * Double(score) - expected + pull > 0 { lower = ability } else { upper = ability }
    }
    return (lower + upper) / 2
  }
}

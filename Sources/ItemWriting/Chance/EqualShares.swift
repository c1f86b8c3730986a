internal import Foundation
internal import Quizzes

/// Whether things that fell into several places could have fallen into each with equal probability.
///
/// Pearson's X² measures how far the counts lie from equal shares. For few things the probability of
/// at least that distance is exact, summed over all ways in which they can fall; for many it comes from
/// the χ² distribution. Source: K. Pearson, Philosophical Magazine 50 (1900).
struct EqualShares {
  /// How many things fell into each place.
  let counts: [Int]

  /// The most ways to fall that are summed one by one.
  static let exactLimit = 20_000

  /// The probability of counts at least as far from equal shares, from 0 to 1; 1 for nothing at all.
  var probability: Double {
    let total = counts.reduce(0, +)
    guard counts.count > 1, total > 0 else { return 1 }
    return Self.ways(total, into: counts.count) <= Self.exactLimit ? exact : approximate
  }

  /// The probability as the sum over all ways to fall.
  var exact: Double {
    let total = counts.reduce(0, +)
    var logarithms = [0.0]
    for number in 0..<total { logarithms.append(logarithms[number] + log(Double(number + 1))) }
    let start = logarithms[total] - Double(total) * log(Double(counts.count))
    // The sum of squares says the same as X², in whole numbers.
    let distance = counts.reduce(0) { $0 + $1 * $1 }
    func sum(_ places: Int, _ rest: Int, _ squares: Int, _ logarithm: Double) -> Double {
      if places == 1 {
        return squares + rest * rest >= distance ? exp(logarithm - logarithms[rest]) : 0
      }
      return (0...rest).reduce(0) { result, count in
        result
          + sum(places - 1, rest - count, squares + count * count, logarithm - logarithms[count])
      }
    }
    return min(1, sum(counts.count, total, 0, start))
  }

  /// The probability by the χ² distribution.
  var approximate: Double {
    let total = Double(counts.reduce(0, +))
    let share = total / Double(counts.count)
    let distance = counts.reduce(0) { $0 + pow(Double($1) - share, 2) / share }
    return Self.survival(distance, degrees: counts.count - 1)
  }

  /// The number of ways in which equal things can fall into places, or the limit where there are more.
  private static func ways(_ things: Int, into places: Int) -> Int {
    var ways = 1
    for place in 1..<places {
      let (product, overflows) = ways.multipliedReportingOverflow(by: things + place)
      guard !overflows, product / place <= exactLimit else { return exactLimit + 1 }
      ways = product / place
    }
    return ways
  }

  /// The probability that χ² with whole degrees of freedom exceeds a value.
  ///
  /// Q(x; d + 2) = Q(x; d) + (x/2)^(d/2) · e^(−x/2) / Γ(d/2 + 1), from Q(x; 1) = erfc(√(x/2)) and
  /// Q(x; 2) = e^(−x/2). Source: Abramowitz and Stegun, *Handbook of Mathematical Functions*, 26.4.8.
  static func survival(_ value: Double, degrees: Int) -> Double {
    let half = value / 2
    var result = degrees % 2 == 1 ? erfc(half.squareRoot()) : exp(-half)
    var degree = degrees % 2 == 1 ? 1 : 2
    // The term for the first step: (x/2)^(d/2) / Γ(d/2 + 1).
    var term = degree == 1 ? half.squareRoot() / (Double.pi.squareRoot() / 2) : half
    while degree < degrees {
      result += term * exp(-half)
      degree += 2
      term *= half / (Double(degree) / 2)
    }
    return min(1, result)
  }
}

internal import Foundation

/// Points of ability, with the share of participants that is near each, for a normal distribution with
/// mean 0 and deviation 1.
///
/// The trapezoidal rule on 81 points from −6 to 6: for integrands of this kind its error falls
/// exponentially with the spacing, and its points stay close enough where a quiz measures sharply and
/// the few points of the Gauss–Hermite rule lie too far apart. Source: L. N. Trefethen and J. A. C.
/// Weideman, *The exponentially convergent trapezoidal rule*, SIAM Review 56 (2014).
struct Quadrature {
  static let normal = Quadrature()

  /// The abilities.
  let points: [Double]
  /// The logarithms of their shares, which sum to 1.
  let logWeights: [Double]

  private init() {
    let points = (0...80).map { -6 + 0.15 * Double($0) }
    let densities = points.map { exp(-$0 * $0 / 2) }
    let sum = densities.reduce(0, +)
    self.points = points
    logWeights = densities.map { log($0 / sum) }
  }
}

/// log(1 + e^x) without overflow.
func softplus(_ value: Double) -> Double {
  max(value, 0) + log1p(exp(-abs(value)))
}

/// 1 ÷ (1 + e^−x).
func logistic(_ value: Double) -> Double {
  value >= 0 ? 1 / (1 + exp(-value)) : exp(value) / (1 + exp(value))
}

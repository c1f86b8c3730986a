/// The natural logarithm, by a series, so that it is the same on every machine.
///
/// - Parameter value: More than 0 and finite.
/// - Returns: ln(value), to the last few bits.
func naturalLogarithm(_ value: Double) -> Double {
  let mantissa = value.significand
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 41, by: 2) {
    sum += term / odd
    term *= square
  }
  return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}

/// Quantiles of the exponential distribution with mean 1.
///
/// A change that costs d is accepted at temperature t with probability e^(−d ÷ t), that is, when d is at
/// most t times a number drawn from this distribution. Drawing the number first tells what a
/// change may cost before it is worked out.
struct ExponentialQuantiles: ~Copyable {
  private let values: FlatTable<Float>

  /// The number of quantiles, a power of two.
  static let count = 4096

  init() {
    let count = Double(Self.count)
    values = FlatTable(
      (0..<Self.count).map { Float(-naturalLogarithm((Double($0) + 0.5) / count)) }
    )
  }

  /// The quantile for some random bits.
  @inline(__always)
  subscript(bits: UInt64) -> Double {
    Double(values[Int(truncatingIfNeeded: bits & UInt64(Self.count - 1))])
  }
}

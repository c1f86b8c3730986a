public import Foundation

extension Numerical {
  /// Whether a number lies within the tolerance of the key, its ends included.
  ///
  /// The interval is key ± (tolerance + ε · max(tolerance, |key|, ε)) with ε = 10⁻¹⁴, so that a
  /// number rounded in its last place still counts. Source: Moodle 4.5,
  /// `qtype_numerical_answer::get_tolerance_interval`, nominal tolerance.
  public func accepts(_ number: Decimal) -> Bool {
    let epsilon = Decimal(sign: .plus, exponent: -14, significand: 1)
    let reach = tolerance + epsilon * max(tolerance, abs(key), epsilon)
    return abs(number - key) <= reach
  }
}

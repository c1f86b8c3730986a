public import Foundation

extension Numerical {
  /// The first accepted numbers among which a number is; `nil` when it is wrong.
  public func match(of number: Decimal) -> Accepted? {
    accepted.first { $0.value.contains(number) }
  }

  /// Whether a number earns anything.
  public func accepts(_ number: Decimal) -> Bool {
    match(of: number).map { $0.fraction > 0 } ?? false
  }
}

extension Numerical.Value {
  /// Whether a number counts, the ends of the interval included.
  ///
  /// Every interval is longer at its ends by ε · max(tolerance, |end|, ε) with ε = 10⁻¹⁴, so that a
  /// number rounded in its last place still counts. Source: Moodle 4.5,
  /// `qtype_numerical_answer::get_tolerance_interval`, nominal and relative tolerance.
  public func contains(_ number: Decimal) -> Bool {
    let epsilon = Decimal(sign: .plus, exponent: -14, significand: 1)
    switch self {
    case .number(let key, let tolerance):
      let reach =
        switch tolerance {
        case .absolute(let reach): reach
        case .relative(let part): part * abs(key)
        }
      return abs(number - key) <= reach + epsilon * max(reach, abs(key), epsilon)
    case .range(let first, let last):
      return number >= first - epsilon * max(abs(first), epsilon)
        && number <= last + epsilon * max(abs(last), epsilon)
    }
  }
}

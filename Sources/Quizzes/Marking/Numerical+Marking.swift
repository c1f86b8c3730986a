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
  /// Numbers are exact in all their digits, so nothing is added at the ends. Source of the tolerances:
  /// Moodle 4.5, `qtype_numerical_answer::get_tolerance_interval`, nominal and relative tolerance; it
  /// computes in binary fractions and so has to lengthen every interval a little.
  public func contains(_ number: Decimal) -> Bool {
    switch self {
    case .number(let key, .absolute(let reach)): abs(number - key) <= reach
    case .number(let key, .relative(let part)): abs(number - key) <= part * abs(key)
    case .range(let first, let last): number >= first && number <= last
    }
  }
}

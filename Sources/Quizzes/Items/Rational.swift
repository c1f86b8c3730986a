/// An exact number, numerator over denominator, in lowest terms.
///
/// Fractions, marks, scores and percentages are kept exactly; they are rounded only when shown.
/// Sums over a thousand items with marks up to 1000 in steps of 0.01, whose fractions have
/// denominators up to 26 or seven decimals, stay below 10³⁵ and so within 128 bits. A result that
/// does not fit is rounded to nine decimals instead of stopping the program.
public struct Rational: Hashable, Sendable {
  /// The numerator; it carries the sign.
  public let numerator: Int128
  /// The denominator, at least 1.
  public let denominator: Int128

  /// Creates numerator over denominator, in lowest terms.
  ///
  /// - Precondition: The denominator is not zero.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction needs a denominator other than zero")
    guard denominator != 1 else {
      (self.numerator, self.denominator) = (numerator, 1)
      return
    }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  public static let zero = Rational(0)
  public static let one = Rational(1)

  fileprivate static let billion: Int128 = 1_000_000_000

  /// The number in billionths, rounded towards zero, from −10¹⁸ to 10¹⁸.
  fileprivate var billionths: Int128 {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let limit: Int128 = 1_000_000_000
    let part = Int128(Double(rest) / Double(denominator) * 1e9)
    return max(-limit, min(limit, whole)) * Self.billion + part
  }

  fileprivate static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (larger, smaller) = (left.magnitude, right.magnitude)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int128(larger)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(Int128(value))
  }
}

extension Rational: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }

  public static func + (left: Self, right: Self) -> Self {
    if left.denominator == 1, right.denominator == 1 {
      let (sum, overflows) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflows { return Rational(sum) }
    }
    let divisor = greatestCommonDivisor(left.denominator, right.denominator)
    let scale = right.denominator / divisor
    let (first, firstOverflows) = left.numerator.multipliedReportingOverflow(by: scale)
    let (second, secondOverflows) =
      right.numerator.multipliedReportingOverflow(by: left.denominator / divisor)
    let (sum, sumOverflows) = first.addingReportingOverflow(second)
    let (denominator, overflows) = left.denominator.multipliedReportingOverflow(by: scale)
    guard !firstOverflows, !secondOverflows, !sumOverflows, !overflows else {
      return Rational(left.billionths + right.billionths, over: billion)
    }
    return Rational(sum, over: denominator)
  }

  public static func += (left: inout Self, right: Self) {
    left = left + right
  }

  public static prefix func - (value: Self) -> Self {
    Rational(-value.numerator, over: value.denominator)
  }

  public static func - (left: Self, right: Self) -> Self {
    left + -right
  }

  public static func * (left: Self, right: Self) -> Self {
    let first = Rational(left.numerator, over: right.denominator)
    let second = Rational(right.numerator, over: left.denominator)
    let (numerator, overflows) =
      first.numerator.multipliedReportingOverflow(by: second.numerator)
    let (denominator, denominatorOverflows) =
      first.denominator.multipliedReportingOverflow(by: second.denominator)
    guard !overflows, !denominatorOverflows else {
      return Rational(left.billionths * right.billionths / billion, over: billion)
    }
    return Rational(numerator, over: denominator)
  }

  /// Divides exactly.
  ///
  /// - Precondition: The divisor is not zero.
  public static func / (left: Self, right: Self) -> Self {
    left * Rational(right.denominator, over: right.numerator)
  }
}

extension Rational {
  /// Reads a plain decimal such as `4`, `-0.5` or `33.25`; `nil` for anything else, and beyond
  /// twelve digits before or after the point.
  public init?(decimal text: String) {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ (1...12).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int128(parts.joined())
    else { return nil }
    var scale: Int128 = 1
    for _ in 0..<(parts.count == 2 ? parts[1].count : 0) { scale *= 10 }
    self.init(isNegative ? -whole : whole, over: scale)
  }

  /// The most digits after the point that are ever shown.
  private static let placesLimit = 30

  /// The number for people, rounded half away from zero, without zeros at the end.
  ///
  /// - Parameter places: The most digits after the point, from 0 to 30.
  /// - Returns: Plain decimal digits such as `67.86`.
  public func rounded(places: Int = 2) -> String {
    var scale: UInt128 = 1
    for _ in 0..<min(max(places, 0), Self.placesLimit) { scale *= 10 }
    let divisor = denominator.magnitude
    var (whole, part) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var (units, rest) = divisor.dividingFullWidth(part.multipliedFullWidth(by: scale))
    if rest >= divisor - rest { units += 1 }
    (part, rest) = units.quotientAndRemainder(dividingBy: scale)
    whole += part
    let sign = numerator < 0 && (whole > 0 || rest > 0) ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = "\(rest + scale)".dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(sign)\(whole).\(digits)"
  }

  /// How many digits after the point it takes to tell numbers apart.
  ///
  /// Rounded to so many digits, different numbers read differently, and so in their right order: a
  /// score just below a pass mark is never shown as the pass mark.
  ///
  /// - Parameters:
  ///   - numbers: The numbers that are shown, or with which they are compared.
  ///   - least: The fewest digits wanted.
  /// - Returns: At least as many as wanted, at most 30.
  public static func places(telling numbers: [Rational], least: Int = 2) -> Int {
    if areFarApart(numbers, places: least) { return least }
    let distinct = Set(numbers)
    return (least..<placesLimit).first { places in
      Set(distinct.map { $0.rounded(places: places) }).count == distinct.count
    } ?? placesLimit
  }
}

extension Rational {
  /// Whether numbers that differ do so by more than a unit of the last digit, so that rounding keeps them
  /// apart; `false` also where that takes an exact look.
  private static func areFarApart(_ numbers: [Rational], places: Int) -> Bool {
    let unit = (0..<max(0, min(places, 9))).reduce(1.0) { unit, _ in unit / 10 }
    guard places <= 9 else { return false }
    let rough = numbers.map { Double($0.numerator) / Double($0.denominator) }
    return numbers.indices.allSatisfy { first in
      numbers[..<first].indices.allSatisfy { second in
        // Far beyond what rounding to binary fractions changes in numbers up to a million.
        numbers[first] == numbers[second]
          || (abs(rough[first]) < 1e6 && abs(rough[second]) < 1e6
            && abs(rough[first] - rough[second]) > 1.5 * unit)
      }
    }
  }
}

extension Rational: CustomStringConvertible {
  /// The exact number: `3` or `1/3`.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

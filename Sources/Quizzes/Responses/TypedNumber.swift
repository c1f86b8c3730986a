internal import Foundation

/// A number as people type it: `4`, `-0.5`, `0,5`, `10 000`, `1.234.567,8`, `1e3`, `1.5×10³`.
///
/// A point or a comma before exactly three digits, such as in `1.000` and `1,000`, may part thousands
/// or decimals. Which of them is meant nobody can tell, and the key must not decide it.
struct TypedNumber {
  /// The most digits that are read, before and after the point together; so many are kept exactly.
  static let digitLimit = 38

  private let written: String
  private let pointBeginsDecimals: Bool

  /// Takes what was typed.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - pointBeginsDecimals: Whether a single point begins the decimals whatever follows it, as in
  ///     files.
  init(_ text: String, pointBeginsDecimals: Bool = false) {
    written = text.comparable()
    self.pointBeginsDecimals = pointBeginsDecimals
  }

  /// The number, exactly.
  func number(unit: String? = nil) throws(Misreading) -> Decimal {
    guard let (sign, mantissa, exponent) = parts else { throw .notNumber(unit: unit) }
    let readings = readings(of: mantissa, isScientific: exponent != nil)
    guard let reading = readings.first else { throw .notNumber(unit: unit) }
    if let other = readings.dropFirst().first {
      // With one more zero, no point and no comma can part thousands.
      throw .ambiguousNumber(
        written,
        thousands: "\(sign)\(reading.whole)",
        decimals: "\(sign)\(other.whole).\(other.decimals)0"
      )
    }
    let shift: Int
    switch exponent {
    case nil: shift = 0
    case let exponent?:
      guard exponent.utf8.count <= 4, let number = Int(exponent) else {
        throw .tooManyDigits(limit: Self.digitLimit)
      }
      shift = number
    }
    guard let plain = reading.shifted(by: shift),
      let number = Decimal(string: sign + plain, locale: Locale(identifier: "en_US_POSIX"))
    else { throw .tooManyDigits(limit: Self.digitLimit) }
    return number
  }

  /// Whether a single point begins the decimals here, but looks as if it parted thousands: the last of
  /// three digits behind it is a zero that decimals would not need.
  var looksLikeThousands: Bool {
    guard let (_, mantissa, exponent) = parts, exponent == nil, mantissa.hasSuffix("0") else {
      return false
    }
    return Self.readings(of: mantissa, isScientific: false).count > 1
  }

  /// The sign, what stands before a power of ten, and its exponent.
  private var parts: (sign: String, mantissa: String, exponent: String?)? {
    plainParts ?? allParts
  }

  /// The parts of a number of digits, points and commas, as nearly every number is.
  private var plainParts: (sign: String, mantissa: String, exponent: String?)? {
    let sign = String(written.prefix { "+-".contains($0) }.prefix(1))
    let mantissa = written.dropFirst(sign.count)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard mantissa.utf8.last.map(isDigit) == true,
      mantissa.utf8.allSatisfy({ isDigit($0) || ".,".utf8.contains($0) })
    else { return nil }
    return (sign, String(mantissa), nil)
  }

  /// The parts of any number.
  private var allParts: (sign: String, mantissa: String, exponent: String?)? {
    var isPlain = true
    for sign in written {
      if Self.mantissaSigns.contains(sign) || "+-".contains(sign) { continue }
      guard Self.powerSigns.contains(sign) else { return nil }
      isPlain = false
    }
    return isPlain ? spacedParts : powerParts
  }

  /// What digits are written and parted with.
  private static let mantissaSigns = Set("0123456789 '.,٫٬")
  /// What else a number has that is written with a power of ten.
  private static let powerSigns = Set("ex×*·^⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// The parts of a number of digits and what parts them; there may be a space behind the sign and a
  /// point at the end.
  private var spacedParts: (sign: String, mantissa: String, exponent: String?)? {
    let sign = written.prefix { "+-".contains($0) }.prefix(1)
    var mantissa = written.dropFirst(sign.count)
    if mantissa.first == " ", mantissa.count > 1 { mantissa.removeFirst() }
    if mantissa.last == ".", mantissa.count > 1 { mantissa.removeLast() }
    guard !mantissa.isEmpty, mantissa.allSatisfy(Self.mantissaSigns.contains) else { return nil }
    return (String(sign), String(mantissa), nil)
  }

  /// The parts of a number with a power of ten.
  private var powerParts: (sign: String, mantissa: String, exponent: String?)? {
    let power = /([+-]?) ?10(?:\^ ?([+-]?[0-9]+)|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/
    if let match = written.wholeMatch(of: power) {
      return (String(match.1), "1", Self.exponent(match.2, match.3))
    }
    let scientific =
      /([+-]?) ?([0-9 '.,٫٬]+?)(?:e([+-]?[0-9]+)| ?[x×*·] ?10(?:\^ ?([+-]?[0-9]+)|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))/
    guard let match = written.wholeMatch(of: scientific) else { return nil }
    return (String(match.1), String(match.2), Self.exponent(match.3 ?? match.4, match.5))
  }

  private static func exponent(_ plain: Substring?, _ raised: Substring?) -> String? {
    guard let raised else { return plain.map(String.init) }
    // Compatible forms of raised digits and signs are the plain ones.
    return raised.precomposedStringWithCompatibilityMapping.replacing("\u{2212}", with: "-")
  }

  private func readings(of mantissa: String, isScientific: Bool) -> [Reading] {
    let readings = Self.readings(of: mantissa, isScientific: isScientific)
    return pointBeginsDecimals && readings.count > 1 && mantissa.contains(".")
      ? [readings[1]] : readings
  }

  /// What digits with points, commas, spaces and apostrophes can mean: the one with thousands first.
  private static func readings(of mantissa: String, isScientific: Bool) -> [Reading] {
    let separators = mantissa.filter { !("0"..."9").contains($0) }
    let groups = mantissa.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
    guard let last = separators.last else { return [Reading(whole: mantissa, decimals: "")] }
    var readings: [Reading] = []
    if !(isScientific && ".,".contains(last)), areThousands(groups, parted: separators) {
      readings.append(Reading(whole: groups.joined(), decimals: ""))
    }
    let isPlain = separators.count == 1 && !(groups[0].isEmpty && groups[1].isEmpty)
    if ".,٫".contains(last), let decimals = groups.last, !decimals.isEmpty,
      isPlain
        || (!separators.dropLast().contains(last)
          && areThousands(groups.dropLast(), parted: String(separators.dropLast())))
    {
      readings.append(
        Reading(whole: groups.dropLast().joined(), decimals: String(decimals))
      )
    }
    return readings
  }

  /// Whether one kind of sign parts groups of three digits, or as in India the last three and then twos.
  private static func areThousands(
    _ groups: some BidirectionalCollection<Substring>,
    parted signs: String
  )
    -> Bool
  {
    guard let first = groups.first, let last = groups.dropFirst().last, let sign = signs.first,
      signs.allSatisfy({ $0 == sign }), ".,' ٬".contains(sign), (1...3).contains(first.count),
      first.first != "0", last.count == 3
    else { return false }
    let middle = groups.dropFirst().dropLast()
    return middle.allSatisfy { $0.count == 3 }
      || (sign == "," && first.count < 3 && middle.allSatisfy { $0.count == 2 })
  }

  /// Digits before and after the point.
  private struct Reading {
    var whole: String
    var decimals: String

    /// The digits with the point moved to the right; `nil` for more than are read.
    func shifted(by shift: Int) -> String? {
      var digits = (whole + decimals)[...]
      var point = whole.utf8.count + shift
      let zeros = digits.prefix { $0 == "0" }.utf8.count
      digits = digits.dropFirst(zeros)
      point -= zeros
      while digits.last == "0" { digits = digits.dropLast() }
      guard !digits.isEmpty else { return "0" }
      let count = digits.utf8.count
      guard max(point, count, count - point) <= TypedNumber.digitLimit else { return nil }
      if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
      if point >= count { return digits + String(repeating: "0", count: point - count) }
      return "\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
  }
}

extension Rational {
  /// Reads a part of a whole: `0.5`, `-1/3`, `33.33333%`; `nil` for anything else, and for
  /// numbers above 10,000 in a fraction.
  ///
  /// A decimal or percentage that rounds a simple fraction to at least five places means the
  /// fraction: 0.3333333 is a third, so that three of them make a whole. Simple are denominators up
  /// to 20; Moodle's list of grades has none above.
  public init?(weight text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = Int(parts[0]), let denominator = Int(parts[1]),
        (1...10_000).contains(denominator), numerator.magnitude <= 10_000
      else { return nil }
      self.init(Int128(numerator), over: Int128(denominator))
      return
    }
    let isPercentage = text.hasSuffix("%")
    let digits = isPercentage ? String(text.dropLast()) : text
    guard let number = Rational(decimal: digits) else { return nil }
    let places = digits.split(separator: ".").dropFirst().last?.count ?? 0
    let exact = isPercentage ? number / 100 : number
    self = places + (isPercentage ? 2 : 0) < 5 ? exact : exact.nearestSimple
  }

  /// Reads a number such as `4`, `-0.5` or `4/3`; `nil` for anything else.
  public init?(number text: String) {
    let number = text.contains("/") ? Rational(weight: text) : Rational(decimal: text)
    guard let number else { return nil }
    self = number
  }

  /// Reads a percentage of a whole: `60`, `66.5%`, or a part such as `2/3`; `nil` for anything else.
  ///
  /// As in weights, at least three decimals that round a simple fraction mean the fraction.
  public init?(percentage text: String) {
    let weight = text.contains("/") || text.hasSuffix("%") ? text : text + "%"
    guard let part = Rational(weight: weight) else { return nil }
    self = 100 * part
  }

  /// The part of a whole that a percentage is, where the percentage has no exact decimals, such as
  /// `2/3`; otherwise `nil`.
  public var partOfPercent: String? {
    let decimal = rounded(places: 9)
    let isExact = Rational(decimal: decimal) == self && Rational(percentage: decimal) == self
    return isExact ? nil : (self / 100).description
  }

  /// The percentage as a file keeps it: a plain decimal where it has one, else a part.
  var writtenPercent: String {
    partOfPercent ?? rounded(places: 9)
  }

  /// The fraction with a denominator up to 20 that a percentage means to be but lies above.
  ///
  /// Two thirds of the marks do not reach 66.67 percent.
  ///
  /// - Parameter text: The percentage as it was written.
  /// - Returns: The fraction; `nil` where the percentage does not round one up.
  static func part(missedByPercent text: String) -> Rational? {
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    let places = digits.split(separator: ".").dropFirst().last?.count ?? 0
    guard (1...2).contains(places), let percent = Rational(decimal: digits) else { return nil }
    let reach = Rational(1, over: places == 1 ? 20 : 200)
    for denominator: Int128 in 2...20 {
      let parts = percent.numerator * denominator / (100 * percent.denominator)
      let part = Rational(parts, over: denominator)
      let difference = percent - 100 * part
      if difference > 0, difference <= reach { return part }
    }
    return nil
  }

  /// The fraction with a denominator up to 20 that this number rounds; else the number itself.
  private var nearestSimple: Rational {
    for denominator in 1...20 {
      let scaled = self * Rational(Int128(denominator))
      let doubled = scaled.numerator * 2 + (numerator < 0 ? -1 : 1) * scaled.denominator
      let nearest = Rational(doubled / (2 * scaled.denominator), over: Int128(denominator))
      let difference = self < nearest ? nearest - self : self - nearest
      if difference < Rational(1, over: 100_000) { return nearest }
    }
    return self
  }

  /// The number as a file keeps it: a plain decimal where it has one, else a fraction.
  public var written: String {
    let decimal = rounded(places: 9)
    return Rational(decimal: decimal) == self ? decimal : description
  }
}

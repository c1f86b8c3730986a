internal import Foundation
internal import Quizzes

/// A number or a range of numbers with its unit, as an option writes it.
struct Quantity: Equatable {
  let lower: Decimal
  let upper: Decimal
  let unit: String

  var isRange: Bool { lower != upper }

  /// Reads `4`, `1,500 euros`, `20 %`, `3 to 5 years` or `1990–1995`; `nil` for anything else.
  init?(_ text: String) {
    guard let sign = text.first(where: { !$0.isWhitespace }), sign.isNumber || "+-−".contains(sign)
    else { return nil }
    let number =
      /\s*([+\-−]?\d{1,3}(?:[,\u{A0}\u{202F}]\d{3})+(?:\.\d+)?|[+\-−]?\d{1,12}(?:\.\d{1,12})?)/
    guard let first = text.prefixMatch(of: number),
      let lower = Self.decimal(first.1)
    else { return nil }
    var rest = text[first.range.upperBound...]
    var upper = lower
    if let link = rest.prefixMatch(of: /\s*(?:-|–|—|to|and|à|a|et|y)\s*(?=\d)/),
      let second = rest[link.range.upperBound...].prefixMatch(of: number),
      let value = Self.decimal(second.1), value > lower
    {
      upper = value
      rest = rest[second.range.upperBound...]
    }
    let unit = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    guard unit.count <= 20, !unit.contains(where: \.isNumber), !unit.contains(",") else {
      return nil
    }
    self.lower = lower
    self.upper = upper
    self.unit = unit.hasSuffix(".") ? String(unit.dropLast()) : unit
  }

  /// Whether the ranges share a number, both ends included.
  func overlaps(_ other: Quantity) -> Bool {
    unit == other.unit && lower <= other.upper && other.lower <= upper
  }

  private static func decimal(_ text: Substring) -> Decimal? {
    let digits = text.replacing("−", with: "-").filter { $0.isASCII && $0 != "," }
    return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
  }
}

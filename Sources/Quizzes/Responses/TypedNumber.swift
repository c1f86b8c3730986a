internal import Foundation

/// A number as a participant typed it: `4`, `-0.5`, `0,5`, `10 000`.
struct TypedNumber {
  /// The most digits before the point, and after it.
  static let digitLimit = 15

  private let written: String

  init(_ plain: String) {
    let decimalDigits = plain.map { character in
      character.isASCII ? character : character.decimalDigit ?? character
    }
    written = String(decimalDigits).replacing("\u{2212}", with: "-")
  }

  /// The number, exactly.
  func number(unit: String?) throws(Misreading) -> Decimal {
    // Spaces may part groups of three digits.
    let form = /([+-]?) ?([0-9]{1,3}(?: [0-9]{3})+|[0-9]*)(?:([.,])([0-9]+))?[.]?/
    guard let match = written.wholeMatch(of: form) else { throw .notNumber(unit: unit) }
    let whole = match.2.filter { $0 != " " }
    let decimals = match.4 ?? ""
    guard !(whole.isEmpty && decimals.isEmpty) else { throw .notNumber(unit: unit) }
    guard whole.count <= Self.digitLimit, decimals.count <= Self.digitLimit else {
      throw .tooManyDigits(limit: Self.digitLimit)
    }
    if match.3 == ",", decimals.count == 3, (1...3).contains(match.2.count), whole.first != "0" {
      throw .ambiguousComma(written)
    }
    let text = "\(match.1)\(whole.isEmpty ? "0" : whole).\(decimals.isEmpty ? "0" : decimals)"
    guard let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
      throw .notNumber(unit: unit)
    }
    return number
  }
}

extension Character {
  /// The ASCII digit that a decimal digit of another script stands for.
  fileprivate var decimalDigit: Character? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      scalar.properties.numericType == .decimal, let value = wholeNumberValue
    else { return nil }
    return "\(value)".first
  }
}

internal import Diagnostics

/// An amount with its unit, as `165 minutes`.
struct Quantity {
  var amount: Int
  var unit: String
}

extension Node {
  /// An amount with one of the units, in the plural; the singular is understood.
  func quantity(of units: [String], _ findings: inout Findings) -> Quantity? {
    let expected = "an amount such as " + units.map { "'3 \($0)'" }.joined(separator: " or ")
    guard let text = text(&findings, expected: expected) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    let singular = words.last.map { $0 + "s" } ?? ""
    guard words.count == 2, let amount = Int(words[0]), (0...1_000_000).contains(amount),
      let unit = units.first(where: { $0 == words[1] || $0 == singular })
    else {
      mismatch(expected: expected, &findings)
      return nil
    }
    return Quantity(amount: amount, unit: unit)
  }
}

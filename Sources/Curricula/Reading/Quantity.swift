public import Diagnostics

/// An amount with its unit, as `165 minutes`.
public struct Quantity: Hashable, Sendable {
  /// The number, 0…1,000,000.
  public var amount: Int
  /// The unit, in the plural.
  public var unit: String

  /// The unit as it goes with the number: "day" with 1.
  public var noun: String { amount.agreeing(String(unit.dropLast()), unit) }
  /// The amount in words: "1 day", "165 minutes".
  public var spelled: String { "\(amount) \(noun)" }
}

extension Node {
  /// An amount with one of the units, in the plural; the singular is understood.
  public func quantity(of units: [String], _ findings: inout Findings) -> Quantity? {
    let expected = "an amount such as " + units.map { "'3 \($0)'" }.joined(separator: " or ")
    guard let text = text(&findings, expected: expected) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    let singular = words.last.map { $0 + "s" } ?? ""
    guard words.count == 2, words[0].utf8.allSatisfy({ (48...57).contains($0) }),
      let amount = Int(words[0]), amount <= 1_000_000,
      let unit = units.first(where: { $0 == words[1] || $0 == singular })
    else {
      mismatch(expected: expected, &findings, remedy: "write a whole number and its unit")
      return nil
    }
    return Quantity(amount: amount, unit: unit)
  }
}

extension Fields {
  /// Reports a least amount above the most.
  public func checkOrder(least: Int?, most: Int?, _ findings: inout Findings) {
    guard let least, let most, least > most else { return }
    findings.error(
      at: location(of: "least"),
      "the least, \(least), is more than the most, \(most)",
      remedy: "exchange the two"
    )
  }
}

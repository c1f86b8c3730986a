/// Reads a text of digits and signs of ASCII from its beginning.
struct SignReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  /// Whether everything was read.
  var isAtEnd: Bool { rest.isEmpty }

  /// Reads the next sign where it is one of these.
  mutating func sign(of signs: String) -> UInt8? {
    guard let sign = rest.first, signs.utf8.contains(sign) else { return nil }
    return rest.removeFirst()
  }

  /// Reads a number of exactly so many digits.
  mutating func number(of digits: Int) -> Int? {
    let number = rest.prefix(digits)
    guard number.count == digits, number.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(digits)
    return number.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

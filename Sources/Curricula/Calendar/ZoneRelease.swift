/// A release of the time zone database by its name, such as `2026a`.
///
/// Releases are in the order of their years and letters.
public struct ZoneRelease: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The year in which it was released.
  public let year: Int
  private let letters: String

  /// A release by its name; what follows the letters, as in `2026a-2`, is kept but does not count.
  public init?(_ name: String) {
    let digits = name.prefix(while: \.isPlainDigit)
    let letters = name.dropFirst(digits.count).prefix(while: \.isPlainLetter)
    let more = name.dropFirst(digits.count + letters.count)
    guard digits.count == 4, (1...2).contains(letters.count), more.first?.isPlainDigit != true,
      more.count <= Self.mostBehind, !more.dropFirst().contains(where: \.isNewline),
      let year = Int(digits)
    else { return nil }
    self.name = name
    self.year = year
    self.letters = String(letters)
  }

  /// The most characters that may follow the letters.
  private static let mostBehind = 41
}

extension ZoneRelease: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    // After z comes za.
    (left.year, left.letters.count, left.letters)
      < (right.year, right.letters.count, right.letters)
  }

  /// The name.
  public var description: String { name }
}

extension Character {
  fileprivate var isPlainDigit: Bool { isASCII && isNumber }
  fileprivate var isPlainLetter: Bool { isASCII && isLowercase }
}

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
    guard let match = name.wholeMatch(of: /([0-9]{4})([a-z]{1,2})(?:[^a-z0-9].{0,40})?/),
      let year = Int(match.1)
    else { return nil }
    self.name = name
    self.year = year
    letters = String(match.2)
  }
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

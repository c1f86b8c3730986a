/// The rules of time zones that the program uses, by their name at IANA, such as `2025b`.
public struct ZoneRules: Hashable, Sendable {
  /// The name; the year, then a letter for each release in it.
  public let name: String

  /// Names the rules.
  public init(_ name: String) {
    self.name = name
  }

  /// The year of the release; `nil` when the name has none.
  var year: Int? { Int(name.prefix(4)) }

  /// Whether the rules are recent enough, seen from a year.
  public func observation(in year: Int) -> Observation {
    guard let released = self.year else {
      return Observation(.note, "program", "zone rules: version unknown")
    }
    let age = year - released
    let words = "zone rules \(name), released in \(released), from the Swift runtime"
    guard age >= 2 else { return Observation(.ok, "program", words) }
    return Observation(
      .warning,
      "program",
      "\(words); countries have changed their clocks since",
      remedy:
        "build the program with a newer Swift toolchain, and check times in zones that changed"
    )
  }
}

/// A time on the wall clock, to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0…1440; 1440 is midnight at the end of the day.
  public let minutes: Int

  /// The time a number of minutes after midnight; `nil` outside 0…1440.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// A time written as `9:30` or `09:30`, up to `24:00`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.minutes < right.minutes
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as `09:30`.
  public var description: String {
    "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}

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

  /// What the clock shows some minutes after a midnight, also after the next one, which is `24:00`.
  public init(onClock minutes: Int) {
    self.minutes =
      (0...1440).contains(minutes) ? minutes : ((minutes % 1440) + 1440) % 1440
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.minutes < right.minutes
  }
}

extension CivilDate {
  /// The day and the time that a clock shows some minutes after the midnight at which the day begins.
  public func clock(after minutes: Int) -> (date: CivilDate, time: TimeOfDay) {
    let time = TimeOfDay(onClock: minutes == 1440 ? 0 : minutes)
    return (adding(days: (minutes - time.minutes) / 1440), time)
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as `09:30`.
  public var description: String {
    "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}

public import Foundation

/// A time zone by its name in the time zone database, such as `Europe/Vienna`.
public struct Zone: Hashable, Sendable {
  /// The name, with a slash, or `UTC`.
  public let name: String
  private let rules: TimeZone

  /// A zone by its name; abbreviations such as `EST` and offsets are refused.
  public init?(_ name: String) {
    guard name == "UTC" || name.contains("/"), let rules = TimeZone(identifier: name) else {
      return nil
    }
    self.name = name
    self.rules = rules
  }

  /// The city by which the zone is known: `New York` for `America/New_York`.
  public var city: String {
    name.split(separator: "/").last?.replacing("_", with: " ").description ?? name
  }

  /// Coordinated universal time.
  public static let utc = Zone("UTC", .gmt)

  private init(_ name: String, _ rules: TimeZone) {
    self.name = name
    self.rules = rules
  }

  /// The names that exist.
  public static var names: [String] {
    TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"]
  }

  /// The version of the zone rules in use.
  public static var rulesVersion: String {
    TimeZone.timeZoneDataVersion
  }

  /// The instant at which the wall clock shows a time on a day.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - minutes: Minutes since midnight; 1440 and more run into the next days.
  /// - Returns: `nil` for a time that the clock passes over, when it is put forward. For a time that it
  ///   shows twice, when it is put back, the first.
  public func instant(on date: CivilDate, minutes: Int) -> Date? {
    instants(on: date, minutes: minutes).first
  }

  /// The instants at which the wall clock shows a time on a day, the earlier first.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - minutes: Minutes since midnight; 1440 and more run into the next days.
  /// - Returns: None when the clock passes over the time, two when it shows the time twice.
  public func instants(on date: CivilDate, minutes: Int) -> [Date] {
    let wall = TimeInterval(date.dayNumber) * 86_400 + TimeInterval(minutes) * 60
    // The offsets in force a day before and a day after include the one in force at the time.
    let offsets = [wall - 86_400, wall + 86_400].map {
      rules.secondsFromGMT(for: Date(timeIntervalSince1970: $0))
    }
    return Set(offsets).sorted(by: >)
      .map { Date(timeIntervalSince1970: wall - TimeInterval($0)) }
      .filter { wallSeconds(at: $0) == wall }
  }

  /// The day and the minutes since midnight that the wall clock shows at an instant.
  public func wallClock(at instant: Date) -> (date: CivilDate, minutes: Int) {
    let minutes = Int((wallSeconds(at: instant) / 60).rounded(.down))
    let day = (minutes - (minutes % 1440 + 1440) % 1440) / 1440
    return (CivilDate(dayNumber: day), minutes - day * 1440)
  }

  /// The minutes by which the wall clock is ahead of UTC at an instant.
  public func offsetMinutes(at instant: Date) -> Int {
    rules.secondsFromGMT(for: instant) / 60
  }

  /// The next instant after another at which the offset from UTC changes.
  public func nextChange(after instant: Date) -> Date? {
    rules.nextDaylightSavingTimeTransition(after: instant)
  }

  private func wallSeconds(at instant: Date) -> TimeInterval {
    instant.timeIntervalSince1970 + TimeInterval(rules.secondsFromGMT(for: instant))
  }
}

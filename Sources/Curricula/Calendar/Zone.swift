public import Foundation

/// A time zone by its name in the time zone database, such as `Europe/Vienna`.
///
/// It goes by the rules that were in use when it was made: ``ZoneDatabase/inUse``.
public struct Zone: Sendable {
  /// The name, with a slash, or `UTC`.
  public let name: String
  /// The release of the rules by which it goes; empty for UTC, which needs none.
  private let version: String
  private let rules: Rules

  /// The rules of one zone.
  enum Rules: Sendable {
    case program(TimeZone)
    case changes(ZoneChanges)
  }

  /// Why there is no zone of a name.
  enum Refusal: Error {
    /// No zone has that name.
    case unknown
    /// The rules of the zone cannot be used, for a reason that follows a colon.
    case unusable(String)
  }

  /// A zone by its name; abbreviations such as `EST` and offsets are refused.
  public init?(_ name: String) {
    do {
      try self.init(named: name)
    } catch {
      return nil
    }
  }

  /// A zone by its name, or why there is none.
  init(named name: String) throws(Refusal) {
    guard name != "UTC" else {
      self = .utc
      return
    }
    let database = ZoneDatabase.inUse
    switch database.answer(to: name) {
    case .rules(let rules): self.init(name, rules, database.version)
    case .unknown: throw .unknown
    case .unusable(let fault): throw .unusable(fault.text)
    }
  }

  /// The city by which the zone is known: `New York` for `America/New_York`.
  public var city: String {
    name.split(separator: "/").last?.replacing("_", with: " ").description ?? name
  }

  /// Coordinated universal time.
  public static let utc = Zone("UTC", .program(.gmt), "")

  private init(_ name: String, _ rules: Rules, _ version: String) {
    self.name = name
    self.rules = rules
    self.version = version
  }

  /// The names that exist.
  public static var names: [String] {
    ZoneDatabase.inUse.zoneNames
  }

  /// The version of the zone rules in use.
  public static var rulesVersion: String {
    ZoneDatabase.inUse.version
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
      offsetSeconds(at: Date(timeIntervalSince1970: $0))
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
    offsetSeconds(at: instant) / 60
  }

  /// The next instant after another at which the offset from UTC changes.
  public func nextChange(after instant: Date) -> Date? {
    switch rules {
    case .program(let rules): rules.nextDaylightSavingTimeTransition(after: instant)
    case .changes(let changes):
      changes.nextChange(after: Self.seconds(instant)).map {
        Date(timeIntervalSince1970: TimeInterval($0))
      }
    }
  }

  private func wallSeconds(at instant: Date) -> TimeInterval {
    instant.timeIntervalSince1970 + TimeInterval(offsetSeconds(at: instant))
  }

  private func offsetSeconds(at instant: Date) -> Int {
    switch rules {
    case .program(let rules): rules.secondsFromGMT(for: instant)
    case .changes(let changes): changes.offset(at: Self.seconds(instant))
    }
  }

  /// Whole seconds since 1970, within half a million years of it.
  private static func seconds(_ instant: Date) -> Int {
    Int(min(max(instant.timeIntervalSince1970.rounded(.down), -1.6e13), 1.6e13))
  }
}

extension Zone: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    (left.name, left.version) == (right.name, right.version)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(version)
  }
}

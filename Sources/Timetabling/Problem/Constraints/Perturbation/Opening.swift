public import Curricula

/// The moment from which on a timetable can still be changed; what begins before it was held.
public struct Opening: Hashable, Sendable {
  /// The day.
  public let day: CivilDate
  /// Minutes since midnight of that day, in the zone of the programme.
  public let minutes: Int

  /// A time on a day.
  public init(_ day: CivilDate, minutes: Int) {
    self.day = day
    self.minutes = minutes
  }

  /// Whether something that begins so many minutes after the midnight of a day has begun, which in a
  /// night is on the day after.
  public func isAfter(_ date: CivilDate, at start: Int) -> Bool {
    start < minutes + 1440 * day.days(since: date)
  }
}

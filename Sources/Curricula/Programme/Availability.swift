public import Diagnostics

/// Days, or a part of each of some days, on which somebody or something can or cannot be used.
public struct Absence: Hashable, Sendable {
  /// The days.
  public var days: DateSpan
  /// The part of each day that is meant; `nil` when the whole day is.
  public var hours: Hours?
  /// Why.
  public var reason: String?
  /// What it costs to use one of the days all the same; `nil` when it cannot be done.
  public var weight: Int?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates an absence, of whole days unless hours are given; without a weight it is certain.
  public init(
    days: DateSpan,
    hours: Hours? = nil,
    reason: String? = nil,
    weight: Int? = nil,
    location: Diagnostic.Location
  ) {
    self.days = days
    self.hours = hours
    self.reason = reason
    self.weight = weight
    self.location = location
  }
}

extension Absence: CustomStringConvertible {
  /// The days, and the hours where only a part is meant: `28 April 2026, 13:00 to 15:00`.
  public var description: String {
    hours.map { "\(days), \($0)" } ?? days.description
  }
}

/// A part of the day on the clock of whom it concerns.
public struct Hours: Hashable, Sendable {
  /// Minutes since midnight, 0…1440.
  public var start: Int
  /// Minutes since midnight, after the start; more than 1440 where the part passes midnight.
  public var end: Int
  /// What each minute outside costs; `nil` when there can be none.
  public var weight: Int?
  /// Why.
  public var reason: String?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Hours that must be kept, from one time to a later one, in minutes since midnight.
  public init(from start: Int, to end: Int, at location: Diagnostic.Location) {
    self.start = start
    self.end = end
    self.location = location
  }
}

extension Hours: CustomStringConvertible {
  /// The part of the day as `09:00 to 17:00`.
  public var description: String {
    [start, end].map { TimeOfDay(onClock: $0).description }.joined(separator: " to ")
  }
}

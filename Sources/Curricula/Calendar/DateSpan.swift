/// One day or several days in a row.
public struct DateSpan: Hashable, Sendable {
  /// The first day.
  public let first: CivilDate
  /// The last day, not before the first.
  public let last: CivilDate

  /// The days from the first to the last; `nil` when the last is before the first.
  public init?(from first: CivilDate, to last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  public init(_ day: CivilDate) {
    first = day
    last = day
  }

  /// Whether a day is among them.
  public func contains(_ day: CivilDate) -> Bool {
    first <= day && day <= last
  }
}

extension DateSpan: CustomStringConvertible {
  /// The days as `28 April 2026` or `25 April 2026 to 30 April 2026`.
  public var description: String {
    first == last ? first.spelled : "\(first.spelled) to \(last.spelled)"
  }
}

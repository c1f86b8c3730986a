internal import Foundation

/// A day of the calendar, without a time and without a time zone.
///
/// Arithmetic counts whole days. The calendar is the Gregorian one of Foundation, which is Julian
/// before 15 October 1582.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The number of days since 1 January 1970.
  public let dayNumber: Int

  /// The day a number of days after 1 January 1970.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// A day by its year, month and day; `nil` when the calendar has no such day, as 31 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let components = DateComponents(year: year, month: month, day: day)
    guard let instant = Self.calendar.date(from: components) else { return nil }
    dayNumber = Int((instant.timeIntervalSince1970 / 86_400).rounded(.down))
    guard self.components == (year, month, day) else { return nil }
  }

  /// A day written as `2026-03-24`; `nil` when it is not written so or does not exist.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The day a number of days later, or earlier where the number is negative.
  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The number of days from another day to this one.
  public func days(since other: CivilDate) -> Int {
    dayNumber - other.dayNumber
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday, the fourth day of the week counted from Monday.
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The year, the month from 1 and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let instant = Date(timeIntervalSince1970: TimeInterval(dayNumber) * 86_400)
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: instant)
    return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}

extension CivilDate: CustomStringConvertible {
  /// The day as `2026-03-24`.
  public var description: String {
    let (year, month, day) = components
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The day as `24 March 2026`, in the manner of the United Nations.
  public var spelled: String {
    let (year, month, day) = components
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  /// The day as `24 Mar`.
  public var short: String {
    let (_, month, day) = components
    return "\(day) \(Self.monthNames[month - 1].prefix(3))"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// A day of the week, Monday first.
public enum Weekday: String, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The name with a capital letter.
  public var name: String {
    rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}

extension Int {
  /// The number in decimal digits with leading zeros.
  public func padded(to width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}

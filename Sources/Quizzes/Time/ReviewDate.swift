/// A day of the Gregorian calendar, without a time zone.
public struct ReviewDate: Hashable, Sendable {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Reads `YYYY-MM-DD`; `nil` for another form and for a day that does not exist.
  public init?(_ text: String) {
    var reader = SignReader(text)
    self.init(from: &reader)
    guard reader.isAtEnd else { return nil }
  }

  /// Reads a day at the beginning of a longer text.
  init?(from reader: inout SignReader) {
    guard let year = reader.number(of: 4), reader.sign(of: "-") != nil,
      let month = reader.number(of: 2), reader.sign(of: "-") != nil,
      let day = reader.number(of: 2)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    guard year > 0, (1...12).contains(month), (1...daysInMonth).contains(day) else { return nil }
  }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The number of days in the month.
  private var daysInMonth: Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension ReviewDate: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

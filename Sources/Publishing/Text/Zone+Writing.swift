internal import Curricula
internal import Foundation

extension Zone {
  /// An instant as ISO 8601 with the offset: `2026-04-07T10:00:00-04:00`.
  func timestamp(of instant: Date) -> String {
    let (date, minutes) = wallClock(at: instant)
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)).modulo(60)
    return "\(date)T\(clock(minutes)):\(seconds.padded(to: 2))\(offset(at: instant))"
  }

  /// An instant as spreadsheets read it, without the offset: `2026-04-07 10:00:00`.
  func plainTimestamp(of instant: Date) -> String {
    let (date, minutes) = wallClock(at: instant)
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)).modulo(60)
    return "\(date) \(clock(minutes)):\(UInt(seconds) < 10 ? "0" : "")\(seconds)"
  }

  /// An instant for people: `2026-04-07 10:00`.
  func shortTimestamp(of instant: Date) -> String {
    let (date, minutes) = wallClock(at: instant)
    return "\(date) \(clock(minutes))"
  }

  /// The offset from UTC at an instant: `-04:00`.
  func offset(at instant: Date, separator: String = ":") -> String {
    let minutes = offsetMinutes(at: instant)
    let hours = (minutes.magnitude / 60).padded
    return "\(minutes < 0 ? "-" : "+")\(hours)\(separator)\((minutes.magnitude % 60).padded)"
  }
}

/// Minutes since midnight as a time on the wall clock, `10:00`; 1440 is `24:00`, 1500 `01:00`.
func clock(_ minutes: Int) -> String {
  TimeOfDay(onClock: minutes).description
}

/// The same for when something begins: midnight at the end of a day is `00:00` of the next one.
func clockOfStart(_ minutes: Int) -> String {
  clock(minutes == 1440 ? 0 : minutes)
}

extension Int {
  /// The remainder that is never negative.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

extension UInt {
  /// Two digits.
  fileprivate var padded: String {
    self < 10 ? "0\(self)" : "\(self)"
  }
}

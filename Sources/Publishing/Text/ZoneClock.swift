internal import Curricula
internal import Foundation

/// A zone that remembers what its clocks show, for tables with many instants.
///
/// Within a quarter of an hour at whose ends the offset is the same, only minutes and seconds differ.
struct ZoneClock: Sendable {
  private struct Quarter {
    let date: String
    /// Minutes since midnight at its beginning.
    let minutes: Int
    let offset: String
  }

  private let zone: Zone
  private var quarters: [Int: Quarter?] = [:]
  /// How many quarters of an hour are remembered.
  private static let limit = 4096

  init(_ zone: Zone) {
    self.zone = zone
  }

  /// Appends an instant as ISO 8601 with the offset, `2026-04-07T10:00:00-04:00`, or as spreadsheets read
  /// it, without the offset: `2026-04-07 10:00:00`.
  mutating func append(_ instant: Date, isPlain: Bool, to bytes: inout [UInt8]) {
    guard let (quarter, seconds) = known(instant) else {
      let text = isPlain ? zone.plainTimestamp(of: instant) : zone.timestamp(of: instant)
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(contentsOf: quarter.date.utf8)
    bytes.append(UInt8(ascii: isPlain ? " " : "T"))
    Self.append(seconds / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(seconds / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(seconds % 60, to: &bytes)
    if !isPlain { bytes.append(contentsOf: quarter.offset.utf8) }
  }

  /// Appends a number below 100 in two digits.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// What is known of the quarter of an hour, and the seconds since midnight.
  private mutating func known(_ instant: Date) -> (Quarter, seconds: Int)? {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let rest = seconds.modulo(900)
    let key = seconds - rest
    if quarters[key] == nil {
      if quarters.count >= Self.limit { quarters = [:] }
      quarters[key] = .some(quarter(from: key))
    }
    guard let quarter = quarters[key] ?? nil else { return nil }
    return (quarter, quarter.minutes * 60 + rest)
  }

  private func quarter(from seconds: Int) -> Quarter? {
    let (first, last) = (
      Date(timeIntervalSince1970: TimeInterval(seconds)),
      Date(timeIntervalSince1970: TimeInterval(seconds + 899))
    )
    let (start, end) = (zone.wallClock(at: first), zone.wallClock(at: last))
    let offset = zone.offset(at: first)
    let minute = zone.wallClock(at: Date(timeIntervalSince1970: TimeInterval(seconds + 59)))
    // Long ago some offsets had seconds.
    guard offset == zone.offset(at: last), start.date == end.date,
      end.minutes - start.minutes == 14, minute.minutes == start.minutes
    else { return nil }
    return Quarter(date: "\(start.date)", minutes: start.minutes, offset: offset)
  }
}

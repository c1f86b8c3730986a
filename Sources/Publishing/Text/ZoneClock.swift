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

  /// An instant as ISO 8601 with the offset: `2026-04-07T10:00:00-04:00`.
  mutating func timestamp(of instant: Date) -> String {
    guard let (quarter, time) = known(instant) else { return zone.timestamp(of: instant) }
    return quarter.date + "T" + time + quarter.offset
  }

  /// An instant as spreadsheets read it, without the offset: `2026-04-07 10:00:00`.
  mutating func plainTimestamp(of instant: Date) -> String {
    guard let (quarter, time) = known(instant) else { return zone.plainTimestamp(of: instant) }
    return quarter.date + " " + time
  }

  /// What is known of the quarter of an hour, and the time within its day.
  private mutating func known(_ instant: Date) -> (Quarter, time: String)? {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let rest = seconds.modulo(900)
    let key = seconds - rest
    if quarters[key] == nil {
      if quarters.count >= Self.limit { quarters = [:] }
      quarters[key] = .some(quarter(from: key))
    }
    guard let quarter = quarters[key] ?? nil else { return nil }
    let minutes = quarter.minutes + rest / 60
    let time = Self.two[minutes / 60] + ":" + Self.two[minutes % 60] + ":" + Self.two[rest % 60]
    return (quarter, time)
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

  /// Numbers below 60 in two digits.
  private static let two = (0..<60).map { ($0 < 10 ? "0" : "") + "\($0)" }
}

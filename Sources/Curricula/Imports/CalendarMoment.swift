internal import Foundation

/// A day, or a time on the clock of a zone, as an iCalendar file writes it.
struct CalendarMoment: Hashable {
  let date: CivilDate
  /// Minutes since midnight; `nil` where the whole day is meant.
  let minutes: Int?
  let zone: Zone

  /// The instant; for a time that the clock passes over, an hour later on the clock.
  var instant: Date? {
    zone.instant(on: date, minutes: minutes ?? 0)
      ?? zone.instant(on: date, minutes: (minutes ?? 0) + 60)
  }

  /// The same time of day on another day.
  func on(_ day: CivilDate) -> CalendarMoment {
    CalendarMoment(date: day, minutes: minutes, zone: zone)
  }

  init(date: CivilDate, minutes: Int?, zone: Zone) {
    self.date = date
    self.minutes = minutes
    self.zone = zone
  }

  /// Reads `20260403`, `20260403T100000` or `20260403T100000Z`; `nil` when it is none of them.
  init?(_ text: some StringProtocol, in zone: Zone) {
    guard
      let match = String(text).wholeMatch(
        of: /([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?/
      ),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    self.date = date
    guard let hour = match.4.flatMap({ Int($0) }), let minute = match.5.flatMap({ Int($0) }) else {
      minutes = nil
      self.zone = zone
      return
    }
    guard hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
    self.zone = match.7 == "Z" ? .utc : zone
  }
}

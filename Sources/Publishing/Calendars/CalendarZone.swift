internal import Curricula
internal import Foundation

/// A zone as a calendar states it: by a rule that other programs can follow, or not at all.
enum CalendarZone {
  /// Times are written on the zone's clock, and its rules stand in the calendar.
  case stated(Zone, [YearlyRule])
  /// The zone follows no yearly rule; times are written in UTC.
  case coordinated

  /// States a zone for times from an instant on.
  ///
  /// Where the rule did not yet hold at the beginning of that year, times are written in UTC.
  init(_ zone: Zone, from instant: Date) {
    let year = zone.wallClock(at: instant).date.components.year
    let newYear = CivilDate(year: year, month: 1, day: 1).flatMap {
      zone.instant(on: $0, minutes: 0)
    }
    guard zone.name != "UTC", let newYear, let rules = YearlyRule.rules(of: zone, from: year),
      Self.yearEnd(rules).map({ $0 == zone.offsetMinutes(at: newYear) }) != false
    else {
      self = .coordinated
      return
    }
    self = .stated(zone, rules)
  }

  /// The offset with which a year ends and the next begins; `nil` without rules.
  private static func yearEnd(_ rules: [YearlyRule]) -> Int? {
    rules.max { $0.month < $1.month }?.offsetAfter
  }

  /// Writes a property that is an instant.
  func write(_ name: String, _ instant: Date, into calendar: inout CalendarText) {
    switch self {
    case .coordinated: calendar.write(name, value: Self.coordinated(instant))
    case .stated(let zone, _):
      let (date, minutes) = zone.wallClock(at: instant)
      calendar.write(
        "\(name);TZID=\(zone.name)",
        value: "\(date.compact)T\(compactTime(minutes))"
      )
    }
  }

  /// Writes the VTIMEZONE, where there is one.
  ///
  /// It has the form that all calendar programs read: from 1970, with yearly rules.
  func writeRules(at instant: Date, into calendar: inout CalendarText) {
    guard case .stated(let zone, let rules) = self else { return }
    calendar.component("VTIMEZONE") { calendar in
      calendar.write("TZID", value: zone.name)
      calendar.write("X-LIC-LOCATION", value: zone.name)
      if rules.isEmpty {
        let offset = zone.offsetMinutes(at: instant)
        Self.write("STANDARD", "19700101T000000", offset, offset, nil, into: &calendar)
      }
      for rule in rules {
        Self.write(
          rule.offsetAfter > rule.offsetBefore ? "DAYLIGHT" : "STANDARD",
          rule.onset,
          rule.offsetBefore,
          rule.offsetAfter,
          rule.recurrence,
          into: &calendar
        )
      }
    }
  }

  /// An instant in UTC: `20260324T140000Z`.
  static func coordinated(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let second = seconds.modulo(86_400)
    let date = CivilDate(dayNumber: (seconds - second) / 86_400)
    let time = compactTime(second / 60).dropLast(2) + (second % 60).padded(to: 2)
    return "\(date.compact)T\(time)Z"
  }

  private static func write(
    _ component: String,
    _ onset: String,
    _ before: Int,
    _ after: Int,
    _ recurrence: String?,
    into calendar: inout CalendarText
  ) {
    calendar.component(component) { calendar in
      calendar.write("DTSTART", value: onset)
      calendar.write("TZOFFSETFROM", value: offset(before))
      calendar.write("TZOFFSETTO", value: offset(after))
      calendar.write("TZNAME", value: "UTC\(offset(after))")
      if let recurrence { calendar.write("RRULE", value: recurrence) }
    }
  }

  /// Minutes ahead of UTC as `-0400`.
  private static func offset(_ minutes: Int) -> String {
    let size = Int(minutes.magnitude)
    return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(to: 2))\((size % 60).padded(to: 2))"
  }
}

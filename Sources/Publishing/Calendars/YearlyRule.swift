internal import Curricula
internal import Foundation

/// The day of each year on which the clocks of a zone change in one direction.
struct YearlyRule: Hashable {
  /// The month, from 1.
  let month: Int
  /// The weekday.
  let weekday: Weekday
  /// The days of the month on which it can fall, seven in a row.
  let days: ClosedRange<Int>
  /// What the clock shows just before it changes, in minutes since midnight.
  let minutes: Int
  /// The minutes by which the clock is ahead of UTC before.
  let offsetBefore: Int
  /// The minutes by which the clock is ahead of UTC after.
  let offsetAfter: Int

  /// The rule as iCalendar writes it: `FREQ=YEARLY;BYMONTH=3;BYDAY=2SU`.
  var recurrence: String {
    let day = weekday.rawValue.prefix(2).uppercased()
    let yearly = "FREQ=YEARLY;BYMONTH=\(month)"
    if days.upperBound == Self.lengths[month - 1] { return "\(yearly);BYDAY=-1\(day)" }
    if days.upperBound % 7 == 0 { return "\(yearly);BYDAY=\(days.upperBound / 7)\(day)" }
    return "\(yearly);BYMONTHDAY=\(days.map(String.init).joined(separator: ","));BYDAY=\(day)"
  }

  /// The first change by the rule in 1970, on the clock before it.
  var onset: String {
    let dates = days.compactMap { CivilDate(year: 1970, month: month, day: $0) }
    let date = dates.first { $0.weekday == weekday } ?? CivilDate(dayNumber: 0)
    return date.compact + "T" + compactTime(minutes)
  }

  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

extension YearlyRule {
  /// The rules by which a zone changes from a year on: none where it never does, two where it does
  /// so twice each year on like days; `nil` where its changes follow no such rule.
  ///
  /// 28 years are looked at, in which every date meets every weekday. Source: the transitions of
  /// the zone rules in use.
  static func rules(of zone: Zone, from year: Int) -> [YearlyRule]? {
    let changes = Self.changes(of: zone, years: year..<year + 28)
    if changes.isEmpty { return [] }
    let springs = changes.filter { $0.offsetAfter > $0.offsetBefore }
    let autumns = changes.filter { $0.offsetAfter < $0.offsetBefore }
    guard springs.count == 28, autumns.count == 28,
      let spring = YearlyRule(covering: springs), let autumn = YearlyRule(covering: autumns),
      spring.offsetBefore == autumn.offsetAfter, spring.offsetAfter == autumn.offsetBefore
    else { return nil }
    return [spring, autumn]
  }

  /// A change of a clock on one day.
  private struct Change {
    let date: CivilDate
    let minutes: Int
    let offsetBefore: Int
    let offsetAfter: Int
  }

  private static func changes(of zone: Zone, years: Range<Int>) -> [Change] {
    func newYear(_ year: Int) -> Date {
      let days = CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
      return Date(timeIntervalSince1970: TimeInterval(days) * 86_400)
    }
    var changes: [Change] = []
    var instant = newYear(years.lowerBound)
    let end = newYear(years.upperBound)
    while let next = zone.nextChange(after: instant), next > instant, next < end {
      let before = zone.offsetMinutes(at: next.addingTimeInterval(-1))
      let after = zone.offsetMinutes(at: next)
      if before != after {
        let wall = Int(next.timeIntervalSince1970 / 60) + before
        let day = (wall - wall.modulo(1440)) / 1440
        changes.append(
          Change(
            date: CivilDate(dayNumber: day),
            minutes: wall.modulo(1440),
            offsetBefore: before,
            offsetAfter: after
          )
        )
      }
      instant = next
    }
    return changes
  }

  /// The rule of which all changes are instances.
  private init?(covering changes: [Change]) {
    guard let first = changes.first else { return nil }
    let month = first.date.components.month
    let days = changes.map(\.date.components.day)
    guard let earliest = days.min(), let latest = days.max(), latest - earliest == 6,
      changes.allSatisfy({ change in
        change.date.components.month == month && change.date.weekday == first.date.weekday
          && change.minutes == first.minutes && change.offsetBefore == first.offsetBefore
          && change.offsetAfter == first.offsetAfter
      })
    else { return nil }
    self.init(
      month: month,
      weekday: first.date.weekday,
      days: earliest...latest,
      minutes: first.minutes,
      offsetBefore: first.offsetBefore,
      offsetAfter: first.offsetAfter
    )
  }
}

extension CivilDate {
  /// The day as `20260324`.
  var compact: String { description.replacing("-", with: "") }
}

/// Minutes since midnight as `103000`.
func compactTime(_ minutes: Int) -> String {
  "\((minutes / 60).padded(to: 2))\((minutes % 60).padded(to: 2))00"
}

internal import Curricula
internal import Foundation

/// Days and times as people and spreadsheets write them.
enum WrittenDate {
  /// Whether the day or the month comes first in `4/7/2026`.
  enum Order: Hashable {
    case dayFirst, monthFirst

    /// The order in which all days of a file exist; where both are possible, the one in which more of
    /// them are days of the programme, else the day first.
    init(of texts: [String], for curriculum: Curriculum) {
      let open = Set(curriculum.blocks.map(\.date))
      func count(_ order: Order) -> (unreadable: Int, closed: Int) {
        let dates = texts.map { WrittenDate.date($0, order) }
        return (dates.count { $0 == nil }, dates.count { $0.map { !open.contains($0) } ?? false })
      }
      self = count(.monthFirst) < count(.dayFirst) ? .monthFirst : .dayFirst
    }
  }

  /// A day: `2026-04-07`, `7.4.2026`, `4/7/26`, `7-Apr-26`, `Tuesday, 7 April 2026`, or the number of
  /// days that spreadsheets count from 30 December 1899; a time of midnight may follow.
  static func date(_ text: String, _ order: Order) -> CivilDate? {
    let text = text.replacing(/[T ]0?0:00(:00(\.0+)?)?$/, with: "")
    if let match = text.wholeMatch(of: /(\d{4})[-\/.](\d{1,2})[-\/.](\d{1,2})/) {
      return date(match.1, match.2, match.3)
    }
    if let match = text.wholeMatch(of: /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})/) {
      return date(match.3, match.2, match.1)
    }
    if let match = text.wholeMatch(of: /(\d{1,2})[-\/](\d{1,2})[-\/](\d{2}|\d{4})/) {
      return order == .dayFirst
        ? date(match.3, match.2, match.1) : date(match.3, match.1, match.2)
    }
    if let match = text.wholeMatch(of: /(\d{5})(\.0+)?/), let days = Int(match.1) {
      // 1 January 1970 is day 25,569 of spreadsheets.
      return CivilDate(dayNumber: days - 25_569)
    }
    return named(text)
  }

  /// A day with the name of its month in English.
  private static func named(_ text: String) -> CivilDate? {
    var words = text.split { " ,-./".contains($0) }.map { $0.lowercased() }
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    words.removeAll { word in
      word.count >= 3 && Weekday.allCases.contains { $0.rawValue.hasPrefix(word) }
    }
    guard words.count == 3,
      let place = words.firstIndex(where: { word in
        word.count >= 3 && months.contains { $0.hasPrefix(word) }
      }),
      let month = months.firstIndex(where: { $0.hasPrefix(words[place]) })
    else { return nil }
    words.remove(at: place)
    let number = "\(month + 1)"
    return words[0].count == 4
      ? date(words[0][...], number[...], words[1][...])
      : date(words[1][...], number[...], words[0][...])
  }

  private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CivilDate? {
    guard let written = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CivilDate(year: year.count <= 2 ? 2000 + written : written, month: month, day: day)
  }

  /// A time in minutes since midnight: `10:30`, `10:30:00`, `10.30`, `10:30 AM`, or the part of the day
  /// that spreadsheets count; a day may stand before it.
  static func time(_ text: String) -> Int? {
    let pattern = /(?:.*[T ])?(\d{1,2})[:.h](\d{2})(?::00(?:\.0+)?)?\s?(?:([AaPp])\.?[Mm]\.?)?/
    if let match = text.wholeMatch(of: /0?[.,](\d+)/), match.1.count > 2 || text.hasPrefix(".") {
      guard let part = Double("0.\(match.1)") else { return nil }
      return Int((part * 1440).rounded())
    }
    guard let match = text.wholeMatch(of: pattern), var hour = Int(match.1),
      let minute = Int(match.2), minute < 60
    else { return nil }
    if let half = match.3?.lowercased() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "p" ? 12 : 0)
    }
    return TimeOfDay(minutes: hour * 60 + minute)?.minutes
  }

  /// A moment by ISO 8601 on the clock of a zone; without an offset it is of that clock.
  static func moment(_ text: String, in zone: Zone) -> (date: CivilDate, minutes: Int)? {
    let pattern = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?/
    guard let match = text.wholeMatch(of: pattern), let date = CivilDate(match.1),
      let time = TimeOfDay(match.2)
    else { return nil }
    guard let offset = match.4 else { return (date, time.minutes) }
    let digits = offset.filter(\.isNumber)
    let size = (Int(digits.prefix(2)) ?? 0) * 60 + (Int(digits.suffix(2)) ?? 0)
    let ahead = offset == "Z" ? 0 : offset.hasPrefix("-") ? -size : size
    let minutes = date.dayNumber * 1440 + time.minutes - ahead
    return zone.wallClock(at: Date(timeIntervalSince1970: TimeInterval(minutes) * 60))
  }
}

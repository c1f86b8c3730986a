internal import Curricula
internal import Foundation

/// Days and times as people and spreadsheets write them.
enum WrittenDate {
  /// A day: `2026-04-07`, `7.4.2026`, `4/7/26`, `7-Apr-26`, `Tuesday, 7 April 2026`, or the number of
  /// days that spreadsheets count from 30 December 1899; a time of midnight may follow.
  static func date(_ written: String, _ order: DateOrder) -> CivilDate? {
    let text = digits(written).replacing(/[T ]0?0:00(:00(\.0+)?)?$/, with: "")
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
    if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(\d{1,2})日.*/) {
      return date(match.1, match.2, match.3)
    }
    if let match = text.wholeMatch(of: /(\d{5})([.,]\d+)?/), let days = Int(match.1) {
      // 1 January 1970 is day 25,569 of spreadsheets.
      return CivilDate(dayNumber: days - 25_569)
    }
    return named(text)
  }

  /// A day with the name of its month in one of the six official languages of the United Nations.
  private static func named(_ text: String) -> CivilDate? {
    var words = text.lowercased().split { " \u{A0}\u{202F},-./،".contains($0) }.map(String.init)
    words.removeAll { MonthNames.saysNothing($0) && MonthNames.month($0) == nil }
    // `mar.` is a Tuesday in French where another word is the month.
    if words.count > 3, let day = words.firstIndex(where: MonthNames.saysNothing) {
      words.remove(at: day)
    }
    // Two of the Arabic names have two words.
    if words.count == 4,
      let second = words.indices.dropFirst().first(where: { index in
        MonthNames.month("\(words[index - 1]) \(words[index])") != nil
      })
    {
      words.replaceSubrange(second - 1...second, with: ["\(words[second - 1]) \(words[second])"])
    }
    guard words.count == 3,
      let place = words.firstIndex(where: { MonthNames.month($0) != nil }),
      let month = MonthNames.month(words[place])
    else { return nil }
    words.remove(at: place)
    let ordinal = /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?/
    let (year, day) = words[0].count == 4 ? (words[0], words[1]) : (words[1], words[0])
    guard let number = day.wholeMatch(of: ordinal)?.1 else { return nil }
    return date(year[...], "\(month)"[...], number)
  }

  /// The text with digits of all scripts as those of ASCII.
  static func digits(_ text: String) -> String {
    String(
      text.map { character in
        guard !character.isASCII, let value = character.wholeNumberValue, (0...9).contains(value),
          character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .decimalNumber })
        else { return character }
        return Character("\(value)")
      }
    )
  }

  private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CivilDate? {
    guard let written = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CivilDate(year: year.count <= 2 ? 2000 + written : written, month: month, day: day)
  }

  /// What the clock shows for a time that is counted on after midnight: `00:30` for `24:30`.
  static func timeOfNextDay(_ written: String) -> TimeOfDay? {
    guard let match = digits(written).wholeMatch(of: /(\d{2}):(\d{2})(?::00)?/),
      let hour = Int(match.1), let minute = Int(match.2), (24..<48).contains(hour), minute < 60
    else { return nil }
    return TimeOfDay(minutes: (hour - 24) * 60 + minute)
  }

  /// A time in minutes since midnight: `10:30`, `10:30:00`, `10.30`, `10:30 AM`, or the part of the day
  /// that spreadsheets count; a day may stand before it.
  ///
  /// - Parameters:
  ///   - written: The text.
  ///   - countsParts: Whether `0.25` is a quarter of the day, not twenty-five minutes past midnight.
  /// - Returns: `nil` for a text that is not a time.
  static func time(_ written: String, countsParts: Bool = false) -> Int? {
    let text = digits(written)
    let pattern = /(?:.*[T ])?(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s?(?:([AaPp])\.?[Mm]\.?)?/
    if let part = partOfDay(text), countsParts || isCertainlyPart(text) {
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

  /// A part of the day as spreadsheets count it, with whole days before the point passed over.
  private static func partOfDay(_ text: String) -> Double? {
    if let match = text.wholeMatch(of: /(?:\d{5}|0?)[.,](\d+)(?:[eE]-?\d+)?/) {
      return Double("0.\(match.1)").flatMap { $0 < 1 ? $0 : nil }
    }
    return text == "0" ? 0 : nil
  }

  /// Whether a part of the day cannot be a time with a point between hours and minutes.
  static func isCertainlyPart(_ text: String) -> Bool {
    let text = digits(text)
    guard partOfDay(text) != nil else { return false }
    return text.wholeMatch(of: /0[.,]\d{2}/) == nil
  }

  /// Whether a text can be a part of the day, and a time with a point.
  static func canBePart(_ text: String) -> Bool {
    digits(text).wholeMatch(of: /0[.,][0-5]\d/) != nil
  }

  /// A moment by ISO 8601 on the clock of a zone; without an offset it is of that clock.
  static func moment(_ written: String, in zone: Zone) -> (date: CivilDate, minutes: Int)? {
    let text = digits(written)
    if text.wholeMatch(of: /\d{5}[.,]\d+/) != nil, let date = date(text, .dayFirst),
      let minutes = time(text, countsParts: true)
    {
      return (date, minutes)
    }
    let pattern =
      /(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?/
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

extension ZoneFooter {
  /// Reads a rule such as `EST5EDT,M3.2.0,M11.1.0`; `nil` when it is not written so.
  init?(_ text: String) {
    var rest = text[...]
    guard Self.skipName(&rest), let standard = Self.duration(&rest) else { return nil }
    // The rule counts hours west of Greenwich.
    self.standard = -standard
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard Self.skipName(&rest) else { return nil }
    let offset: Int
    if rest.first == "," {
      offset = self.standard + 3600
    } else {
      guard let duration = Self.duration(&rest) else { return nil }
      offset = -duration
    }
    guard let (begins, beginning) = Self.moment(&rest), let (ends, ending) = Self.moment(&rest),
      rest.isEmpty
    else { return nil }
    summer = Summer(
      offset: offset,
      begins: begins,
      beginning: beginning,
      ends: ends,
      ending: ending
    )
  }

  /// A name of three letters or more, or any of letters, digits and signs in angle brackets.
  private static func skipName(_ rest: inout Substring) -> Bool {
    guard let name = rest.prefixMatch(of: /[A-Za-z]{3,}|<[A-Za-z0-9+\-]{3,}>/) else {
      return false
    }
    rest = rest[name.range.upperBound...]
    return true
  }

  /// Hours with minutes and seconds where there are any, as seconds.
  private static func duration(_ rest: inout Substring) -> Int? {
    let form = /([+\-]?)([0-9]{1,3})(?::([0-9]{2}))?(?::([0-9]{2}))?/
    guard let match = rest.prefixMatch(of: form), let hours = Int(match.2), hours <= 167 else {
      return nil
    }
    let parts = [match.3, match.4].map { $0.flatMap { Int($0) } ?? 0 }
    guard parts.allSatisfy({ $0 < 60 }) else { return nil }
    rest = rest[match.range.upperBound...]
    let seconds = hours * 3600 + parts[0] * 60 + parts[1]
    return match.1 == "-" ? -seconds : seconds
  }

  /// A comma, a day and, behind a slash, a time that is otherwise two o'clock.
  private static func moment(_ rest: inout Substring) -> (Day, Int)? {
    guard rest.popFirst() == ",", let day = day(&rest) else { return nil }
    guard rest.first == "/" else { return (day, 7200) }
    rest.removeFirst()
    return duration(&rest).map { (day, $0) }
  }

  private static func day(_ rest: inout Substring) -> Day? {
    if let match = rest.prefixMatch(of: /M([0-9]{1,2})\.([1-5])\.([0-6])/) {
      guard let month = Int(match.1), (1...12).contains(month), let week = Int(match.2),
        let weekday = Int(match.3)
      else { return nil }
      rest = rest[match.range.upperBound...]
      return .weekday(weekday, week: week, month: month)
    }
    guard let match = rest.prefixMatch(of: /(J?)([0-9]{1,3})/), let number = Int(match.2),
      (match.1.isEmpty ? 0...365 : 1...365).contains(number)
    else { return nil }
    rest = rest[match.range.upperBound...]
    return match.1.isEmpty ? .counted(number) : .common(number)
  }
}

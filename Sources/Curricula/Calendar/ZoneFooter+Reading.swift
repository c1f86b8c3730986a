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
    guard rest.first == "<" else {
      let letters = rest.prefix(while: isLetter)
      rest = rest[letters.endIndex...]
      return letters.count >= 3
    }
    rest.removeFirst()
    let name = rest.prefix { isLetter($0) || isDigit($0) || $0 == "+" || $0 == "-" }
    rest = rest[name.endIndex...]
    return rest.popFirst() == ">" && name.count >= 3
  }

  /// Hours with minutes and seconds where there are any, as seconds.
  private static func duration(_ rest: inout Substring) -> Int? {
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    guard let hours = number(&rest, digits: 1...3), hours <= 167 else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where rest.first == ":" {
      rest.removeFirst()
      guard let part = number(&rest, digits: 2...2), part < 60 else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// A comma, a day and, behind a slash, a time that is otherwise two o'clock.
  private static func moment(_ rest: inout Substring) -> (Day, Int)? {
    guard rest.popFirst() == ",", let day = day(&rest) else { return nil }
    guard rest.first == "/" else { return (day, 7200) }
    rest.removeFirst()
    return duration(&rest).map { (day, $0) }
  }

  private static func day(_ rest: inout Substring) -> Day? {
    if rest.first == "M" {
      rest.removeFirst()
      guard let month = number(&rest, digits: 1...2), (1...12).contains(month),
        rest.popFirst() == ".", let week = number(&rest, digits: 1...1), (1...5).contains(week),
        rest.popFirst() == ".", let weekday = number(&rest, digits: 1...1), weekday <= 6
      else { return nil }
      return .weekday(weekday, week: week, month: month)
    }
    let skipsLeapDay = rest.first == "J"
    if skipsLeapDay { rest.removeFirst() }
    guard let number = number(&rest, digits: 1...3),
      (skipsLeapDay ? 1...365 : 0...365).contains(number)
    else { return nil }
    return skipsLeapDay ? .common(number) : .counted(number)
  }

  /// A number of so many digits, as many as there are.
  private static func number(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let number = rest.prefix(digits.upperBound).prefix(while: isDigit)
    guard number.count >= digits.lowerBound else { return nil }
    rest = rest[number.endIndex...]
    return Int(number)
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

import Foundation
import Testing

/// A small reader of iCalendar files, written from RFC 5545 without the writer's code.
///
/// It unfolds lines, undoes escapes, and finds instants by the rules that stand in the file itself.
struct CalendarReader {
  /// One property with its parameters.
  struct Property {
    var name: String
    var parameters: [String: String]
    var value: String
  }

  /// A component with its properties and the components inside it.
  struct Component {
    var name: String
    var properties: [Property] = []
    var components: [Component] = []

    subscript(name: String) -> Property? { properties.first { $0.name == name } }

    /// Somebody's text with its escapes undone.
    func text(_ name: String) -> String? {
      var text = ""
      var isEscaped = false
      for character in self[name]?.value ?? "" {
        switch (isEscaped, character) {
        case (false, "\\"): isEscaped = true
        case (true, "n"), (true, "N"):
          text.append("\n")
          isEscaped = false
        default:
          text.append(character)
          isEscaped = false
        }
      }
      return self[name] == nil ? nil : text
    }
  }

  let calendar: Component

  var events: [Component] { calendar.components.filter { $0.name == "VEVENT" } }
  var zones: [Component] { calendar.components.filter { $0.name == "VTIMEZONE" } }

  init(_ text: String) throws {
    let bytes = Array(text.utf8)
    try #require(bytes.suffix(2) == [13, 10], "the last line has no end")
    let lines = Self.lines(bytes)
    for line in lines { try #require(line.count <= 75, "a line has \(line.count) octets") }
    var unfolded: [[UInt8]] = []
    for line in lines {
      try #require(!line.contains(13) && !line.contains(10), "a line has a stray end")
      try #require(String(validating: line, as: UTF8.self) != nil, "a character is divided")
      if line.first == 32 {
        let last = try #require(unfolded.indices.last)
        unfolded[last] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    var open: [Component] = []
    var done: [Component] = []
    for line in unfolded {
      let property = try Self.property(String(decoding: line, as: UTF8.self))
      switch property.name {
      case "BEGIN": open.append(Component(name: property.value))
      case "END":
        let last = open.popLast()
        let closed = try #require(last)
        try #require(closed.name == property.value)
        if open.isEmpty {
          done.append(closed)
        } else {
          open[open.count - 1].components.append(closed)
        }
      default:
        try #require(!open.isEmpty)
        open[open.count - 1].properties.append(property)
      }
    }
    try #require(open.isEmpty && done.count == 1)
    calendar = done[0]
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 {
        lines.append([])
        index += 2
      } else {
        lines[lines.count - 1].append(bytes[index])
        index += 1
      }
    }
    return lines.dropLast()
  }

  private static func property(_ line: String) throws -> Property {
    let colon = try #require(line.firstIndex(of: ":"))
    let head = line[..<colon].split(separator: ";").map(String.init)
    var parameters: [String: String] = [:]
    for parameter in head.dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map(String.init)
      try #require(parts.count == 2)
      parameters[parts[0]] = parts[1]
    }
    return Property(
      name: try #require(head.first),
      parameters: parameters,
      value: String(line[line.index(after: colon)...])
    )
  }

  /// The instant of a property, by the zone rules in the file.
  func instant(_ property: Property?) throws -> Date {
    let property = try #require(property)
    let wall = try Self.wall(property.value)
    guard let name = property.parameters["TZID"] else {
      try #require(property.value.hasSuffix("Z"))
      return wall
    }
    let zone = try #require(zones.first { $0["TZID"]?.value == name })
    let onsets = try zone.components.map { component in
      (onset: try Self.onset(of: component, before: wall), offset: try Self.offset(component))
    }
    let current = try #require(
      onsets.compactMap { part in part.onset.map { ($0, part.offset) } }.max { $0.0 < $1.0 }
    )
    return wall.addingTimeInterval(-current.1)
  }

  /// The last time at or before a moment of the wall clock at which a part of a zone began.
  private static func onset(of component: Component, before moment: Date) throws -> Date? {
    let first = try wall(try #require(component["DTSTART"]?.value))
    guard let rule = component["RRULE"]?.value else { return first <= moment ? first : nil }
    var parts: [String: String] = [:]
    for part in rule.split(separator: ";") {
      let pair = part.split(separator: "=").map(String.init)
      parts[pair[0]] = pair[1]
    }
    try #require(parts["FREQ"] == "YEARLY")
    let month = try #require(parts["BYMONTH"].flatMap { Int($0) })
    let byDay = try #require(parts["BYDAY"])
    let weekday = try #require(
      ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].firstIndex(of: String(byDay.suffix(2)))
    )
    let ordinal = Int(byDay.dropLast(2))
    let days = parts["BYMONTHDAY"]?.split(separator: ",").compactMap { Int($0) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let clock = calendar.dateComponents([.hour, .minute], from: first)
    let year = calendar.component(.year, from: moment)
    return [year - 1, year].flatMap { year in
      var matches = (1...31).compactMap { day -> Date? in
        let wanted = DateComponents(
          year: year,
          month: month,
          day: day,
          hour: clock.hour,
          minute: clock.minute
        )
        guard let date = calendar.date(from: wanted),
          calendar.component(.month, from: date) == month,
          calendar.component(.weekday, from: date) == weekday + 1,
          days?.contains(day) ?? true
        else { return nil }
        return date
      }
      if let ordinal {
        matches = [ordinal < 0 ? matches[matches.count + ordinal] : matches[ordinal - 1]]
      }
      return matches
    }.filter { $0 <= moment && $0 >= first }.max()
  }

  private static func offset(_ component: Component) throws -> TimeInterval {
    let text = try #require(component["TZOFFSETTO"]?.value)
    let digits = try #require(Int(text.dropFirst()))
    let seconds = TimeInterval(digits / 100 * 3600 + digits % 100 * 60)
    return text.hasPrefix("-") ? -seconds : seconds
  }

  /// What a clock shows, as if it were UTC.
  private static func wall(_ text: String) throws -> Date {
    let digits = text.utf8.filter { (48...57).contains($0) }.map { Int($0) - 48 }
    try #require(digits.count == 14)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return try #require(
      calendar.date(
        from: DateComponents(
          year: number(0..<4),
          month: number(4..<6),
          day: number(6..<8),
          hour: number(8..<10),
          minute: number(10..<12),
          second: number(12..<14)
        )
      )
    )
  }
}

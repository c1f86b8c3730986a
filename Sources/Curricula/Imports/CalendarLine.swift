internal import Diagnostics

/// One content line of an iCalendar file, with its parameters.
///
/// Source: RFC 5545, section 3.1.
struct CalendarLine {
  let name: String
  let parameters: [String: String]
  let value: String
  /// The line of the file in which it begins, from 1.
  let number: Int

  /// The lines of a file, with those that were folded put together again.
  static func all(in text: String) -> [CalendarLine] {
    var unfolded: [(text: String, number: Int)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.first == " " || line.first == "\t", !unfolded.isEmpty {
        unfolded[unfolded.count - 1].text += line.dropFirst()
      } else if !line.isEmpty {
        unfolded.append((String(line), index + 1))
      }
    }
    return unfolded.compactMap { CalendarLine($0.text, number: $0.number) }
  }

  private init?(_ text: String, number: Int) {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == ";" || character == ":" {
        parts.append(part)
        part = ""
        if character == ":" { break }
      } else {
        part.append(character)
      }
    }
    // Without a colon, what was read is still in hand.
    guard part.isEmpty, let name = parts.first, !name.isEmpty else { return nil }
    self.name = name.uppercased()
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { parameters[pair[0].uppercased()] = String(pair[1]) }
    }
    self.parameters = parameters
    value = String(rest)
    self.number = number
  }

  /// The value as text, its escapes undone.
  var text: String {
    var text = ""
    var rest = value[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      text.append(next == "n" || next == "N" ? " " : next)
    }
    return text
  }
}

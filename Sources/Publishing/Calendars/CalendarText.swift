internal import Diagnostics

/// Writes content lines of an iCalendar object.
///
/// Source: RFC 5545, sections 3.1 (content lines) and 3.3.11 (text).
struct CalendarText {
  /// The lines so far, each folded and ended by CR LF.
  private(set) var text = ""

  /// The most octets of a line, without its end.
  private static let lineLimit = 75

  /// Writes a property whose value is made by us: a name, a number, a time.
  mutating func write(_ name: String, value: String) {
    fold("\(name):\(value)")
  }

  /// Writes a property whose value is somebody's text.
  mutating func write(_ name: String, text: String) {
    fold("\(name):\(Self.escaped(text))")
  }

  /// Writes a property whose value is a list of somebody's texts.
  mutating func write(_ name: String, texts: [String]) {
    fold("\(name):" + texts.map(Self.escaped).joined(separator: ","))
  }

  /// Writes a component between its BEGIN and its END.
  mutating func component(_ name: String, _ body: (inout CalendarText) -> Void) {
    write("BEGIN", value: name)
    body(&self)
    write("END", value: name)
  }

  /// The one place where text enters a calendar: line ends and separators escaped, and characters
  /// that could rewrite what people see left out.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      case "\n", "\r": escaped += ["\\", "n"]
      case "\t": escaped.append(" ")
      case _ where scalar.isHarmful: break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Ends a line, broken so that no part is longer than the limit and no character is divided.
  private mutating func fold(_ line: String) {
    var used = 0
    for scalar in line.unicodeScalars {
      let octets = UTF8.width(scalar)
      if used + octets > Self.lineLimit {
        text += "\r\n "
        used = 1
      }
      text.unicodeScalars.append(scalar)
      used += octets
    }
    text += "\r\n"
  }
}

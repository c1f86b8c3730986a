internal import Diagnostics
internal import Foundation

/// A value of the JavaScript Object Notation whose objects keep the order of their keys.
indirect enum JSON: Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case unsigned(UInt64)
  case decimal(Decimal)
  case text(String)
  case list([JSON])
  case object([(key: String, value: JSON)])

  /// Text, or null where there is none.
  static func optional(_ text: String?) -> JSON {
    text.map(JSON.text) ?? .null
  }

  /// A number, or null where there is none.
  static func optional(_ number: Int?) -> JSON {
    number.map(JSON.integer) ?? .null
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSON {
    .list(texts.map(JSON.text))
  }

  /// The document: indented by two spaces, what fits on a line on one line, ended by a line feed.
  var document: String {
    var text = ""
    write(into: &text, indent: 0)
    return text + "\n"
  }

  /// The value on one line.
  var line: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .unsigned(let number): String(number)
    case .decimal(let number): number.isNaN ? "null" : "\(number)"
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{ "
          + members.map { "\(Self.quoted($0.key)): \($0.value.line)" }
          .joined(separator: ", ") + " }"
    }
  }

  private static let lineLimit = 120

  private func write(into text: inout String, indent: Int) {
    let parts: [(key: String?, value: JSON)]
    let brackets: (String, String)
    switch self {
    case .list(let values):
      parts = values.map { (nil, $0) }
      brackets = ("[", "]")
    case .object(let members):
      parts = members.map { ($0.key, $0.value) }
      brackets = ("{", "}")
    case .null, .flag, .integer, .unsigned, .decimal, .text:
      text += line
      return
    }
    if isShallow, indent > 0 || parts.isEmpty, case let whole = line,
      whole.count + indent <= Self.lineLimit
    {
      text += whole
      return
    }
    let margin = String(repeating: " ", count: indent + 2)
    text += brackets.0
    for (index, part) in parts.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + margin
      if let key = part.key { text += Self.quoted(key) + ": " }
      part.value.write(into: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent) + brackets.1
  }

  /// Whether the value holds no objects or lists of objects below its own members.
  private var isShallow: Bool {
    switch self {
    case .list(let values):
      values.allSatisfy {
        if case .object = $0 { false } else { $0.isShallow }
      }
    case .object(let members): members.allSatisfy { $0.value.isShallow }
    case .null, .flag, .integer, .unsigned, .decimal, .text: true
    }
  }

  /// The one place where text enters a document.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.isHarmful:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

internal import Diagnostics

/// YAML as it is put together, line by line.
struct YAMLText {
  private(set) var text = ""
  private var depth = 0
  /// Whether the next line begins an entry of a list.
  private var beginsEntry = false

  /// Writes a key with a text, or nothing where there is none.
  mutating func write(_ key: String, _ value: String?) {
    guard let value else { return }
    if value.contains("\n"), Self.fitsBlock(value) {
      line("\(key): |-")
      for row in value.split(separator: "\n", omittingEmptySubsequences: false) {
        text += row.isEmpty ? "\n" : indentation(depth + 1) + row + "\n"
      }
    } else {
      line("\(key): \(Self.scalar(value))")
    }
  }

  /// Writes a key with several texts on one line, or nothing where there are none.
  mutating func write(_ key: String, row values: [String]) {
    guard !values.isEmpty else { return }
    let row = values.map { $0.contains(",") ? Self.quoted($0) : Self.scalar($0) }
    line("\(key): [\(row.joined(separator: ", "))]")
  }

  /// Writes a key with several texts below each other, or nothing where there are none.
  mutating func write(_ key: String, list values: [String]) {
    guard !values.isEmpty else { return }
    line("\(key):")
    for value in values { text += "\(indentation(depth + 1))- \(Self.scalar(value))\n" }
  }

  /// Writes a key with a mapping.
  mutating func write(_ key: String, _ body: (inout YAMLText) -> Void) {
    line("\(key):")
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Writes a key with a list of mappings, or nothing where there are none.
  mutating func write<Element>(
    _ key: String,
    each elements: [Element],
    apart: Bool = false,
    _ body: (inout YAMLText, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    line("\(key):")
    depth += 2
    for (index, element) in elements.enumerated() {
      if apart, index > 0 { text += "\n" }
      beginsEntry = true
      body(&self, element)
      beginsEntry = false
    }
    depth -= 2
  }

  private mutating func line(_ content: String) {
    text += beginsEntry ? "\(indentation(depth - 1))- " : indentation(depth)
    text += content + "\n"
    beginsEntry = false
  }

  private func indentation(_ depth: Int) -> String {
    String(repeating: "  ", count: depth)
  }

  /// Whether a text of several lines can stand as it is.
  private static func fitsBlock(_ value: String) -> Bool {
    value.first?.isWhitespace == false && value.last?.isWhitespace == false
      && value.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHarmful && $0 != "\t" }
  }

  /// A text on one line, in quotes where YAML would read it otherwise.
  static func scalar(_ value: String) -> String {
    guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last else {
      return quoted(value)
    }
    let isPlain =
      (first.properties.isAlphabetic || first.properties.numericType != nil)
      && last != ":" && !last.properties.isWhitespace
      && !value.contains(": ") && !value.contains(" #")
      && value.unicodeScalars.allSatisfy {
        !$0.isHarmful && !"\n\t\u{85}\u{A0}[]{}\"\\".unicodeScalars.contains($0)
      }
    return isPlain ? value : quoted(value)
  }

  /// A text in double quotes.
  static func quoted(_ value: String) -> String {
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let scalar where scalar.isHarmful:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

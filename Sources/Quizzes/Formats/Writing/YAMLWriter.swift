internal import Diagnostics

/// Writes YAML as a person would: plain text where it may stand plain, quotes only where they are
/// needed, long text folded at 100 columns.
struct YAMLWriter {
  /// What has been written.
  private(set) var text = ""
  private var depth = 0
  /// Whether the next line begins an entry of a list.
  private var isEntry = false

  /// The widest line, in characters, where words allow it.
  static let width = 100

  /// A key with a text; nothing is written where there is none.
  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    begin()
    text += "\(key): \(scalar(value, column: depth * 2 + key.count + 2))\n"
  }

  /// A key with a word or number that needs no quotes.
  mutating func add(_ key: String, plain value: String?) {
    guard let value else { return }
    begin()
    text += "\(key): \(value)\n"
  }

  /// A key with names: one alone, several in brackets, many in a list.
  mutating func add(_ key: String, names: [String]) {
    guard !names.isEmpty else { return }
    let quoted = names.map { Self.isPlain($0, inBrackets: true) ? $0 : Self.quoted($0) }
    let inBrackets = "[\(quoted.joined(separator: ", "))]"
    if names.count == 1, Self.isPlain(names[0], inBrackets: true) {
      add(key, plain: names[0])
    } else if depth * 2 + key.count + 2 + inBrackets.count <= Self.width {
      add(key, plain: inBrackets)
    } else {
      add(key, list: names)
    }
  }

  /// A key with a list of texts; nothing is written for an empty one.
  mutating func add(_ key: String, list values: [String]) {
    guard !values.isEmpty else { return }
    add(key, entries: values) { writer, value in
      writer.begin()
      writer.text += "\(writer.scalar(value, column: writer.depth * 2))\n"
    }
  }

  /// A key with lists of names, each on a line; nothing is written where there is none.
  mutating func add(_ key: String, lists: [[String]]) {
    add(key, entries: lists) { writer, names in
      writer.begin()
      writer.text += "[\(names.joined(separator: ", "))]\n"
    }
  }

  /// A key with a list of mappings; nothing is written for an empty one.
  mutating func add<Value>(
    _ key: String,
    entries values: [Value],
    isSpaced: Bool = false,
    _ write: (inout YAMLWriter, Value) -> Void
  ) {
    guard !values.isEmpty else { return }
    begin()
    text += "\(key):\n"
    depth += 2
    for (index, value) in values.enumerated() {
      if isSpaced, index > 0 { text += "\n" }
      isEntry = true
      write(&self, value)
    }
    depth -= 2
  }

  /// A key with keys in it.
  mutating func add(_ key: String, _ write: (inout YAMLWriter) -> Void) {
    begin()
    text += "\(key):\n"
    depth += 1
    write(&self)
    depth -= 1
  }

  /// Comments, each on a line.
  mutating func add(remarks: [String]) {
    let margin = String(repeating: "  ", count: isEntry ? depth - 1 : depth)
    for remark in remarks { text += "\(margin)# \(remark)\n" }
  }

  /// Codes of rules with the reasons why they are let pass.
  mutating func add(_ key: String, allowances: [Item.Allowance]) {
    guard !allowances.isEmpty else { return }
    add(key) { yaml in
      for allowance in allowances {
        let code = Self.isPlain(allowance.code) ? allowance.code : Self.quoted(allowance.code)
        yaml.add(code, allowance.reason)
      }
    }
  }

  /// An empty line.
  mutating func space() {
    text += "\n"
  }

  /// The margin of a line, with a hyphen where it begins an entry.
  private mutating func begin() {
    text += String(repeating: "  ", count: isEntry ? depth - 1 : depth) + (isEntry ? "- " : "")
    isEntry = false
  }

  /// A text behind its key or hyphen.
  private func scalar(_ value: String, column: Int) -> String {
    let margin = String(repeating: "  ", count: column == depth * 2 ? depth : depth + 1)
    let lines = value.lines
    if lines.count > 1 {
      return "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }
    if column + value.count > Self.width, !value.holds("  "), value.holds(" ") {
      return ">-\n"
        + Self.folded(value, width: Self.width - margin.count)
        .map { margin + $0 }.joined(separator: "\n")
    }
    return Self.isPlain(value) ? value : Self.quoted(value)
  }

  /// Words laid out in lines; a word longer than a line has one of its own.
  private static func folded(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.parts(between: " ") {
      let count = word.count
      if length > 0, length + 1 + count > width {
        lines.append(line)
        (line, length) = ("", 0)
      }
      line += length > 0 ? " \(word)" : word
      length += length > 0 ? count + 1 : count
    }
    return lines + [line]
  }

  /// Whether a text means itself without quotes; more signs have a meaning in a list `[…]`.
  static func isPlain(_ text: String, inBrackets: Bool = false) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    let beginsPlainly =
      first.properties.isAlphabetic || first.isDigit || "(/$_".unicodeScalars.contains(first)
    guard beginsPlainly, last != ":", last != " " else { return false }
    var before: Unicode.Scalar = " "
    for scalar in scalars {
      if scalar == " ", before == ":" { return false }
      if scalar == "#", before == " " { return false }
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
      if inBrackets, "[]{},:\"'".unicodeScalars.contains(scalar) { return false }
      before = scalar
    }
    return true
  }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil } + "\""
  }
}

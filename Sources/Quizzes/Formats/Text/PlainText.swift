internal import Diagnostics

/// A text as it is kept, with what of a foreign one could not be carried over.
package struct PlainText: Hashable, Sendable {
  /// The text, its lines separated by line feeds.
  package var text = ""
  /// What is lost, as phrases such as "an image", each once.
  package var losses: [String] = []

  /// Text that is plain already.
  package init(_ text: String) {
    append(cleaning: text)
  }

  /// Takes text without characters that could hide or reorder what people see.
  private mutating func append(cleaning written: String) {
    if written.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      text = written.trimmed
      return
    }
    var lines: [String] = [""]
    var isCleaned = false
    for scalar in written.unicodeScalars {
      switch scalar {
      case "\n": lines.append("")
      case "\t": lines[lines.count - 1] += " "
      case "\r", "\u{FEFF}": break
      case _ where scalar.isHarmful || !scalar.isXMLCharacter: isCleaned = true
      default: lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    text = Self.joined(lines.map { $0.trimmedEnd }).trimmed
    if isCleaned { losses.append("control or invisible characters") }
  }
}

extension PlainText {
  /// Lines with at most one empty one in a row.
  private static func joined(_ lines: [String]) -> String {
    var text = ""
    var emptyLines = 0
    for (index, line) in lines.enumerated() {
      emptyLines = line.isEmpty ? emptyLines + 1 : 0
      if emptyLines > 1 { continue }
      text += index == 0 ? line : "\n\(line)"
    }
    return text
  }

  /// Text out of an HTML walk, cleaned like any other.
  package init(_ text: String, losses: [String]) {
    append(cleaning: text)
    for loss in losses where !self.losses.contains(loss) { self.losses.append(loss) }
  }
}

extension StringProtocol {
  /// The text without white space around it.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  fileprivate var trimmedEnd: String {
    guard let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else {
      return ""
    }
    return String(String.UnicodeScalarView(unicodeScalars[...last]))
  }

  /// The text on one line: white space of any kind and length becomes one space.
  package var onOneLine: String {
    isOnOneLine
      ? String(self)
      : unicodeScalars.split(whereSeparator: \.isWhiteSpace)
        .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// Whether single spaces between other signs are the only white space, as in nearly every text.
  private var isOnOneLine: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      let isSpace = scalar == " "
      if isSpace ? isAfterSpace : scalar.isWhiteSpace { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace || isEmpty
  }
}

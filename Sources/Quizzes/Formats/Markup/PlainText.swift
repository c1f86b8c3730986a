internal import Diagnostics

/// The plain text of a marked-up one, with what could not be carried over.
struct PlainText: Hashable, Sendable {
  /// The text, its lines separated by line feeds.
  var text = ""
  /// What is lost, as phrases such as "an image", each once.
  var losses: [String] = []

  /// How texts of question banks are marked up.
  enum Markup: Hashable, Sendable {
    case html
    /// HTML in which line breaks count, and which may be plain text: Moodle's "auto" form.
    case automatic
    case plain
    case markdown
  }

  /// Text that is plain already.
  init(_ text: String) {
    append(cleaning: text)
  }

  /// Reads a text by its markup.
  init(_ text: String, as markup: Markup) {
    switch markup {
    case .plain, .markdown: append(cleaning: text)
    case .html: self = HTMLReader(keepsLineBreaks: false).read(text)
    case .automatic: self = HTMLReader(keepsLineBreaks: true).read(text)
    }
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
  init(_ text: String, losses: [String]) {
    append(cleaning: text)
    for loss in losses where !self.losses.contains(loss) { self.losses.append(loss) }
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmed: String {
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
  var onOneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}

extension String {
  /// A plain text as HTML that reads back equal.
  var escapedForHTML: String {
    var escaped = ""
    var isAfterSpace = true
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\n": escaped += "<br>"
      case " ": escaped += isAfterSpace ? "&nbsp;" : " "
      default: escaped.unicodeScalars.append(scalar)
      }
      isAfterSpace = scalar == " " || scalar == "\n"
    }
    return escaped
  }
}

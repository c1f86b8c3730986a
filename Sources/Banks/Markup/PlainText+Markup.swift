internal import Quizzes

extension PlainText {
  /// How texts of question banks are marked up.
  enum Markup: Hashable, Sendable {
    case html
    /// HTML in which line breaks count, and which may be plain text: Moodle's "auto" form.
    case automatic
    case plain
    case markdown
  }

  /// Reads a text by its markup.
  init(_ text: String, as markup: Markup) {
    switch markup {
    case .plain, .markdown: self.init(text)
    case .html: self = HTMLReader(keepsLineBreaks: false).read(text)
    case .automatic: self = HTMLReader(keepsLineBreaks: true).read(text)
    }
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

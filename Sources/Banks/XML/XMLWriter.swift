internal import Quizzes

/// Writes XML, indented by two spaces.
struct XMLWriter {
  /// What has been written.
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with elements in it.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ inner: (inout XMLWriter) -> Void
  ) {
    text += "\(margin)<\(name)\(Self.written(attributes))>\n"
    depth += 1
    inner(&self)
    depth -= 1
    text += "\(margin)</\(name)>\n"
  }

  /// An element with text in it, or an empty one.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text content: String? = nil
  ) {
    text += "\(margin)<\(name)\(Self.written(attributes))"
    text += content.map { ">\($0.escapedForXML)</\(name)>\n" } ?? "/>\n"
  }

  /// An element with text and elements on one line, already written as XML.
  mutating func line(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    markup: String
  ) {
    text += "\(margin)<\(name)\(Self.written(attributes))>\(markup)</\(name)>\n"
  }

  /// Comments, each on a line; see ``String/fitsInXMLComment``.
  mutating func add(comments: [String]) {
    for comment in comments { text += "\(margin)<!-- \(comment) -->\n" }
  }

  /// A line that is already written as XML.
  mutating func add(markup: String) {
    text += "\(margin)\(markup)\n"
  }

  private var margin: String {
    String(repeating: "  ", count: depth)
  }

  /// Attributes as they stand in a tag, each after a space.
  static func written(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\($0.value.escapedForXML)\"" }.joined()
  }
}

extension String {
  /// The text as it stands in an XML file; characters that XML does not allow are left out.
  var escapedForXML: String {
    var escaped = ""
    for scalar in unicodeScalars where scalar.isXMLCharacter {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

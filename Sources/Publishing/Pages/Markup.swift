internal import Diagnostics

/// A piece of a page: text, an element with its attributes and content, or several of these.
///
/// Text and attribute values become characters of a page in one place only, ``escaped(_:)``, so
/// that nobody's text can become markup.
indirect enum Markup: Sendable {
  /// Somebody's text.
  case text(String)
  /// An element.
  case element(Tag, [Attribute], [Markup])
  /// Rules for the looks, which are part of the program.
  case style(StaticString)

  /// The elements in use.
  enum Tag: String, Sendable {
    case html, head, meta, title, body
    case header, nav, main, section, footer, div, details, summary
    case h1, h2, h3, p, ol, ul, li, a, span, small, time, code
    case table, caption, thead, tbody, tr, th, td
    case svg, g, rect, text

    /// Whether the element has no content and no end.
    var isVoid: Bool { self == .meta }

    /// Whether the element stands in a line of text.
    var isInline: Bool {
      switch self {
      case .a, .span, .small, .time, .code, .text: true
      case .html, .head, .meta, .title, .body, .header, .nav, .main, .section, .footer,
        .div, .details, .summary, .h1, .h2, .h3, .p, .ol, .ul, .li, .table, .caption, .thead,
        .tbody, .tr, .th, .td,
        .svg, .g, .rect:
        false
      }
    }
  }

  /// An attribute with its value.
  struct Attribute: Sendable {
    let name: String
    let value: String

    static func id(_ value: String) -> Self { Self(name: "id", value: value) }
    static func style(_ names: String...) -> Self {
      Self(name: "class", value: names.joined(separator: " "))
    }
    static func link(to value: String) -> Self { Self(name: "href", value: value) }
    static func scope(_ value: Scope) -> Self { Self(name: "scope", value: value.rawValue) }
    static func labelled(by id: String) -> Self { Self(name: "aria-labelledby", value: id) }
    static func label(_ value: String) -> Self { Self(name: "aria-label", value: value) }
    static func columns(_ count: Int) -> Self { Self(name: "colspan", value: String(count)) }
    static func moment(_ value: String) -> Self { Self(name: "datetime", value: value) }
    /// Measures that the rules for the looks calculate with.
    static func measures(_ values: KeyValuePairs<StaticString, Int>) -> Self {
      Self(name: "style", value: values.map { "--\($0): \($1)" }.joined(separator: "; "))
    }
    /// What is for the eyes alone.
    static let decoration = Self(name: "aria-hidden", value: "true")
    /// An aside that belongs to what surrounds it.
    static let note = Self(name: "role", value: "note")
    /// Text whose direction is found from its own letters.
    static let foreign = Self(name: "dir", value: "auto")
  }

  /// What a header cell is the header of.
  enum Scope: String, Sendable { case col, row }

  /// An HTML document.
  var document: String {
    var text = "<!doctype html>\n"
    write(into: &text)
    return text + "\n"
  }

  /// A picture that stands by itself.
  var picture: String {
    var text = ""
    write(into: &text)
    return text + "\n"
  }

  private func write(into text: inout String) {
    switch self {
    case .text(let written): text += Self.escaped(written)
    case .style(let rules): text += "<style>\n\(rules)</style>"
    case .element(let tag, let attributes, let content):
      text += "<\(tag.rawValue)"
      for attribute in attributes {
        text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
      }
      text += ">"
      if tag.isVoid { return }
      let breaks = content.contains(where: \.beginsLine)
      for part in content {
        if breaks, part.beginsLine { text += "\n" }
        part.write(into: &text)
      }
      text += (breaks ? "\n" : "") + "</\(tag.rawValue)>"
    }
  }

  private var beginsLine: Bool {
    switch self {
    case .text: false
    case .style: true
    case .element(let tag, _, _): !tag.isInline
    }
  }

  /// The text as characters of a page, without those that could rewrite what people see.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "'": escaped += "&#39;".unicodeScalars
      case _ where scalar.isHarmful: break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

/// An element with its attributes and what its content's builder says.
func element(
  _ tag: Markup.Tag,
  _ attributes: Markup.Attribute...,
  @MarkupBuilder content: () -> [Markup] = { [] }
) -> Markup {
  .element(tag, attributes, content())
}

/// Puts pieces of a page together; a string is text.
@resultBuilder enum MarkupBuilder {
  static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
  static func buildExpression(_ markups: [Markup]) -> [Markup] { markups }
  static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap(\.self) }
  static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  static func buildEither(first part: [Markup]) -> [Markup] { part }
  static func buildEither(second part: [Markup]) -> [Markup] { part }
  static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap(\.self) }
}

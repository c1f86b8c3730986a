/// A value in a file that people write, with its place.
///
/// Scalars keep the text as written: `10:30`, `NO`, `1.10` and `017` stay what they are until a
/// typed reader, such as ``text(_:)``, asks for a meaning.
public struct Node: Hashable, Sendable {
  /// What a value is.
  public indirect enum Content: Hashable, Sendable {
    /// One piece of text. Not quoted and empty, or `~`, it stands for nothing.
    case scalar(String, isQuoted: Bool)
    /// A list of values.
    case list([Node])
    /// Keys with their values, in the order written.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key as written.
    public var key: String
    /// Where the key stands.
    public var location: Diagnostic.Location
    /// The value.
    public var value: Node

    /// Creates an entry.
    public init(
      key: String,
      location: Diagnostic.Location,
      value: Node
    ) {
      self.key = key
      self.location = location
      self.value = value
    }
  }

  /// What the value is.
  public var content: Content
  /// Where the value begins.
  public var location: Diagnostic.Location

  /// Whether nothing was written: `key:` or `key: ~`.
  public var isEmpty: Bool {
    switch content {
    case .scalar(let text, isQuoted: false): text.isEmpty || text == "~"
    case .scalar(_, isQuoted: true), .list, .mapping: false
    }
  }

  /// What the value is, for messages: the quoted text, "a list" or "a mapping".
  public var summary: String {
    switch content {
    case .scalar where isEmpty: "nothing"
    case .scalar(let text, _):
      text.count > 60 ? "'\(text.prefix(60).visible)…'" : "'\(text.visible)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Creates a value.
  public init(
    content: Content,
    location: Diagnostic.Location
  ) {
    self.content = content
    self.location = location
  }
}

extension StringProtocol {
  /// The text with control and invisible direction characters shown as `\u{…}` escapes.
  public var visible: String {
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isHarmful || scalar == "\n" || scalar == "\t" {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// Whether the character can hide, reorder or rewrite what people see on a terminal or a page:
  /// control characters except tab and line feed, direction overrides and isolates, zero-width
  /// spaces, separators, and the tag characters that nothing shows.
  ///
  /// Direction marks and joiners stay, since Arabic and other scripts are written with them.
  public var isHarmful: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}

/// One meaning of what a participant typed, where options can be named in several ways.
public struct Reading: Hashable, Sendable {
  /// How options can be named.
  public enum Way: Hashable, Sendable {
    /// By the letters under which they are shown.
    case letter
    /// By letters of another script, as they look.
    case look
    /// By letters of another script, as the same keys have them on a Latin keyboard.
    case key
    /// By their numbers, from 1 in the order shown.
    case position
    /// By their own texts.
    case text
  }

  /// How the options are named.
  public var way: Way
  /// The options in the letters shown, such as `b`, `a and c`, `1b 2a`.
  public var options: String
  /// What to type to mean these and nothing else.
  public var unmistakable: String

  /// Creates a meaning.
  public init(_ way: Way, options: String, unmistakable: String) {
    self.way = way
    self.options = options
    self.unmistakable = unmistakable
  }
}

extension Reading: CustomStringConvertible {
  /// The options with the way, for people: `b (by number)`.
  public var description: String {
    let words =
      switch way {
      case .letter: "by letter"
      case .look: "by look"
      case .key: "by key"
      case .position: "by number"
      case .text: "by text"
      }
    return "\(options) (\(words))"
  }
}

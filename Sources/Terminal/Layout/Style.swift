/// How text is set off on the terminal, if at all.
///
/// Colour never says anything that the words do not say too.
public struct Style: Hashable, Sendable {
  /// What a piece of text is.
  public enum Role: CaseIterable, Hashable, Sendable {
    /// The title of what follows.
    case heading
    /// A right response, a success.
    case right
    /// A wrong response, an error.
    case wrong
    /// Something to heed.
    case warning
    /// Something beside the point.
    case faint
    /// A word that matters.
    case emphasis
  }

  /// Whether text is set off with escape codes.
  public var isColored: Bool
  /// Whether output is for screen readers and braille lines: plain, one fact a line, nothing redrawn.
  public var isAccessible: Bool

  /// Creates a style.
  public init(isColored: Bool, isAccessible: Bool = false) {
    self.isColored = isColored && !isAccessible
    self.isAccessible = isAccessible
  }

  /// Chooses the style for an output.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal.
  ///   - environment: The environment, of which `NO_COLOR`, `TERM` and `ACCESSIBLE` count. The first and
  ///     the last count when they are not empty.
  ///   - noColor: Whether the command was given `--no-color`.
  ///   - accessible: Whether the command was given `--accessible`.
  public init(
    isTerminal: Bool,
    environment: [String: String],
    noColor: Bool = false,
    accessible: Bool = false
  ) {
    func isSet(_ variable: String) -> Bool { environment[variable, default: ""] != "" }
    self.init(
      isColored: isTerminal && !noColor && !isSet("NO_COLOR") && isSet("TERM")
        && environment["TERM"] != "dumb",
      isAccessible: accessible || isSet("ACCESSIBLE")
    )
  }

  /// The text, set off where this style does so.
  public func callAsFunction(_ role: Role, _ text: some StringProtocol) -> String {
    guard isColored, !text.isEmpty else { return String(text) }
    return "\u{1B}[\(code(of: role))m\(text)\u{1B}[0m"
  }

  /// The parameters of ECMA-48's *select graphic rendition*.
  private func code(of role: Role) -> String {
    switch role {
    case .heading: "1"
    case .right: "32"
    case .wrong: "31"
    case .warning: "33"
    case .faint: "2"
    case .emphasis: "1"
    }
  }
}

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

  /// When text is set off with colours.
  public enum Colors: String, CaseIterable, Sendable {
    /// On a terminal that has them, unless the environment says otherwise.
    case auto
    case always
    case never
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
  ///   - colors: What the command was told; it counts more than the environment.
  ///   - accessible: Whether the command was given `--accessible`.
  public init(
    isTerminal: Bool,
    environment: [String: String],
    colors: Colors = .auto,
    accessible: Bool = false
  ) {
    func isSet(_ variable: String) -> Bool { environment[variable, default: ""] != "" }
    let isColored =
      switch colors {
      case .auto:
        isTerminal && !isSet("NO_COLOR") && isSet("TERM") && environment["TERM"] != "dumb"
      case .always: true
      case .never: false
      }
    self.init(
      isColored: isColored,
      isAccessible: accessible || isSet("ACCESSIBLE")
    )
  }

  /// The text, set off where this style does so.
  public func callAsFunction(_ role: Role, _ text: some StringProtocol) -> String {
    guard isColored, !text.isEmpty else { return String(text) }
    return "\u{1B}[\(code(of: role))m\(text)\u{1B}[0m"
  }

  /// Lines about problems, in which the words `error:`, `warning:`, `note:` and `help:` are set off.
  public func marking(_ lines: String) -> String {
    guard isColored else { return lines }
    return lines.split(separator: "\n", omittingEmptySubsequences: false).map(marked)
      .joined(separator: "\n")
  }

  private func marked(_ line: Substring) -> String {
    let help = "  help:"
    if line.hasPrefix(help + " ") {
      return "  " + self(.emphasis, "help:") + line.dropFirst(help.count)
    }
    let words: [(String, Role)] = [("error:", .wrong), ("warning:", .warning), ("note:", .faint)]
    for (word, role) in words where line.hasPrefix(word + " ") {
      return self(role, word) + line.dropFirst(word.count)
    }
    // Lines of files and of JSON begin with blanks or brackets, those of problems with the place.
    guard let first = line.first, !" {}[]".contains(first) else { return String(line) }
    let found = words.compactMap { word, role in
      line.firstRange(of: ": \(word) ").map { (range: $0, word: word, role: role) }
    }.min { $0.range.lowerBound < $1.range.lowerBound }
    guard let found else { return String(line) }
    return line[..<found.range.lowerBound] + ": " + self(found.role, found.word) + " "
      + line[found.range.upperBound...]
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

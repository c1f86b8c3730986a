extension ShortText {
  /// The first accepted text that a response matches.
  ///
  /// Both are compared without what only typography makes different: kinds of quotation marks, dashes
  /// and spaces, characters that nothing shows, and capital and small letters unless case matters. `*`
  /// stands for any characters or none, `\*` for an asterisk. Source: Moodle 4.5,
  /// `qtype_shortanswer_question::compare_string_with_wildcard`, which compares signs and spaces as
  /// they are.
  ///
  /// - Complexity: O(*n* · *m*) for a text of length *n* and patterns of length *m*.
  public func match(of text: String) -> Accepted? {
    let typed = Array(text.comparable(matchingCase: matchesCase).unicodeScalars)
    return accepted.first { Wildcard($0.pattern, matchingCase: matchesCase).matches(typed) }
  }
}

/// A pattern in which `*` stands for any characters or none.
private struct Wildcard {
  /// What stands between the asterisks.
  private let pieces: [[Unicode.Scalar]]

  /// What stands for an asterisk while the pattern is compared as a whole; no text has this character.
  private static let any: Unicode.Scalar = "\u{FFFF}"

  init(_ pattern: String, matchingCase: Bool) {
    var marked = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "\\":
        // Only a backslash right before an asterisk is an escape; others stand for themselves.
        if isEscaped { marked.append("\\") }
        isEscaped = true
        continue
      case "*": marked.append(isEscaped ? "*" : Self.any)
      default: marked.append(contentsOf: isEscaped ? ["\\", scalar] : [scalar])
      }
      isEscaped = false
    }
    if isEscaped { marked.append("\\") }
    pieces = String(marked).comparable(matchingCase: matchingCase).unicodeScalars
      .split(separator: Self.any, omittingEmptySubsequences: false).map(Array.init)
  }

  func matches(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    guard pieces.count > 1 else { return text == first }
    guard text.count >= first.count + last.count, text.starts(with: first),
      text.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    // The leftmost place of each piece leaves most to the pieces behind it.
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      while !rest.starts(with: piece) {
        guard rest.count > piece.count else { return false }
        rest = rest.dropFirst()
      }
      rest = rest.dropFirst(piece.count)
    }
    return true
  }
}

internal import Foundation

extension ShortText {
  /// The first accepted text that a response matches.
  ///
  /// Compared after Unicode composition (NFC), without spaces around and with one space for many
  /// within, and in small letters unless case matters. `*` stands for any characters or none, `\*`
  /// for an asterisk. Source: Moodle 4.5, `qtype_shortanswer_question::compare_string_with_wildcard`,
  /// which leaves spaces within as they are.
  ///
  /// - Complexity: O(*n* · *m*) for a text of length *n* and patterns of length *m*.
  public func match(of text: String) -> Accepted? {
    let typed = Array(folded(text))
    return accepted.first { Wildcard(folded($0.pattern)).matches(typed) }
  }

  private func folded(_ text: String) -> String {
    let words = text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
    let joined = words.joined(separator: " ")
    return matchesCase ? joined : joined.lowercased()
  }
}

/// A pattern in which `*` stands for any characters or none.
private struct Wildcard {
  /// What stands between the asterisks.
  private var pieces: [[Character]] = [[]]

  init(_ pattern: String) {
    var isEscaped = false
    for character in pattern {
      switch character {
      case "\\":
        // Only a backslash right before an asterisk is an escape; others stand for themselves.
        if isEscaped { pieces[pieces.count - 1].append("\\") }
        isEscaped = true
        continue
      case "*" where !isEscaped: pieces.append([])
      case "*": pieces[pieces.count - 1].append("*")
      default: pieces[pieces.count - 1] += isEscaped ? ["\\", character] : [character]
      }
      isEscaped = false
    }
    if isEscaped { pieces[pieces.count - 1].append("\\") }
  }

  func matches(_ text: [Character]) -> Bool {
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

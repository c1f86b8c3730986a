// Signs of a form are found byte by byte: a sign with a combining accent behind it is one character
// for Swift, and still the sign for every other program.

extension StringProtocol {
  /// Whether the text begins with the bytes of another.
  package func begins(with prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether the bytes of another text stand in this one.
  ///
  /// - Complexity: O(*n* · *m*), with *m* a few bytes.
  package func holds(_ part: String) -> Bool {
    guard let first = part.utf8.first else { return true }
    var rest = utf8[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The text with something else for some of its scalars; `nil` leaves a scalar as it is.
  package func replacing(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var replaced = ""
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        replaced += text
      } else {
        replaced.unicodeScalars.append(scalar)
      }
    }
    return replaced
  }

  /// The lines between line feeds, the empty ones too.
  package var lines: [String] {
    parts(between: "\n")
  }

  /// The parts between a scalar, the empty ones too.
  package func parts(between separator: Unicode.Scalar) -> [String] {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
  }
}

extension Unicode.Scalar {
  /// Whether the character is an ASCII digit.
  package var isDigit: Bool {
    (0x30...0x39).contains(value)
  }
}

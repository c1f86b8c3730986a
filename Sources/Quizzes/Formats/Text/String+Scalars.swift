// Signs of a form are found byte by byte: a sign with a combining accent behind it is one character
// for Swift, and still the sign for every other program.

extension StringProtocol {
  /// Whether the text begins with the bytes of another.
  package func begins(with prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
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
    if separator.isASCII {
      return Array(utf8)
        .split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space, as the property of this name says, which takes longer to look
  /// up.
  ///
  /// Source: *Unicode Character Database*, version 15, `PropList.txt`, `White_Space`.
  package var isWhiteSpace: Bool {
    switch value {
    case 9...13, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether the character is composed, and nothing combines with it: Latin letters and common
  /// punctuation.
  ///
  /// A text of such characters is in its canonical form, and each is seen by itself.
  package var standsAlone: Bool {
    switch value {
    // A line feed joins a carriage return, and a capital I with a dot has two scalars in small letters.
    case 0xD, 0xAD, 0x130: false
    case 0..<0x300, 0x2010...0x2027: true
    default: false
    }
  }

  /// Whether the character is an ASCII digit.
  package var isDigit: Bool {
    (0x30...0x39).contains(value)
  }
}

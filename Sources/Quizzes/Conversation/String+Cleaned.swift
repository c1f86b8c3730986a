internal import Diagnostics

extension String {
  /// A typed or pasted text of several lines as it is kept: each line ``cleaned``, blank lines between
  /// them, none around them.
  var cleanedParagraphs: String {
    let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).cleaned }
    let inner = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    return inner.joined(separator: "\n")
  }

  /// A typed line as it is kept: on one line, without characters that hide or reorder text, and
  /// without spaces around it.
  var cleaned: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !scalar.isHarmful {
        scalars.append(scalar)
      }
    }
    let words = String(scalars)
    return String(words.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

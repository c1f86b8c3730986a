internal import Diagnostics

extension String {
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

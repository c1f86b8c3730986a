internal import Foundation

// What is typed is compared with what a file says: by what it says, and not by which of several signs
// a keyboard, a telephone or a text program happened to put there.

extension String {
  /// The text as it is compared, without differences that only typography makes.
  ///
  /// It is ``plainlyWritten``, a final sigma counts as a sigma, many spaces as one and those around not
  /// at all.
  ///
  /// - Parameter matchingCase: Whether capital and small letters differ.
  /// - Returns: A text to compare with others of its sort, and not to show.
  func comparable(matchingCase: Bool = false) -> String {
    // Plain signs are compared as they are.
    if utf8.allSatisfy({ $0 < 0x80 }) { return (matchingCase ? self : lowercased()).onOneLine }
    var text = plainlyWritten.replacing("ς", with: "σ")
    if !matchingCase {
      // By way of capitals ß and SS, ı and I count alike too; İ leaves a dot behind.
      text = text.uppercased().lowercased().replacing("i\u{307}", with: "i")
    }
    return text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The text in plain signs.
  ///
  /// Quotation marks and apostrophes of any form become `"` and `'`, dashes and the minus sign `-`, an
  /// ellipsis three points, digits of other scripts and full-width letters the plain ones, any space a
  /// space. Characters that nothing shows (soft hyphens, zero-width spaces, direction marks) are left
  /// out. Raised digits and fractions of one sign stay what they are: 10² is not 102.
  var plainlyWritten: String {
    var plain = UnicodeScalarView()
    for scalar in precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII {
        plain.append(scalar)
      } else {
        plain.append(contentsOf: scalar.plain.unicodeScalars)
      }
    }
    return String(plain).precomposedStringWithCanonicalMapping
  }
}

extension Unicode.Scalar {
  /// What the character counts as in a comparison.
  fileprivate var plain: String {
    if properties.isDefaultIgnorableCodePoint || self == Self.kashida { return "" }
    if let sign = Self.plainSigns[self] { return sign }
    if properties.isWhitespace { return " " }
    if properties.numericType == .decimal, let digit = properties.numericValue {
      return "\(Int(digit))"
    }
    if isRaisedOrFraction { return String(self) }
    let variant = String(self).precomposedStringWithCompatibilityMapping
    guard variant.unicodeScalars.first != self else { return variant }
    return variant.unicodeScalars.map { $0.isASCII ? String($0) : $0.plain }.joined()
  }

  /// Whether the character is a raised digit or letter, or a fraction of one sign: as plain digits they
  /// would say something else.
  private var isRaisedOrFraction: Bool {
    switch value {
    case 0xAA, 0xB2, 0xB3, 0xB9, 0xBA, 0xBC...0xBE, 0x2070...0x207F, 0x2150...0x215F, 0x2189: true
    default: false
    }
  }

  /// The stroke that only makes an Arabic word longer.
  private static let kashida: Unicode.Scalar = "\u{640}"

  private static let plainSigns: [Unicode.Scalar: String] = {
    let alike: [(signs: String, plain: String)] = [
      ("‘’‚‛′‵`´ʹʻʼʽˈ՚׳ߴߵꞋꞌ‹›", "'"), ("“”„‟«»″‶ʺˮ〝〞〟״❝❞", "\""),
      ("‐‑‒–—―−⁃˗־᠆﹘﹣", "-"), ("⁄∕", "/"), ("⋯", "..."), ("،", ","), ("؛", ";"), ("؟", "?"),
      ("٪", "%"),
    ]
    return alike.reduce(into: [:]) { signs, row in
      for sign in row.signs.unicodeScalars { signs[sign] = row.plain }
    }
  }()
}

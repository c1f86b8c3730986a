internal import Foundation

extension String {
  /// The text as it is compared with others of its item: composed, with single spaces, and in small
  /// letters where case does not matter.
  package func compared(matchingCase: Bool = false) -> String {
    if unicodeScalars.allSatisfy(\.standsAlone) {
      return (matchingCase ? self : lowercased()).onOneLine
    }
    let composed = precomposedStringWithCanonicalMapping
    return (matchingCase ? composed : composed.lowercased())
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether two texts of an item read alike.
  package func isSame(as other: String, matchingCase: Bool = false) -> Bool {
    self == other
      || compared(matchingCase: matchingCase) == other.compared(matchingCase: matchingCase)
  }
}

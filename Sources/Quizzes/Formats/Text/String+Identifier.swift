extension String {
  /// Whether the text may be the identifier of an item; see `Node.identifier`.
  package var isIdentifier: Bool {
    utf8.count <= 64 && isOfIdentifierSigns
  }

  /// Whether the text begins with a letter or a digit of ASCII, and goes on with these, hyphens, points
  /// and underscores.
  var isOfIdentifierSigns: Bool {
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return utf8.first.map(isLetterOrDigit) == true
      && utf8.allSatisfy { isLetterOrDigit($0) || "-._".utf8.contains($0) }
  }
}

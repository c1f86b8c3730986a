extension String {
  /// Whether the text may be the identifier of an item; see `Node.identifier`.
  package var isIdentifier: Bool {
    guard (1...64).contains(utf8.count), let first = utf8.first else { return false }
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isLetterOrDigit(first)
      && utf8.allSatisfy { isLetterOrDigit($0) || "-._".utf8.contains($0) }
  }
}

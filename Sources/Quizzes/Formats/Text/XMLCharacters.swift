internal import Diagnostics

extension Unicode.Scalar {
  /// Whether XML 1.0 allows the character.
  package var isXMLCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension String {
  /// At most forty characters, fit for a message.
  package var shortened: String {
    count > 40 ? "\(prefix(40).visible)…" : visible
  }
}

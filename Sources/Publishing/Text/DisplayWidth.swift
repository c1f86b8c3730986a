extension StringProtocol {
  /// The number of columns that the text takes in a terminal or another grid of equal cells.
  ///
  /// Chinese, Japanese and Korean characters and emoji take two, combining marks and control
  /// characters none. The locale does not matter. Source: Unicode Standard Annex 11, *East Asian
  /// Width*.
  ///
  /// - Complexity: O(*n*).
  var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// The number of columns that the character takes, from 0 to 2.
  var displayWidth: Int {
    guard let base = unicodeScalars.first(where: { $0.displayWidth > 0 }) else { return 0 }
    let isShownAsEmoji = base.properties.isEmoji && unicodeScalars.contains("\u{FE0F}")
    return isShownAsEmoji ? 2 : base.displayWidth
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if (0x20..<0x7F).contains(value) { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    // The vowels and final consonants of Korean syllables join the consonant before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || isWide ? 2 : 1
  }

  /// Whether the character is wide or fullwidth, emoji apart.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    default: false
    }
  }
}

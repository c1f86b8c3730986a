// How many columns of a terminal text takes. The same on every machine, because neither the locale
// nor the C library's tables take part.

extension StringProtocol {
  /// The columns that the text takes on one line, escape codes for colours not counted.
  ///
  /// - Complexity: O(*n*)
  public var displayWidth: Int {
    String(self).withoutStyle.reduce(0) { $0 + $1.displayWidth }
  }
}

extension String {
  /// The text without the codes that ``Style`` puts into it.
  public var withoutStyle: String {
    contains("\u{1B}") ? replacing(/\u{1B}\[[0-9;]*m/, with: "") : self
  }
}

extension Character {
  /// The columns that the character takes: 0, 1 or 2, or more for clusters that terminals draw side
  /// by side.
  ///
  /// Emoji made of several, such as families, flags and skin tones, take two.
  public var displayWidth: Int {
    let widths = unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    guard unicodeScalars.count > 1, widths > 0 else { return widths }
    let isJoinedEmoji =
      unicodeScalars.contains {
        $0 == "\u{200D}" || $0 == "\u{FE0F}" || $0.properties.isEmojiModifier
      }
      && unicodeScalars.contains { $0.properties.isEmoji }
    return isJoinedEmoji ? 2 : widths
  }
}

extension Unicode.Scalar {
  /// The columns that the character takes by itself.
  ///
  /// Source: Unicode Standard Annex #11, *East Asian Width*, version 15, where wide and full-width
  /// characters take two columns; marks, format characters and the vowels and finals of Hangul
  /// syllables none, as in the C library's `wcwidth`.
  var displayWidth: Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format: return Self.visibleFormats.contains(value) ? 1 : 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
    // Each half of a flag takes one column, the whole two.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    return properties.isEmojiPresentation || isInWideBlock ? 2 : 1
  }

  /// The soft hyphen, and signs that are written around or before numbers.
  private static let visibleFormats: Set<UInt32> = [
    0xAD, 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD,
    0x110CD,
  ]

  private var isInWideBlock: Bool {
    value >= 0x1100 && Self.wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x16FFF, 0x17000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}

extension Unicode.Scalar {
  /// Whether the character looks like a space and is none to YAML.
  var isOddBlank: Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether the character is a space or tab.
  var isBlank: Bool { self == " " || self == "\t" }

  /// Whether the character is a quotation mark of a word processor that can open a quotation.
  var opensCurlyQuotes: Bool {
    "\u{201C}\u{201D}\u{201E}\u{201F}\u{2018}\u{2019}\u{201A}\u{00AB}\u{00BB}".unicodeScalars
      .contains(self)
  }

  /// Whether the character is a quotation mark of a word processor that can close a quotation.
  var closesCurlyQuotes: Bool {
    "\u{201C}\u{201D}\u{2018}\u{2019}\u{00BB}\u{00AB}".unicodeScalars.contains(self)
  }
}

extension StringProtocol {
  /// The quotation marks of a word processor that stand around the whole text, and not within it.
  var curlyQuotes: (open: Unicode.Scalar, close: Unicode.Scalar)? {
    let scalars = unicodeScalars
    guard scalars.count >= 2, let open = scalars.first, let close = scalars.last,
      open.opensCurlyQuotes, close.closesCurlyQuotes,
      // An apostrophe within is no quotation mark.
      !scalars.dropFirst().dropLast().contains(where: {
        $0.opensCurlyQuotes && $0 != "\u{2019}" && $0 != "\u{2018}"
      })
    else { return nil }
    return (open, close)
  }
}

import Chance

/// Damage to a file by chance: bytes flipped, pieces cut, doubled, moved and put in.
///
/// Equal seeds damage equal files in the same way.
public struct Mutation {
  private var generator: SplitMix64

  /// Begins with a seed.
  public init(seed: UInt64) {
    generator = SplitMix64(seed: seed ^ 0x5EED)
  }

  private static let pieces = [
    "{", "}", "=", "~", "#", "::", "->", "%50%", "####", "\\", "//", "<", ">", "&", ";", "\"", "'",
    "]]>", "<![CDATA[", "<!--", "-->", "<?", "&#0;", "&#x10FFFF;", "&amp;",
    "<question type=\"cloze\">",
    "</text>", "\n\n", "\r", "\t", "\u{0}", "\u{7}", "\u{202E}", "\u{301}", "é", "😀", "1e99", "-0",
    "99999999999999999999", "0.1234567890123456789", "NaN", "[[1]]", "[html]", "[id:", "]",
    "ANSWER: A",
    "A) ", "$CATEGORY:", "{1:NUMERICAL:=1:", "{200:MC:", "fraction=\"", "<!DOCTYPE a [", "xml:lang",
    "- ", ": ", "|-", ">-", "?", "*", "&a", "!t", "%", "@", "  ",
    "[", "{", ",", "\"\"", "2026-02-30", "24:00", "America/Atlantis", "-1", "every: ", "null",
  ]

  private mutating func number(_ range: Range<Int>) -> Int {
    range.isEmpty ? 0 : .random(in: range, using: &generator)
  }

  /// The bytes with one to seven kinds of damage.
  public mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<number(1..<8) {
      let place = number(0..<bytes.count + 1)
      let end = min(bytes.count, place + number(0..<40))
      switch number(0..<7) {
      case 0 where place < bytes.count: bytes[place] = UInt8(number(0..<256))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: number(0..<bytes.count + 1))
      case 4 where number(0..<10) == 0: bytes.removeSubrange(place...)
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes.insert(contentsOf: piece.utf8, at: place)
      }
    }
    return bytes
  }
}

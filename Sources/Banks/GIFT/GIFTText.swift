internal import Diagnostics
internal import Quizzes

/// A piece of a GIFT file in bytes, cut as Moodle cuts it.
///
/// All signs of GIFT are ASCII, so that bytes and characters agree on where they are. Source:
/// Moodle 4.5, `question/format/gift/format.php`, whose functions work on bytes too.
struct GIFTText: Hashable, Sendable {
  /// The bytes, valid UTF-8.
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// Without the white space that PHP's `trim` knows around it.
  var trimmed: GIFTText {
    guard let first = bytes.firstIndex(where: { !$0.isTrimmed }),
      let last = bytes.lastIndex(where: { !$0.isTrimmed })
    else { return GIFTText([]) }
    return GIFTText(bytes[first...last])
  }

  func hasPrefix(_ prefix: String) -> Bool {
    bytes.starts(with: prefix.utf8)
  }

  func contains(_ wanted: String) -> Bool {
    firstIndex(of: wanted) != nil
  }

  /// Where a text first begins.
  func firstIndex(of wanted: String) -> Int? {
    guard let sign = wanted.utf8.first else { return bytes.startIndex }
    var rest = bytes
    while let place = rest.firstIndex(of: sign) {
      if bytes[place...].starts(with: wanted.utf8) { return place }
      rest = bytes[(place + 1)...]
    }
    return nil
  }

  /// Where a text last begins.
  func lastIndex(of wanted: String) -> Int? {
    guard let sign = wanted.utf8.first else { return bytes.endIndex }
    var rest = bytes
    while let place = rest.lastIndex(of: sign) {
      if bytes[place...].starts(with: wanted.utf8) { return place }
      rest = bytes[..<place]
    }
    return nil
  }

  /// The text in which every sign begins an option, with a tilde before it.
  ///
  /// Moodle puts one before those that have one too, and passes over the empty option between them.
  func withOptionBefore(_ sign: Unicode.Scalar) -> GIFTText {
    var marked: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: sign), marked.last != UInt8(ascii: "~") {
        marked.append(UInt8(ascii: "~"))
      }
      marked.append(byte)
    }
    return GIFTText(marked[...])
  }

  /// Whether a sign stands directly between two letters or digits, as in `header=True`.
  func hasSignInWord(_ sign: Unicode.Scalar) -> Bool {
    let sign = UInt8(ascii: sign)
    func isInWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
    return bytes.indices.contains { bytes[$0] == sign && isInWord($0 - 1) && isInWord($0 + 1) }
  }

  /// Whether an answer section begins as a gap does in Moodle's cloze code: `1:SHORTANSWER:`.
  var beginsLikeGap: Bool {
    ClozeCode.begins(String(decoding: bytes.prefix(40), as: UTF8.self))
  }

  /// What stands before and behind the first place of a text.
  func split(at wanted: String) -> (before: GIFTText, behind: GIFTText)? {
    firstIndex(of: wanted).map { place in
      (
        GIFTText(bytes[..<place]),
        GIFTText(bytes[(place + wanted.utf8.count)...])
      )
    }
  }

  /// The parts between a sign, the empty ones too.
  func parts(between sign: Unicode.Scalar) -> [GIFTText] {
    bytes.split(separator: UInt8(ascii: sign), omittingEmptySubsequences: false).map(GIFTText.init)
  }

  /// The parts between a sign, without a first one that is empty or, as in Moodle, `0`.
  func answers(between sign: Unicode.Scalar) -> [GIFTText] {
    var parts = parts(between: sign)
    if let first = parts.first?.trimmed, first.isEmpty || first.string == "0" {
      parts.removeFirst()
    }
    return parts.map(\.trimmed)
  }
}

extension UInt8 {
  /// Whether PHP's `trim` removes the byte.
  var isTrimmed: Bool {
    self == 0x20 || (0x09...0x0B).contains(self) || self == 0x0D || self == 0
  }
}

// The signs that a backslash protects. They become placeholders before a text is cut, and are put
// back in each piece.
extension GIFTText {
  private static let placeholders: [(escaped: String, placeholder: String, sign: String)] = [
    ("\\:", "&&058;", ":"), ("\\#", "&&035;", "#"), ("\\=", "&&061;", "="),
    ("\\{", "&&123;", "{"), ("\\}", "&&125;", "}"), ("\\~", "&&126;", "~"),
    ("\\n", "&&010", "\n"),
  ]

  /// The text with placeholders for the protected signs.
  ///
  /// Two backslashes are one first, so that `\\n` is a backslash and the letter n. A backslash before
  /// any other sign stays.
  var protected: GIFTText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while let place = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      result.append(contentsOf: bytes[index..<place])
      index = place
      let byte = bytes[index]
      let next = index + 1
      guard next < bytes.endIndex else { break }
      if bytes[next] == UInt8(ascii: "\\") {
        result.append(byte)
        index += 2
      } else if let found = Self.placeholders.first(where: { $0.escaped.utf8.last == bytes[next] })
      {
        result.append(contentsOf: found.placeholder.utf8)
        index += 2
      } else {
        result.append(byte)
        index += 1
      }
    }
    result.append(contentsOf: bytes[index...])
    return GIFTText(result[...])
  }

  /// The text with the signs put back for their placeholders.
  var restored: String {
    guard contains("&&") else { return string }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while let place = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      result.append(contentsOf: bytes[index..<place])
      index = place
      let rest = bytes[index...]
      if rest.starts(with: "&&".utf8),
        let found = Self.placeholders.first(where: { rest.starts(with: $0.placeholder.utf8) })
      {
        result.append(contentsOf: found.sign.utf8)
        index += found.placeholder.utf8.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    result.append(contentsOf: bytes[index...])
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text has what GIFT would take for one of its placeholders.
  static func isAmbiguous(_ text: String) -> Bool {
    text.holds("&&0") || text.holds("&&1")
  }

  /// A text with backslashes before the signs of GIFT, in Moodle's order.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "#", "=", "~", "{", "}", ":":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\r": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

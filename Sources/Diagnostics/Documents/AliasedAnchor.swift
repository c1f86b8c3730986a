/// A YAML anchor that an alias repeats, found without parsing.
///
/// Each alias stands for a copy of the whole value, so that a few hundred bytes can unfold into
/// billions of values. The parser must never see such a file: to compare keys, it would unfold them.
struct AliasedAnchor {
  /// The name without its sign.
  let name: String
  /// The offset of the sign in the text, in bytes.
  private let offset: Int

  /// The first anchor of which there is an alias; `nil` when there is none.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func first(in text: String) -> AliasedAnchor? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "*")) else { return nil }
    var anchors: [AliasedAnchor] = []
    var aliases: Set<String> = []
    var previous = UInt8(ascii: "\n")
    for (offset, byte) in bytes.enumerated() {
      defer { previous = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), endsToken(previous) else {
        continue
      }
      let name = String(decoding: bytes[(offset + 1)...].prefix(while: isOfName), as: UTF8.self)
      if byte == UInt8(ascii: "&") {
        anchors.append(AliasedAnchor(name: name, offset: offset))
      } else {
        aliases.insert(name)
      }
    }
    return anchors.first { !$0.name.isEmpty && aliases.contains($0.name) }
  }

  /// Where the anchor stands in its file.
  func location(in source: SourceText) -> Diagnostic.Location {
    let before = Array(source.text.utf8.prefix(offset))
    let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = line.last.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count } ?? 0
    return Diagnostic.Location(file: source.file, line: line.count, column: column + 1)
  }

  /// Whether a new token may begin after a byte.
  private static func endsToken(_ byte: UInt8) -> Bool {
    " \n\t[]{},:?".utf8.contains(byte)
  }

  /// Whether a byte can stand in the name of an anchor.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

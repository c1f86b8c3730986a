/// Words for the shell, which runs the commands that the SSH server forces.
///
/// All of it works on bytes, as the shell does: a letter of Swift's may be a quotation mark with an
/// accent, which to the shell is a quotation mark.
public enum ShellWords {
  /// Words as the shell of POSIX reads them, each of them as it is.
  static func quoted(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// One word, in single quotes where a byte could mean something to the shell.
  public static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.utf8.allSatisfy(isPlain) else { return word }
    return "'" + word.replacingBytes(quote, with: #"'\''"#) + "'"
  }

  /// The words of a line that ``quoted(_:)`` wrote; `nil` for one that it cannot have written.
  static func words(of line: String) -> [String]? {
    var words: [[UInt8]] = []
    var word: [UInt8]?
    var rest = Array(line.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: " "):
        if let whole = word { words.append(whole) }
        word = nil
      case quote:
        guard let end = rest.firstIndex(of: quote) else { return nil }
        word = (word ?? []) + rest[..<end]
        rest = rest[(end + 1)...]
      case UInt8(ascii: "\\"):
        guard rest.popFirst() == quote else { return nil }
        word = (word ?? []) + [quote]
      case _ where isPlain(byte): word = (word ?? []) + [byte]
      default: return nil
      }
    }
    if let whole = word { words.append(whole) }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let quote = UInt8(ascii: "'")

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_@%+=:,./-".utf8.contains(byte)
    }
  }
}

extension String {
  /// The text with each byte of one value replaced, whatever letter of Swift's it is part of.
  func replacingBytes(_ byte: UInt8, with replacement: String) -> String {
    String(
      decoding: utf8.flatMap { $0 == byte ? Array(replacement.utf8) : [$0] },
      as: UTF8.self
    )
  }
}

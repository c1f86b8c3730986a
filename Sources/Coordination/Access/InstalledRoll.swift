internal import Quizzes
internal import Records

/// What the SSH server's key file says, line by line.
public struct InstalledRoll: Hashable, Sendable {
  /// A line that lets somebody in.
  struct Line: Hashable {
    let number: Int
    /// Whether the line takes away all that the server offers, such as forwarding.
    let isRestricted: Bool
    /// The command that the line forces, where it is one of ours.
    let forced: ForcedCommand.Reading?
    let key: PublicKey?
    /// Whom a certificate of the key must name; `nil` where the key itself lets in.
    var principals: String?
    /// Whether certificates that the key signed let in.
    var isAuthority = false
  }

  let lines: [Line]

  /// Reads the file; comments and empty lines say nothing.
  public init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line in
        let content = line.drop { $0 == " " || $0 == "\t" }
        guard !content.isEmpty, content.utf8.first != UInt8(ascii: "#") else { return nil }
        return Self.line(String(content), number: index + 1)
      }
  }

  private static func line(_ text: String, number: Int) -> Line {
    if let key = try? PublicKey(line: text) {
      return Line(number: number, isRestricted: false, forced: nil, key: key)
    }
    let (options, rest) = options(of: text)
    let command = options.first { $0.name == "command" }?.value
    return Line(
      number: number,
      isRestricted: options.contains { $0.name == "restrict" }
        && !options.contains { $0.name.hasSuffix("forwarding") || $0.name == "user-rc" },
      forced: command.flatMap(ForcedCommand.reading),
      key: try? PublicKey(line: rest),
      principals: options.first { $0.name == "principals" }?.value,
      isAuthority: options.contains { $0.name == "cert-authority" }
    )
  }

  /// The options before a key, parted by commas, values in quotation marks; and what follows them.
  private static func options(of text: String) -> ([(name: String, value: String?)], rest: String) {
    var options: [(name: String, value: String?)] = []
    var (name, value): ([UInt8], [UInt8]?) = ([], nil)
    var isQuoted = false
    var rest = Array(text.utf8)[...]
    func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    reading: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\") where isQuoted && rest.first == UInt8(ascii: "\""):
        value?.append(UInt8(ascii: "\""))
        rest.removeFirst()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "=") where !isQuoted && value == nil: value = []
      case UInt8(ascii: ",") where !isQuoted:
        options.append((string(name).lowercased(), value.map(string)))
        (name, value) = ([], nil)
      case UInt8(ascii: " ") where !isQuoted, UInt8(ascii: "\t") where !isQuoted: break reading
      default:
        if value != nil { value?.append(byte) } else { name.append(byte) }
      }
    }
    options.append((string(name).lowercased(), value.map(string)))
    return (options, String(decoding: rest, as: UTF8.self))
  }
}

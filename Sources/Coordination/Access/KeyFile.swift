public import Diagnostics
public import Records

/// The public keys of one participant, as a file `ID.pub` has them, one on a line.
public struct KeyFile: Hashable, Sendable {
  /// Whose keys they are, by identifier.
  public let participant: Participant.ID
  /// The keys in the order of the file, each once.
  public let keys: [PublicKey]
  /// The file's path.
  public let path: String

  /// The ending of names of files with public keys.
  public static let ending = ".pub"

  /// Keys that were read before.
  public init(participant: Participant.ID, keys: [PublicKey], path: String) {
    self.participant = participant
    self.keys = keys
    self.path = path
  }

  /// Reads a file; reports every line that is not a key.
  ///
  /// Empty lines and lines that begin with `#` do not count. Comments behind keys are dropped: what the
  /// server reads is written anew.
  public init(_ source: SourceText, of participant: Participant.ID, _ findings: inout Findings) {
    var keys: [PublicKey] = []
    var lineCount = 0
    for (index, line) in source.text.split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    )
    .enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      lineCount += 1
      let place = Diagnostic.Location(file: source.file, line: index + 1)
      do {
        let key = try PublicKey(line: String(words))
        if keys.contains(key) {
          findings.warn(at: place, "the same key is here twice", remedy: "remove one")
        } else {
          keys.append(key)
        }
      } catch {
        findings.report(error.diagnostic(at: place))
        // The other lines of a private key say nothing.
        if [.privateKey, .otherForm].contains(error) { break }
      }
    }
    if lineCount == 0 {
      findings.error(
        at: .init(file: source.file),
        "the file has no key",
        remedy: "ask for the file again, as 'ssh-keygen' wrote it"
      )
    }
    self.participant = participant
    self.keys = keys
    path = source.file
  }

  /// The name of the file with the keys of a participant.
  ///
  /// A slash, which no name can have, is written `%2F`, and `%` itself `%25`.
  public static func name(for participant: Participant.ID) -> String {
    participant.replacingBytes(UInt8(ascii: "%"), with: "%25")
      .replacingBytes(UInt8(ascii: "/"), with: "%2F") + ending
  }

  /// Whose keys a file of that name has; `nil` for a file of another kind.
  public static func participant(ofFileNamed name: String) -> Participant.ID? {
    guard name.hasSuffix(ending), name.count > ending.count else { return nil }
    return Participant.normalized(String(name.dropLast(ending.count)))
      .replacing("%2F", with: "/").replacing("%25", with: "%")
  }
}

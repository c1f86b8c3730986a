internal import Quizzes
internal import Records

/// What the SSH server starts, whatever a participant asks for.
///
/// All paths are in the command, so that no variable of the participant's can name others.
public struct ForcedCommand: Hashable, Sendable {
  /// The program's path.
  public let program: String
  /// The workspace's path.
  public let workspace: String
  /// The markbook's path.
  public let markbook: String

  /// Creates a command from absolute paths without control characters.
  public init(program: String, workspace: String, markbook: String) {
    self.program = program
    self.workspace = workspace
    self.markbook = markbook
  }

  /// The words of the command for a participant.
  func words(
    for participant: Participant.ID,
    identifiedBy identification: Identification
  ) -> [String] {
    // An identifier that begins with a hyphen would be taken for an option.
    let isLikeAnOption = participant.utf8.first == UInt8(ascii: "-")
    return [program, "quiz"] + (isLikeAnOption ? ["--as=\(participant)"] : ["--as", participant])
      + [
        "--identified-by", Self.voucher(identification), "--workspace", workspace, "--markbook",
        markbook,
      ]
  }

  /// An identification as the command line has it: `key:SHA256:…`, `certificate:NAME`.
  private static func voucher(_ identification: Identification) -> String {
    switch identification {
    case .key(let detail): (["key"] + (detail.map { [$0] } ?? [])).joined(separator: ":")
    case .certificate(let detail):
      (["certificate"] + (detail.map { [$0] } ?? [])).joined(separator: ":")
    case .account, .claimed, .guest: identification.text
    }
  }

  /// The options of a line in the server's key file.
  ///
  /// There a quotation mark is written behind a backslash, and a backslash stands for itself (`sshd(8)`,
  /// AUTHORIZED_KEYS FILE FORMAT). The server lets the account's shell run the command. `exec` puts the
  /// program in the shell's place: a shell that stayed would be ended by Ctrl-C or Ctrl-\ before the
  /// program had answered, and the server would cut the connection with it.
  func options(
    for participant: Participant.ID,
    identifiedBy identification: Identification
  ) -> String {
    let words = ["exec"] + words(for: participant, identifiedBy: identification)
    let command = ShellWords.quoted(words)
    let escaped = command.replacingBytes(UInt8(ascii: "\""), with: "\\\"")
    return "restrict,pty,command=\"\(escaped)\""
  }

  /// What a forced command says.
  struct Reading: Hashable {
    let command: ForcedCommand
    let participant: Participant.ID
    /// How the participant is identified, as the command line has it.
    let voucher: String
    /// Whether the program takes the place of the shell that starts it.
    let replacesShell: Bool
  }

  /// Reads a forced command; `nil` for any that is not ours.
  static func reading(_ command: String) -> Reading? {
    guard var words = ShellWords.words(of: command) else { return nil }
    let replacesShell = words.first == "exec"
    if replacesShell { words.removeFirst() }
    guard words.count > 2, words[1] == "quiz" else { return nil }
    var values: [String: String] = [:]
    var rest = words.dropFirst(2)
    while let word = rest.popFirst() {
      if word.utf8.starts(with: "--as=".utf8) {
        values["--as"] = String(decoding: word.utf8.dropFirst(5), as: UTF8.self)
      } else if let value = rest.popFirst() {
        values[word] = value
      } else {
        return nil
      }
    }
    guard values.count == 4, let participant = values["--as"],
      let voucher = values["--identified-by"], let workspace = values["--workspace"],
      let markbook = values["--markbook"]
    else { return nil }
    return Reading(
      command: ForcedCommand(program: words[0], workspace: workspace, markbook: markbook),
      participant: participant,
      voucher: voucher,
      replacesShell: replacesShell
    )
  }
}

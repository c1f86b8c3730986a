/// Everything that an administrator needs to let participants in.
public struct AccessPlan: Sendable {
  /// How participants show who they are.
  public enum Proof: Hashable, Sendable {
    /// By keys that the coordinator has on file.
    case keys
    /// By certificates of an authority, whose public key is in a file, valid for a while.
    case certificates(authority: String, valid: String)
  }

  /// The folder with the files written.
  public let folder: String
  /// The account that owns the workspace and runs every sitting.
  public let account: String
  /// Where the server finds who is let in.
  public let keyFile: String
  /// What the server starts.
  public let command: ForcedCommand
  /// How participants show who they are.
  public let proof: Proof
  /// Files with the public keys of participants.
  public let keys: [KeyFile]

  /// The name of the file with the steps.
  public static let fileName = "STEPS.txt"

  /// Creates a plan.
  public init(
    folder: String,
    account: String,
    keyFile: String,
    command: ForcedCommand,
    proof: Proof,
    keys: [KeyFile]
  ) {
    self.folder = folder
    self.account = account
    self.keyFile = keyFile
    self.command = command
    self.proof = proof
    self.keys = keys
  }

  /// What the administrator does, as root, step by step.
  public var steps: String {
    let place = Self.folder(of: keyFile)
    func q(_ word: String) -> String { ShellWords.quoted(word) }
    return """
      Commands for the administrator, as root. You can run each of them again without harm.

      1. Create the account that owns the workspace. It can be used only with the key file.

         id \(q(account)) || useradd --system --user-group --create-home \\
           --home-dir /var/lib/\(q(account)) --shell /bin/sh --password '*' \(q(account))

      2. Give the workspace to this account, and close it to all others.

         chown -R \(q(account)): \(q(command.workspace))
         chmod -R u=rwX,g=rX,o= \(q(command.workspace))
         for file in \(q(command.markbook))*; do
           [ ! -e "$file" ] || { chown \(q(account)): "$file"; chmod 600 "$file"; }
         done

      3. Install the accepted keys. Only root can change them; the account can read them.

         install -d -o root -g \(q(account)) -m 750 \(q(place))
         install -o root -g \(q(account)) -m 640 \\
           \(q("\(folder)/\(KeyRoll.fileName)")) \(q(keyFile))

      4. Install the settings of the SSH server.

         install -o root -g root -m 644 \\
           \(q("\(folder)/\(ServerSettings.fileName)")) /etc/ssh/sshd_config.d/\(ServerSettings.fileName)
         sshd -t && systemctl reload ssh

      \(signing)5. Check the result.

         \(checking)

      Participants can now sit quizzes with:  ssh \(account)@THIS-MACHINE
      Coordinators run commands with:  sudo -u \(q(account)) \(q(command.program)) …
      When the roster or a key changes: run 'seminar access write' again, then step 3.

      """
  }

  private var checking: String {
    var words = [command.program, "access", "check"]
    words += ["--account", account, "--authorized-keys", keyFile]
    words += ["--workspace", command.workspace, "--markbook", command.markbook]
    return ShellWords.quoted(words)
  }

  /// The commands that sign each participant's key; nothing where keys themselves are on file.
  private var signing: String {
    guard case .certificates(let authority, let valid) = proof else { return "" }
    let lines = keys.map { file in
      let words = [
        "ssh-keygen", "-s", authority, "-I", file.participant, "-n", file.participant, "-V", valid,
        file.path,
      ]
      return "   " + ShellWords.quoted(words)
    }
    let commands =
      lines.isEmpty
      ? "   ssh-keygen -s \(ShellWords.quoted(authority)) -I ID -n ID -V \(valid) ID.pub"
      : lines.joined(separator: "\n")
    return """
      On the machine with the authority's private key, sign each participant's key. Send the file whose
      name ends with '-cert.pub' to the participant, who keeps it next to the private key.

      \(commands)


      """
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

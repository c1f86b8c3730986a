internal import Diagnostics

/// The settings of the SSH server for the account that sits quizzes for everybody.
public struct ServerSettings: Hashable, Sendable {
  /// The name of the account.
  public let account: String
  /// Where the server finds who is let in.
  public let keyFile: String

  /// The name of the file with the settings.
  public static let fileName = "seminar.conf"

  /// Creates settings for an account.
  public init(account: String, keyFile: String) {
    self.account = account
    self.keyFile = keyFile
  }

  /// What each setting must be for the account, by its name in `sshd -T`, and why.
  private static let required: [(name: String, value: String, danger: String)] = [
    ("authenticationmethods", "publickey", "somebody could come in without a key"),
    ("passwordauthentication", "no", "somebody could guess a password"),
    ("kbdinteractiveauthentication", "no", "somebody could guess a password"),
    ("authorizedkeyscommand", "none", "a program lets people in, in addition to the key file"),
    ("trustedusercakeys", "none", "a certificate could let people in without the command"),
    ("disableforwarding", "yes", "participants could reach other machines through this one"),
    ("permituserrc", "no", "a file of the account could run other commands"),
    ("permituserenvironment", "no", "the key file could set variables"),
    ("forcecommand", "none", "the command of the key file, which says who sits, does not count"),
  ]

  /// The file for the server.
  public var text: String {
    """
    # Settings of the SSH server for quizzes, written by 'seminar access write'.
    # Install this file as /etc/ssh/sshd_config.d/\(Self.fileName).

    # A whole class connects in the same minute; by default the server then drops some.
    MaxStartups 100:30:500

    Match User \(account)
        AuthenticationMethods publickey
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        AuthorizedKeysFile \(keyFile)
        AuthorizedKeysCommand none
        TrustedUserCAKeys none
        DisableForwarding yes
        PermitUserRC no
        PermitTTY yes
        ExposeAuthInfo yes
        # Whatever the participant's own language is, the text is UTF-8.
        SetEnv LC_ALL=C.UTF-8
        # A connection that broke is noticed within a minute.
        ClientAliveInterval 15
        ClientAliveCountMax 4
    Match all

    """
  }

  /// What is wrong in the settings that the server uses for the account, or that nothing is.
  ///
  /// - Parameter text: What `sshd -T -C user=ACCOUNT` prints: a setting and its value on each line.
  /// - Returns: A problem for each setting that opens a way in.
  public func observations(of text: String) -> [Observation] {
    var values: [String: [String]] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let name = words.first else { continue }
      values[name.lowercased(), default: []].append(words.dropFirst().first ?? "")
    }
    let install =
      "install the file '\(Self.fileName)' that 'seminar access write' makes, then reload "
      + "the server"
    var observations = Self.required.compactMap { setting -> Observation? in
      let found = values[setting.name]?.joined(separator: " ") ?? "none"
      guard found.lowercased() != setting.value else { return nil }
      return Observation(
        .problem,
        Self.topic,
        "'\(setting.name)' is '\(found.visible)' for '\(account.visible)', expected "
          + "'\(setting.value)': \(setting.danger)",
        remedy: install
      )
    }
    let files = values["authorizedkeysfile"] ?? []
    if files != [keyFile] {
      observations.append(
        Observation(
          .problem,
          Self.topic,
          "the server reads '\(files.joined(separator: " ").visible)' for '\(account.visible)', "
            + "expected '\(keyFile.visible)'",
          remedy: install
        )
      )
    }
    let accepted = (values["acceptenv"] ?? []).flatMap { $0.split(separator: " ").map(String.init) }
    let unwanted = accepted.filter { $0 != "LANG" && !$0.hasPrefix("LC_") }
    if !unwanted.isEmpty {
      observations.append(
        Observation(
          .problem,
          Self.topic,
          "the server takes these variables from participants: \(unwanted.listed)",
          remedy: "keep only 'LANG' and 'LC_*' in the lines 'AcceptEnv' of /etc/ssh/sshd_config"
        )
      )
    }
    if values["exposeauthinfo"] != ["yes"] {
      observations.append(
        Observation(
          .note,
          Self.topic,
          "the server does not tell the program which key it checked; the key file does",
          remedy: install
        )
      )
    }
    guard observations.isEmpty else { return observations }
    return [
      Observation(
        .ok,
        Self.topic,
        "for '\(account.visible)' it takes keys only, and offers nothing else"
      )
    ]
  }

  static let topic = "SSH server"
}

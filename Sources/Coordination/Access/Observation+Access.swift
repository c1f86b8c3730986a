internal import Diagnostics

extension Observation {
  /// Whether the account for sittings is as it should be.
  ///
  /// - Parameters:
  ///   - account: The account; `nil` when the system does not know it.
  ///   - name: Its name.
  /// - Returns: What is wrong, or that nothing is.
  public static func service(_ account: AccountFacts?, named name: String) -> Observation {
    guard let account else {
      return Observation(
        .problem,
        "account",
        "there is no account '\(name.visible)' on this machine",
        remedy: "make it as STEPS.txt says, or name another with '--account'"
      )
    }
    guard account.user != 0 else {
      return Observation(
        .problem,
        "account",
        "sittings would run as root",
        remedy: "make an account that can do nothing else, as STEPS.txt says"
      )
    }
    guard
      ["/bin/sh", "/bin/bash", "/bin/dash", "/usr/bin/bash", "/usr/bin/dash"]
        .contains(account.shell)
    else {
      return Observation(
        .problem,
        "account",
        "the shell of '\(name.visible)' is '\(account.shell.visible)', which does not run the "
          + "command of the key file as it is written",
        remedy: "usermod --shell /bin/sh \(ShellWords.quoted(name))"
      )
    }
    return Observation(.ok, "account", "'\(name.visible)' runs sittings, with \(account.shell)")
  }

  /// Whether only the administrator can change a file that decides who is let in or what is started.
  ///
  /// - Parameters:
  ///   - topic: What the file is.
  ///   - reach: The file with the folders above it.
  ///   - account: The account for sittings.
  ///   - isSecret: Whether other accounts may not read it.
  /// - Returns: What is wrong, or that nothing is.
  public static func guarded(
    _ topic: String,
    _ reach: Reach,
    for account: AccountFacts,
    isSecret: Bool
  ) -> [Observation] {
    guard let file = reach.file else { return [] }
    var observations = reach.stepsOpenToOthers(than: [0]).map { step in
      Observation(
        .problem,
        topic,
        "accounts other than root can change '\(step.path.visible)' (mode \(step.mode), owner "
          + "\(step.ownerName.visible))",
        remedy: "chown root \(ShellWords.quoted(step.path)); "
          + "chmod go-w \(ShellWords.quoted(step.path))"
      )
    }
    if isSecret, reach.isReadableByAll {
      observations.append(
        Observation(
          .problem,
          topic,
          "every account can read '\(file.path.visible)' (mode \(file.mode))",
          remedy: "chmod o= \(ShellWords.quoted(file.path))"
        )
      )
    }
    let works = isSecret ? reach.isReadable(by: account) : reach.isRunnable(by: account)
    if !works {
      observations.append(
        Observation(
          .problem,
          topic,
          "'\(account.name.visible)' cannot \(isSecret ? "read" : "run") '\(file.path.visible)'",
          remedy: isSecret
            ? "chgrp \(ShellWords.quoted(account.name)) \(ShellWords.quoted(file.path)); "
              + "chmod 640 \(ShellWords.quoted(file.path))"
            : "install the program where every account can run it, such as /usr/local/bin"
        )
      )
    }
    guard observations.isEmpty else { return observations }
    return [Observation(.ok, topic, "only root can change '\(file.path.visible)'")]
  }

  /// Whether the workspace and the markbook belong to the account for sittings.
  public static func owned(
    _ topic: String,
    _ reach: Reach,
    by account: AccountFacts
  ) -> Observation {
    let path = reach.file?.path ?? ""
    guard let file = reach.file, file.owner == account.user else {
      return Observation(
        .problem,
        topic,
        "'\(path.visible)' belongs to \((reach.file?.ownerName ?? "nobody").visible), not to "
          + "'\(account.name.visible)'",
        remedy: "chown -R \(ShellWords.quoted("\(account.name):")) \(ShellWords.quoted(path))"
      )
    }
    guard reach.steps.allSatisfy({ $0.allows($0.isFolder ? 1 : 4, to: account) }) else {
      return Observation(
        .problem,
        topic,
        "'\(account.name.visible)' cannot get to '\(path.visible)'",
        remedy: "let it through every folder above: chmod o+x FOLDER, or move the workspace to /srv"
      )
    }
    guard file.permissions & 0o007 == 0 else {
      return Observation(
        .problem,
        topic,
        "other accounts can get into '\(path.visible)' (mode \(file.mode))",
        remedy: "chmod -R o= \(ShellWords.quoted(path))"
      )
    }
    return Observation(.ok, topic, "'\(path.visible)' belongs to '\(account.name.visible)' alone")
  }
}

internal import Diagnostics
public import Records

extension InstalledRoll {
  /// What is wrong in the server's key file, or that nothing is.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - roster: Who may sit.
  ///   - command: The command that every line should force.
  ///   - wanted: The lines that should be there, where the keys are at hand.
  /// - Returns: Problems first by line, then what is missing.
  public func observations(
    in path: String,
    roster: [Participant],
    command: ForcedCommand,
    wanted: KeyRoll?
  ) -> [Observation] {
    let names = Set(roster.map(\.id))
    var observations = lines.compactMap { observation(of: $0, in: path, names, command) }
    let present = Set(lines.compactMap(\.forced?.participant))
    let absent = roster.map(\.id).filter { !present.contains($0) }
    if !absent.isEmpty {
      observations.append(
        Observation(
          .warning,
          Self.topic,
          "no key lets these participants in: \(absent.listed)",
          remedy: "ask them for a public key, and run 'seminar access write' again"
        )
      )
    }
    if let wanted { observations += differences(from: wanted, in: path, names) }
    if observations.isEmpty {
      let count = lines.count
      observations.append(
        Observation(
          .ok,
          Self.topic,
          "'\(path.visible)' lets \(present.count) participants in with "
            + "\(count) keys, and nobody else"
        )
      )
    }
    return observations
  }

  static let topic = "key file"

  private func observation(
    of line: Line,
    in path: String,
    _ names: Set<Participant.ID>,
    _ command: ForcedCommand
  ) -> Observation? {
    let place = "line \(line.number) of '\(path.visible)'"
    func problem(_ message: String, remedy: String) -> Observation {
      Observation(.problem, Self.topic, "\(place) \(message)", remedy: remedy)
    }
    guard let forced = line.forced else {
      return problem(
        "lets somebody in without the command that sits quizzes",
        remedy: "remove the line; it was not written by 'seminar access write'"
      )
    }
    let who = "'\(forced.participant.visible)'"
    guard line.isRestricted else {
      return problem(
        "gives \(who) more than a terminal, because it lacks 'restrict'",
        remedy: "write the file again with 'seminar access write', and install it"
      )
    }
    guard names.contains(forced.participant) else {
      return problem(
        "lets \(who) in, who is not on the roster",
        remedy: "write the file again with 'seminar access write', and install it"
      )
    }
    guard forced.command == command else {
      return problem(
        "starts another program, workspace or markbook for \(who) than the one checked here",
        remedy: "write the file again with 'seminar access write', and install it; or name the "
          + "workspace with '--workspace'"
      )
    }
    guard !line.isAuthority || line.principals == forced.participant else {
      return problem(
        "lets in certificates that do not name \(who)",
        remedy: "write the file again with 'seminar access write', and install it"
      )
    }
    if forced.voucher.hasPrefix("key:"), let key = line.key,
      forced.voucher != "key:\(key.fingerprint)"
    {
      return problem(
        "records another key for \(who) than the one that it lets in",
        remedy: "write the file again with 'seminar access write', and install it"
      )
    }
    guard forced.replacesShell else {
      return Observation(
        .warning,
        Self.topic,
        "\(place) keeps a shell beside the quiz of \(who), so Ctrl-C ends the connection before the "
          + "quiz can answer",
        remedy: "write the file again with 'seminar access write', and install it"
      )
    }
    return nil
  }

  /// Which keys are in one of the two and not in the other.
  private func differences(
    from wanted: KeyRoll,
    in path: String,
    _ names: Set<Participant.ID>
  ) -> [Observation] {
    struct Pair: Hashable {
      let participant: Participant.ID
      let key: PublicKey
    }
    let certified = Set(lines.filter(\.isAuthority).compactMap(\.forced?.participant))
    let there = Set(
      lines.compactMap { line -> Pair? in
        guard !line.isAuthority, let forced = line.forced, let key = line.key else { return nil }
        return Pair(participant: forced.participant, key: key)
      }
    )
    let meant = Set(wanted.entries.map { Pair(participant: $0.participant, key: $0.key) })
    let missing = Set(meant.subtracting(there).map(\.participant)).subtracting(certified).sorted()
    let surplus = Set(there.subtracting(meant).map(\.participant)).filter(names.contains).sorted()
    let remedy = "run 'seminar access write' again, and install the file"
    return [
      missing.isEmpty
        ? nil
        : Observation(
          .warning,
          Self.topic,
          "'\(path.visible)' lacks a key of: \(missing.listed)",
          remedy: remedy
        ),
      surplus.isEmpty
        ? nil
        : Observation(
          .problem,
          Self.topic,
          "'\(path.visible)' has a key that is no longer on file, of: \(surplus.listed)",
          remedy: remedy
        ),
    ].compactMap(\.self)
  }
}

extension Sequence<String> {
  /// Names for people, at most twenty of them.
  var listed: String { map(\.visible).quoted(most: 20) }
}

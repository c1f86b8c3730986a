import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Records

extension AccessCommand {
  /// `seminar access check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check that participants can log in to their quizzes, and nobody else can.",
      discussion: """
        Checks the account, the key file, the settings of the SSH server, the program, and who
        can read the answer keys and the markbook. Run it as root so that it can see everything.
        If it finds a problem, the exit status is 1.

        Example:
          sudo seminar access check --workspace /srv/seminar --keys keys
        """
    )

    @Option(
      help: ArgumentHelp(
        "The settings file of the SSH server (default: the system's).",
        valueName: "file"
      ),
      completion: .file()
    )
    var sshdConfig: String?

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: ObservationReport.Form = .text

    @OptionGroup var access: AccessOptions

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      let roster = try access.roster(of: workspace)
      let command = try access.command(in: workspace)
      var findings = Findings()
      let files = try access.keys.map { try KeyFolder.read($0, &findings) }
      let roll = files.map { KeyRoll(roster, keys: $0, &findings) }
      guard !findings.hasErrors else { throw findings }
      let account = AccountFacts(named: access.account)
      var surveyor = Surveyor()
      var observations = [Observation.service(account, named: access.account)]
      if let source = try keyFile() {
        observations += InstalledRoll(source.text).observations(
          in: access.authorizedKeys,
          roster: roster,
          command: command,
          wanted: roll
        )
      } else {
        observations.append(Self.missing(access.authorizedKeys))
      }
      observations += server()
      if let account {
        observations += Observation.guarded(
          "key file",
          surveyor.reach(to: access.authorizedKeys),
          for: account,
          isSecret: true
        )
        observations += Observation.guarded(
          "program",
          surveyor.reach(to: command.program),
          for: account,
          isSecret: false
        )
        observations.append(
          Observation.owned("workspace", surveyor.reach(to: command.workspace), by: account)
        )
        let markbook = surveyor.reach(to: command.markbook)
        observations.append(Observation.owned("markbook", markbook, by: account))
        observations += Observation.markbook(markbook, runBy: account.user)
      }
      observations += Observation.keys(
        workspace.quizzes().map { surveyor.reach(to: $0) },
        in: "\(command.workspace)/quizzes",
        participants: roster.compactMap { AccountFacts(named: $0.id) }
          .filter { $0.user != account?.user }
      )
      try ObservationReport(observations, as: "seminar-access").write(as: format)
    }

    /// The server's key file; `nil` where there is none.
    private func keyFile() throws -> SourceText? {
      do {
        return try TextFile.read(access.authorizedKeys, sizeLimit: 32 << 20)
      } catch let failure as Failure where failure.status == .inputMissing {
        return nil
      }
    }

    private static func missing(_ path: String) -> Observation {
      Observation(
        .problem,
        "key file",
        "'\(path.visible)' does not exist, or you do not have permission to see it",
        remedy: "install it as STEPS.txt says, and run this as root; or name it with "
          + "'--authorized-keys'"
      )
    }

    /// What the server's settings come to for the account.
    private func server() -> [Observation] {
      let settings = ServerSettings(account: access.account, keyFile: access.authorizedKeys)
      let paths = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/sbin/sshd"]
      guard let sshd = paths.first(where: FileManager.default.isExecutableFile) else {
        return [
          Observation(
            .problem,
            "SSH server",
            "there is no SSH server on this machine",
            remedy: "install one, such as with: apt-get install openssh-server"
          )
        ]
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: sshd)
      process.arguments =
        ["-T", "-C", "user=\(access.account),host=localhost,addr=127.0.0.1"]
        + (sshdConfig.map { ["-f", WorkspaceOptions.absolute($0)] } ?? [])
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      process.standardInput = FileHandle.nullDevice
      do {
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
          let words = String(decoding: complaint, as: UTF8.self).split(separator: "\n").first ?? ""
          return [
            Observation(
              .problem,
              "SSH server",
              "its settings cannot be read: \(words.visible)",
              remedy: "run this as root; then see what is wrong with: sshd -t"
            )
          ]
        }
        return settings.observations(of: String(decoding: text, as: UTF8.self))
      } catch {
        return [
          Observation(
            .problem,
            "SSH server",
            "'\(sshd)' cannot be started: \(error.reason)",
            remedy: "run this as root"
          )
        ]
      }
    }
  }
}

import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Records

extension AccessCommand {
  /// `seminar access write DIR`.
  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "write",
      abstract: "Write the key file and the settings for the SSH server.",
      discussion: """
        Writes three files: the keys that are accepted (authorized_keys), settings for the SSH
        server (seminar.conf), and the steps for the administrator (STEPS.txt), which are also
        printed. A participant on the roster can log in if the folder '--keys' contains a file
        ID.pub with their public key. With '--authority', participants log in with a certificate
        from that authority instead, which can expire. The commands that sign their keys are
        printed.

        Examples:
          seminar access write /root/access --keys keys
          seminar access write /root/access --keys keys --authority ca.pub --valid +10w
        """
    )

    @Argument(
      help: ArgumentHelp("The folder to write the files to.", valueName: "folder"),
      completion: .directory
    )
    var folder: String

    @Option(
      help: ArgumentHelp(
        "The public key of the authority that signs certificates.",
        valueName: "file"
      ),
      completion: .file()
    )
    var authority: String?

    @Option(help: ArgumentHelp("How long certificates are valid.", valueName: "time"))
    var valid = "+10w"

    @Flag(help: "Also replace files that this command did not write.")
    var force = false

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: ReportForm = .text

    @OptionGroup var access: AccessOptions

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
      guard access.keys != nil || authority != nil else {
        throw ValidationError("Who is let in? Name the folder with public keys with '--keys'.")
      }
    }

    func run() throws {
      let workspace = try place.located()
      let notes = try verification.notes(on: workspace.readableMarkbook())
      let roster = try access.roster(of: workspace)
      let command = try access.command(in: workspace)
      var findings = Findings()
      let files = try access.keys.map { try KeyFolder.read($0, &findings) } ?? []
      var roll = KeyRoll(roster, keys: files, &findings)
      var proof = AccessPlan.Proof.keys
      if let authority {
        let signer = KeyFile(try TextFile.read(authority), of: "authority", &findings)
        if let key = signer.keys.first {
          roll = KeyRoll(roster, certifiedBy: key, &findings)
        }
        proof = .certificates(
          authority: WorkspaceOptions.absolute(authority).replacing(/\.pub$/, with: ""),
          valid: valid
        )
      }
      guard !findings.hasErrors else { throw findings }
      Output.error.tell(findings)
      guard !roll.entries.isEmpty else {
        throw Failure(
          .inputMissing,
          "nobody on the roster has a key in '\((access.keys ?? "").visible)'",
          remedy: "ask participants for their public keys, and save each as ID.pub"
        )
      }
      let names = Set(roster.map(\.id))
      let plan = AccessPlan(
        folder: WorkspaceOptions.absolute(folder),
        account: access.account,
        keyFile: access.authorizedKeys,
        command: command,
        proof: proof,
        keys: files.filter { names.contains($0.participant) }.map(\.absolute)
      )
      try write(roll, plan)
      Output.error.tell(notes: notes)
      if !roll.keyless.isEmpty {
        Output.error.tell(
          "note: these have no key and cannot log in: "
            + roll.keyless.map { "'\($0.visible)'" }.joined(separator: ", ")
        )
      }
    }

    private func write(_ roll: KeyRoll, _ plan: AccessPlan) throws {
      let settings = ServerSettings(account: plan.account, keyFile: plan.keyFile)
      let files = [
        (KeyRoll.fileName, roll.text(for: plan.command)), (ServerSettings.fileName, settings.text),
        (AccessPlan.fileName, plan.steps),
      ]
      do {
        try NewFile.makeFolders(folder)
      } catch {
        throw TextFile.unwritten(folder, error, option: nil)
      }
      let changed = try files.filter { name, text in try isNew(text, at: "\(folder)/\(name)") }
      for (name, text) in changed {
        try TextFile.write(text, to: "\(folder)/\(name)", replacing: true, option: nil)
      }
      let people = Set(roll.entries.map(\.participant)).sorted()
      let state = changed.isEmpty ? "Nothing has changed in" : "Wrote \(changed.counted("file")) to"
      try format.write(
        "\(state) \(folder): \(people.counted("participant")) let in\n\n\(plan.steps)",
        or: Report(
          folder: folder,
          written: changed.map(\.0),
          participants: people,
          keyless: roll.keyless,
          steps: plan.steps
        )
      )
    }

    /// What was written, for programs.
    private struct Report: Encodable {
      let format = "seminar-access"
      let version = 1
      let folder: String
      /// The files that are new or have changed.
      let written: [String]
      /// Those who are let in.
      let participants: [String]
      /// Those who have no key, and are not let in.
      let keyless: [String]
      /// What the administrator does.
      let steps: String
    }

    /// Whether a file is missing or says something else; one that others wrote is not replaced.
    private func isNew(_ text: String, at path: String) throws -> Bool {
      guard FileManager.default.fileExists(atPath: path) else { return true }
      let present = try TextFile.read(path, sizeLimit: 32 << 20).text
      if present == text { return false }
      let isOurs =
        present.prefix(400).contains("seminar access write")
        || present.prefix(400).contains("Commands for the administrator")
      guard isOurs || force else {
        throw Failure(
          .cannotCreate,
          "the file '\(path.visible)' exists and was not written by this command",
          remedy: "name another folder, or add '--force' to replace it"
        )
      }
      return true
    }
  }
}

extension KeyFile {
  /// The same file by its path from the root.
  fileprivate var absolute: KeyFile {
    KeyFile(participant: participant, keys: keys, path: WorkspaceOptions.absolute(path))
  }
}

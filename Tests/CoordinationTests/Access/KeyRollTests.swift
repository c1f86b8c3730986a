import Diagnostics
import Records
import Testing

@testable import Coordination

@Suite struct KeyRollTests {
  static let command = ForcedCommand(
    program: "/usr/local/bin/seminar",
    workspace: "/srv/seminar",
    markbook: "/srv/seminar/markbook.sqlite"
  )
  static let roster = ["p01", "p02", "p03"].map { Participant(id: $0, name: "N \($0)") }

  private func file(_ id: String, _ lines: String...) -> KeyFile {
    var findings = Findings()
    let text = lines.joined(separator: "\n")
    return KeyFile(SourceText(file: "keys/\(id).pub", text: text), of: id, &findings)
  }

  @Test func `each key becomes a line with its participant's command`() {
    var findings = Findings()
    let roll = KeyRoll(
      Self.roster,
      keys: [
        file("p02", SampleKeys.rsa2048), file("p01", SampleKeys.ed25519, SampleKeys.ecdsa256),
      ],
      &findings
    )
    #expect(findings.sorted.isEmpty)
    #expect(roll.entries.map(\.participant) == ["p01", "p01", "p02"])
    #expect(roll.keyless == ["p03"])
    let lines = roll.text(for: Self.command).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("restrict,pty,command=\"") }.count == 3)
    #expect(lines.last?.hasSuffix("\(SampleKeys.rsa2048) p02") == true)
  }

  @Test func `a key that two participants share is refused`() {
    var findings = Findings()
    _ = KeyRoll(
      Self.roster,
      keys: [file("p01", SampleKeys.ed25519), file("p02", SampleKeys.ed25519)],
      &findings
    )
    #expect(findings.hasErrors)
    #expect(findings.sorted.first?.message == "'p02' and 'p01' have the same key")
  }

  @Test func `a key of nobody on the roster is left out and named`() {
    var findings = Findings()
    let roll = KeyRoll(Self.roster, keys: [file("p011", SampleKeys.ed25519)], &findings)
    #expect(roll.entries.isEmpty)
    #expect(!findings.hasErrors)
    #expect(findings.sorted.first?.remedy == "did you mean 'p01'?")
  }

  @Test func `certificates name the participant as their principal`() throws {
    var findings = Findings()
    let authority = try PublicKey(line: SampleKeys.ed25519)
    let roll = KeyRoll(
      Self.roster + [Participant(id: "a,b", name: "N")],
      certifiedBy: authority,
      &findings
    )
    #expect(findings.sorted.first?.message == "a certificate cannot name 'a,b'")
    let lines = roll.text(for: Self.command).split(separator: "\n").suffix(3)
    #expect(
      lines.first.map(String.init)
        == "cert-authority,principals=\"p01\",restrict,pty,command=\"exec /usr/local/bin/seminar quiz "
        + "--as p01 --identified-by certificate:p01 --workspace /srv/seminar --markbook "
        + "/srv/seminar/markbook.sqlite\" \(SampleKeys.ed25519)"
    )
    #expect(InstalledRoll(roll.text(for: Self.command)).lines.allSatisfy { $0.forced != nil })
  }

  /// The observations about a file that was changed since it was written.
  private func observations(
    _ change: (String) -> String,
    roster: [Participant] = KeyRollTests.roster
  ) -> [Observation] {
    var findings = Findings()
    let keys = [
      file("p01", SampleKeys.ed25519), file("p02", SampleKeys.rsa2048),
      file("p03", SampleKeys.ecdsa256),
    ]
    let roll = KeyRoll(Self.roster, keys: keys, &findings)
    return InstalledRoll(change(roll.text(for: Self.command))).observations(
      in: "/etc/ssh/seminar/authorized_keys",
      roster: roster,
      command: Self.command,
      wanted: roll
    )
  }

  @Test func `a file as it was written is as it should be`() {
    #expect(observations { $0 }.map(\.level) == [.ok])
  }

  @Test func `a key without a command, without restrictions or of somebody else is a problem`() {
    let plain = observations { $0 + SampleKeys.ecdsa384 + " root\n" }
    #expect(plain.first?.message.contains("without the command that sits quizzes") == true)
    let open = observations { $0.replacing("restrict,pty,", with: "pty,") }
    #expect(open.count(where: { $0.message.contains("lacks 'restrict'") }) == 3)
    let forwarding = observations {
      $0.replacing("restrict,pty,", with: "restrict,pty,port-forwarding,")
    }
    #expect(forwarding.count(where: { $0.message.contains("lacks 'restrict'") }) == 3)
    let gone = observations({ $0 }, roster: Array(Self.roster.dropLast()))
    #expect(gone.first?.message.contains("lets 'p03' in, who is not on the roster") == true)
    let other = observations { $0.replacing("/srv/seminar", with: "/srv/other") }
    #expect(other.allSatisfy { $0.level == .problem })
    let kept = observations { $0.replacing("\"exec ", with: "\"") }
    #expect(kept.map(\.level) == [.warning, .warning, .warning])
    #expect(kept.first?.message.contains("keeps a shell beside the quiz of 'p01'") == true)
    let swapped = observations { $0.replacing(SampleKeys.ed25519, with: SampleKeys.ecdsa384) }
    #expect(swapped.contains { $0.message.contains("records another key for 'p01'") })
  }

  @Test func `certificates are checked by whom they must name`() throws {
    var findings = Findings()
    let authority = try PublicKey(line: SampleKeys.ed25519)
    let certified = KeyRoll(Self.roster, certifiedBy: authority, &findings)
    let keys = KeyRoll(Self.roster, keys: [file("p01", SampleKeys.rsa2048)], &findings)
    func observed(_ text: String) -> [Observation] {
      InstalledRoll(text).observations(
        in: "/etc/keys",
        roster: Self.roster,
        command: Self.command,
        wanted: keys
      )
    }
    let text = certified.text(for: Self.command)
    #expect(observed(text).map(\.level) == [.ok])
    let open = observed(text.replacing("principals=\"p01\",", with: ""))
    #expect(open.first?.message.contains("certificates that do not name 'p01'") == true)
  }

  @Test func `who has no key, a new key or a key that is not on file any more is named`() {
    let missing = observations { text in
      text.split(separator: "\n").filter { !$0.contains("--as p02") }.joined(separator: "\n")
    }
    #expect(missing.contains { $0.message == "no key lets these participants in: 'p02'" })
    #expect(missing.contains { $0.message.hasSuffix("lacks a key of: 'p02'") })
  }
}

import Foundation
import GoldenFiles
import PseudoTerminal
import Testing

/// What `seminar access` writes and refuses.
///
/// What the files do is tried against a real server, in `Tests/Access/ssh.sh`.
@Suite struct AccessTests {
  private static let first =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICH8kdeyZ2gU2E1UTlWOsmnTmZ+vSHQ8GMt21effGqv+"

  private func bench(keys: [String: String]) throws -> Workbench {
    let bench = try Workbench.enrolled()
    for (name, text) in keys { try bench.write(text, to: "keys/\(name)") }
    return bench
  }

  private let write = ["access", "write", "made", "--keys", "keys", "--program", "/bin/true"]

  @Test func `key file, settings and steps are written once, for the group at most`() throws {
    let bench = try bench(keys: ["p01.pub": Self.first + " laptop\n"])
    let ended = try bench.command(write).through("umask 000; exec \"$@\"").run()
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("Wrote 3 files to made: 1 participant let in\n"))
    #expect(ended.error.contains("note: these have no key and cannot log in: 'p02'"))
    #expect(ended.error.contains(/head: \S+\nverified: yes\n/))
    let made = try bench.contents().filter { $0.key.hasPrefix("made/") }
    #expect(Set(made.keys) == ["made/authorized_keys", "made/seminar.conf", "made/STEPS.txt"])
    #expect(Set(made.values.map(\.permissions)) == [0o640])
    let line = try bench.text(of: "made/authorized_keys").split(separator: "\n").last ?? ""
    #expect(line.hasPrefix("restrict,pty,command=\"exec /"))
    #expect(line.contains(" quiz --as p01 --identified-by key:SHA256:3nVvd0hcfG/"))
    #expect(line.hasSuffix("\(Self.first) p01"))
    expectGolden(try bench.text(of: "made/seminar.conf"), "access/seminar.conf")
    expectGolden(
      try bench.text(of: "made/STEPS.txt").replacing(bench.folder, with: "/FOLDER")
        .replacing(/\/\S*bin\/\w*true\w*|\/\S*coreutils/, with: "/bin/true"),
      "access/STEPS.txt"
    )
    let again = try bench.command(write).run()
    #expect(again.output.hasPrefix("Nothing has changed in made: "))
    #expect(try bench.contents().filter { $0.key.hasPrefix("made/") } == made)
  }

  static let refused: [(name: String, file: String, text: String)] = [
    ("options", "p01.pub", "command=\"sh\" \(first)\n"),
    ("private", "p01.pub", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n"),
    ("unknown", "p01.pub", "ssh-ed448 AAAA\n"),
    ("empty", "p01.pub", ""),
  ]

  @Test(arguments: refused)
  func `keys that are none are refused with their place`(
    name: String,
    file: String,
    text: String
  ) throws {
    let bench = try bench(keys: [file: text])
    let ended = try bench.command(write).run()
    #expect(ended.status == 65)
    #expect(ended.output == "")
    expectGolden(ended.transcript, "access/\(name).txt")
    #expect(try bench.contents()["made"] == nil)
  }

  @Test func `a key of nobody, a private key and a file of somebody else are named`() throws {
    let bench = try bench(keys: [
      "p01.pub": Self.first, "p1.pub": Self.first,
      "p01": "-----BEGIN OPENSSH PRIVATE KEY-----\n",
    ])
    try bench.write("mine", to: "made/authorized_keys")
    let ended = try bench.command(write).run()
    #expect(ended.status == 73)
    #expect(ended.error.contains("p1.pub: warning: nobody on the roster has the identifier 'p1'"))
    #expect(ended.error.contains("p01: warning: this is a private key"))
    #expect(try bench.text(of: "made/authorized_keys") == "mine")
    #expect(try bench.command(write + ["--force"]).run().status == 0)
  }

  @Test func `a link among the keys is not followed`() throws {
    let bench = try bench(keys: [:])
    try bench.write("secret words\n", to: "secret")
    try FileManager.default.createDirectory(
      atPath: bench.path("keys"),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("keys/p01.pub"),
      withDestinationPath: bench.path("secret")
    )
    let ended = try bench.command(write).run()
    #expect(ended.status == 65)
    #expect(ended.error.contains("p01.pub: error: this is not an ordinary file"))
    #expect(!ended.error.contains("secret"))
  }

  @Test func `without keys, without a roster or with a strange account nothing is written`() throws
  {
    let bench = try bench(keys: ["other.pub": Self.first])
    #expect(try bench.command(write).run().status == 66)
    #expect(try bench.command(["access", "write", "made"]).run().status == 64)
    #expect(try bench.command(write + ["--account", "a b"]).run().status == 64)
    #expect(try bench.command(write + ["--authorized-keys", "keys"]).run().status == 64)
    let empty = try Workbench.joinery()
    try empty.write(Self.first, to: "keys/p01.pub")
    #expect(try empty.command(write).run().status == 66)
    #expect(try bench.contents()["made"] == nil)
  }
}

/// What a participant sees who came by a forced command.
@Suite struct ForcedSittingTests {
  private let forced = ["quiz", "--as", "p01", "--identified-by", "key:SHA256:abc"]

  @Test func `without a terminal the quizzes are listed, and no command is named`() throws {
    let ended = try Workbench.enrolled().command(
      forced,
      environment: ["SSH_ORIGINAL_COMMAND": "seminar scores"]
    ).run()
    #expect(ended.status == 0)
    #expect(ended.output.contains("Quizzes for Ana Núñez"))
    #expect(ended.output.hasSuffix("\nTo sit one, connect with a terminal.\n"))
    #expect(ended.error == "")
  }

  @Test func `at a terminal the open quizzes are offered again and again`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.sit(forced)
    try terminal.wait(for: "Which quiz?")
    terminal.type("tols", .enter)
    try terminal.wait(for: "Type the number of a quiz")
    try terminal.wait(for: "Which quiz?")
    terminal.type("tools", .enter)
    try terminal.wait(for: "Response (")
    terminal.type(":quit", .enter)
    try terminal.wait(for: "open: continue it")
    try terminal.wait(for: "Which quiz?")
    terminal.type(":quit", .enter)
    let attempts = try bench.seminar("markbook", "attempts", "--format", "csv").output
    #expect(attempts.contains(",key SHA256:abc\r\n"))
  }

  @Test func `who was identified and how is recorded, also when it changes`() throws {
    let bench = try Workbench.enrolled()
    let claimed = try bench.seminar("quiz", "tools", "--as", "p01", input: ":skip\n")
    #expect(claimed.error.contains("Nobody has checked that you are p01."))
    let arguments = ["quiz", "tools", "--as", "p01", "--identified-by", "key:SHA256:abc"]
    let key = try bench.command(arguments, input: ":skip\n").run()
    #expect(!key.error.contains("Nobody has checked"))
    let attempts = try bench.seminar("markbook", "attempts", "--format", "csv").output
    #expect(attempts.contains(",claimed; key SHA256:abc\r\n"))
  }

  @Test func `variables of the user do not say who sits`() throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.seminar(
      "quiz",
      environment: ["USER": "p01", "LOGNAME": "p01", "USERNAME": "p01"]
    )
    #expect(ended.output.contains("Quizzes for guest"))
  }

  static let failing: [[String]] = [
    ["quiz", "--as", "p99", "--identified-by", "key"],
    ["quiz", "nothing", "--as", "p01", "--identified-by", "key"],
    ["quiz", "joints", "--as", "p01", "--identified-by", "key", "--results"],
  ]

  @Test(arguments: failing)
  func `what goes wrong names no command that the participant cannot type`(
    arguments: [String]
  ) throws {
    let ended = try Workbench.enrolled().command(arguments).run()
    #expect(ended.status != 0)
    #expect(!ended.error.contains("'seminar "))
    #expect(!ended.error.contains("--"))
    #expect(ended.error.contains("coordinator"))
  }

  @Test func `saying how somebody was identified needs somebody`() throws {
    let ended = try Workbench.enrolled().seminar("quiz", "--identified-by", "key")
    #expect(ended.status == 64)
    let other = try Workbench.enrolled().seminar("quiz", "--as", "p01", "--identified-by", "word")
    #expect(other.status == 64)
  }
}

import Foundation
import Quizzes
import Testing

@testable import Coordination

@Suite struct ForcedCommandTests {
  static let command = ForcedCommand(
    program: "/usr/local/bin/seminar",
    workspace: "/srv/it's a \"course\"",
    markbook: "/srv/mark\\book.sqlite"
  )

  static let hostile = [
    "p01", "a b", "a'b", "a\"b", "a\\", "\\", "'", "\"", "$HOME", "`id`", "$(id)", "%u", "%%",
    "a;id",
    "a&b|c>d<e", "*", "~", "#x", "!x", "-x", "--practice", "José Nuñez", "日本", "a'\u{301}b",
    "\u{301}'",
    "a\"\u{301}", "-\u{301}", "=", "a,b", "(x)", "{a,b}", "[a]", "?",
  ]

  /// What the shell makes of a command, whose words are printed one a line.
  private func shell(_ command: String, by path: String = "/bin/sh") throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", "for word in \(command); do printf '%s\\n' \"$word\"; done"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: hostile)
  func `the shell reads every identifier as it is`(id: String) throws {
    let words = Self.command.words(for: id, identifiedBy: .key(fingerprint: "SHA256:a/b+c"))
    let quoted = ShellWords.quoted(words)
    #expect(try shell(quoted).map { Array($0.utf8) } == words.map { Array($0.utf8) })
    #expect(
      try shell(quoted, by: "/bin/bash").map { Array($0.utf8) } == words.map { Array($0.utf8) }
    )
    #expect(ShellWords.words(of: quoted) == words)
  }

  @Test(arguments: hostile)
  func `the server's file says back whom it lets in by what`(id: String) throws {
    let key = try PublicKey(line: SampleKeys.ed25519)
    let identification = Identification.key(fingerprint: key.fingerprint)
    let options = Self.command.options(for: id, identifiedBy: identification)
    let roll = InstalledRoll("# head\n\(options) \(key.text) \(id)\n")
    let line = try #require(roll.lines.first)
    #expect(line.isRestricted)
    #expect(line.key == key)
    #expect(line.forced?.command == Self.command)
    #expect(line.forced.map { Array($0.participant.utf8) } == Array(id.utf8))
    #expect(line.forced?.voucher == "key:\(key.fingerprint)")
    #expect(line.forced?.replacesShell == true)
  }

  @Test func `a line reads like this`() throws {
    let command = ForcedCommand(
      program: "/usr/local/bin/seminar",
      workspace: "/srv/seminar",
      markbook: "/srv/seminar/markbook.sqlite"
    )
    #expect(
      command.options(for: "p01", identifiedBy: .key(fingerprint: "SHA256:abc"))
        == "restrict,pty,command=\"exec /usr/local/bin/seminar quiz --as p01 --identified-by "
        + "key:SHA256:abc --workspace /srv/seminar --markbook /srv/seminar/markbook.sqlite\""
    )
  }

  @Test(arguments: [
    "sh", "/usr/local/bin/seminar scores --as p01", "/usr/local/bin/seminar quiz --as p01",
    "/bin/seminar quiz --as p01; sh", "/bin/seminar quiz --as $USER", "", "'",
    "exec", "exec sh",
  ])
  func `other commands are not taken for ours`(command: String) {
    #expect(ForcedCommand.reading(command) == nil)
  }
}

import ArgumentParser
import Foundation
import GoldenFiles
import Testing

@testable import seminar

@Suite struct HelpTests {
  /// Every command that the help names, as words before `--help`.
  static let commands = (try? commands(below: [])) ?? []

  private static func commands(below words: [String]) throws -> [[String]] {
    let help = try Workbench().command(words + ["--help"]).run().output
    let names = help.split(separator: "SUBCOMMANDS:").dropFirst().flatMap {
      $0.matches(of: /\n {2}([a-z]+)(?: \(default\))? {2}/).map { String($0.1) }
    }
    return try [words] + names.flatMap { try commands(below: words + [$0]) }
  }

  @Test func `every command that the help names is found`() {
    for words in [
      [], ["timetable"], ["quiz"], ["roster", "import"], ["roster", "list"], ["scores"],
    ] {
      #expect(Self.commands.contains(words))
    }
  }

  @Test(arguments: commands)
  func `help says what a command does`(words: [String]) throws {
    let bench = try Workbench()
    let help = try bench.command(words + ["--help"]).run()
    #expect(help.status == 0)
    #expect(help.error == "")
    expectGolden(help.output, "help/\((["seminar"] + words).joined(separator: "-")).txt")
  }

  @Test(arguments: commands)
  func `help looks right at every width`(words: [String]) throws {
    let bench = try Workbench()
    for columns in [40, 80, 120] {
      let help = try bench.command(
        words + ["--help"],
        environment: ["COLUMNS": String(columns)]
      ).run().output
      #expect(HelpLook(help, columns: min(columns, 100)).faults == [], "\(columns) columns")
    }
  }

  @Test(arguments: commands)
  func `examples in the help can be pasted`(words: [String]) throws {
    let help = try Workbench().command(words + ["--help"]).run().output
    for example in help.matches(of: /\n  (?:sudo (?:-u \w+ )?)?seminar(.*)/).map(\.1) {
      #expect(example.count <= 72)
      #expect(throws: Never.self, "seminar\(example)") {
        _ = try Seminar.parseAsRoot(Self.arguments(of: example))
      }
    }
  }

  /// The words of a command, as a shell splits it.
  private static func arguments(of command: Substring) -> [String] {
    command.matches(of: /"([^"]*)"|[^ ]+/).map { String($0.1 ?? $0.0) }
  }

  /// A workspace of `seminar init` with two revisions and two attempts.
  private static func begunWorkspace() throws -> Workbench {
    let bench = try Workbench()
    for words in [["init"], ["publish"], ["roster", "import", "roster.csv"]] {
      try #require(bench.command(words).run().status == 0)
    }
    try bench.edit("curricula/my-programme.yaml", "title: Closing,", "title: Farewell,")
    try #require(bench.seminar("publish").status == 0)
    for (id, lines) in [("p01", "1\n5\ntrue\nyes\n"), ("p02", "1\n5\n:quit\n")] {
      try #require(bench.seminar("quiz", "welcome", "--as", id, input: lines).status == 0)
    }
    return bench
  }

  @Test(arguments: commands)
  func `examples run one after the other in a workspace of 'seminar init'`(words: [String]) throws {
    // These need keys or another computer, ask before they act, or write the workspace itself.
    let others = [["access"], ["demo"], ["doctor"], ["init"], ["markbook", "forget"]]
    guard !others.contains(where: { words.starts(with: $0) }) else { return }
    let help = try Workbench().command(words + ["--help"]).run().output
    let examples = help.matches(of: /\n  ((?:seminar|printf|openssl).*)/).map(\.1)
    // Words in capitals stand for the reader's own.
    let lines = examples.filter { $0.firstMatch(of: /[ ][A-Z]{2,}\b/) == nil }
    guard !lines.isEmpty else { return }
    let bench = try Self.begunWorkspace()
    let script = ["set -e", "seminar() { '\(Program.seminar)' \"$@\"; }"] + lines
    let ended = try bench.script(script.joined(separator: "\n"))
    #expect(ended.status == 0, "\(ended.output.suffix(400))\(ended.error)")
  }

  @Test(arguments: commands)
  func `the three ways to ask for help give the same`(words: [String]) throws {
    let bench = try Workbench()
    let long = try bench.command(words + ["--help"]).run()
    #expect(try bench.command(words + ["-h"]).run().output == long.output)
    let help = try bench.command(["help"] + words).run()
    #expect(help.output == long.output)
    #expect(help.status == 0)
  }

  @Test func `the version is one line`() throws {
    let version = try Workbench().seminar("--version")
    #expect(version.status == 0)
    #expect(version.error == "")
    #expect(version.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+, zone rules [^\n]+\n/) != nil)
  }
}

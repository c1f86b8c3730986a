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

  @Test func `examples in the help that need no record run in this repository`() throws {
    let bench = try Workbench()
    for name in ["curricula", "quizzes"] {
      try FileManager.default.copyItem(
        atPath: "\(Workbench.package)/\(name)",
        toPath: bench.path(name)
      )
    }
    var count = 0
    for words in [[], ["timetable"], ["publish"], ["revise"], ["check"], ["quiz"], ["scores"]] {
      let help = try bench.command(words + ["--help"]).run().output
      let examples = help.matches(of: /\n  seminar(.*)/).map { Self.arguments(of: $0.1) }
      let others = ["--as", "--seconds", "--from", "--not-held"]
      for example in examples where !others.contains(where: example.contains) {
        let ended = try bench.command(example).run()
        #expect(ended.status == 0, "\(example): \(ended.error)")
        count += 1
      }
    }
    #expect(count > 10)
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

import ArgumentParser
import Foundation
import GoldenFiles
import Testing

@testable import seminar

@Suite struct HelpTests {
  /// What `--help` shows of every command that the help names, by the words before it.
  private static let pages = (try? pages(below: [])) ?? [:]
  /// The words of those commands.
  static let commands = pages.keys.sorted { $0.lexicographicallyPrecedes($1) }

  private static func pages(below words: [String]) throws -> [[String]: Program.Ended] {
    let page = try Workbench().command(words + ["--help"]).run()
    let names = page.output.split(separator: "SUBCOMMANDS:").dropFirst().flatMap {
      $0.matches(of: /\n {2}([a-z]+)(?: \(default\))? {2}/).map { String($0.1) }
    }
    return try names.reduce(into: [words: page]) {
      try $0.merge(pages(below: words + [$1])) { first, _ in first }
    }
  }

  /// What `--help` shows of one of those commands.
  static func page(_ words: [String]) throws -> Program.Ended {
    try #require(pages[words])
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
    let help = try Self.page(words)
    #expect(help.status == 0)
    #expect(help.error == "")
    expectGolden(help.output, "help/\((["seminar"] + words).joined(separator: "-")).txt")
  }

  @Test(arguments: commands)
  func `help looks right at every width`(words: [String]) throws {
    let message = try Self.message(words)
    for columns in [40, 80, 100] {
      let help = try #require(HelpPage(message)).text(columns: columns) + "\n"
      #expect(HelpLook(help, columns: columns).faults == [], "\(columns) columns")
      if columns == 80 { #expect(try help == Self.page(words).output) }
    }
  }

  @Test(arguments: [[], ["timetable"], ["markbook", "merge"]])
  func `help is as wide as the environment says`(words: [String]) throws {
    let bench = try Workbench()
    let message = try Self.message(words)
    for columns in [40, 80, 120] {
      let help = try bench.command(
        words + ["--help"],
        environment: ["COLUMNS": String(columns)]
      ).run().output
      #expect(help == HelpPage(message)?.text(columns: min(columns, 100)).appending("\n"))
    }
  }

  /// The help of a command as the argument parser words it.
  private static func message(_ words: [String]) throws -> String {
    var command: any ParsableCommand.Type = Seminar.self
    for word in words {
      let commands = command.configuration.subcommands
      command = try #require(commands.first { $0.configuration.commandName == word })
    }
    return Seminar.helpMessage(for: command, columns: HelpPage.endless)
  }

  @Test(arguments: commands)
  func `examples in the help can be pasted`(words: [String]) throws {
    let help = try Self.page(words).output
    for example in help.matches(of: /\n  (?:sudo (?:-u \w+ )?)?seminar(.*)/).map(\.1) {
      #expect(example.count <= 72)
      #expect(throws: Never.self, "seminar\(example)") {
        let arguments = Self.arguments(of: example)
        let command = try Seminar.parseAsRoot(arguments)
        // Read by itself, each command is the same.
        if let named = Launch(arguments: arguments).namedCommand() {
          #expect("\(named)" == "\(command)")
        }
      }
    }
  }

  /// The words of a command, as a shell splits it.
  private static func arguments(of command: Substring) -> [String] {
    command.matches(of: /"([^"]*)"|[^ ]+/).map { String($0.1 ?? $0.0) }
  }

  /// A workspace of `seminar init` with two revisions and two attempts.
  private static let begunWorkspace = MadeWorkbench {
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
    let help = try Self.page(words).output
    let examples = help.matches(of: /\n  ((?:seminar|printf|openssl).*)/).map(\.1)
    // Words in capitals stand for the reader's own.
    let lines = examples.filter { $0.firstMatch(of: /[ ][A-Z]{2,}\b/) == nil }
    guard !lines.isEmpty else { return }
    let bench = try Self.begunWorkspace.copy()
    let script = ["set -e", "seminar() { '\(Program.seminar)' \"$@\"; }"] + lines
    let ended = try bench.script(script.joined(separator: "\n"))
    #expect(ended.status == 0, "\(ended.output.suffix(400))\(ended.error)")
  }

  @Test(arguments: commands)
  func `the three ways to ask for help give the same`(words: [String]) throws {
    let bench = try Workbench()
    let long = try Self.page(words)
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

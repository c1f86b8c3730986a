import GoldenFiles
import Testing

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
  func `help fits into 80 columns`(words: [String]) throws {
    let bench = try Workbench()
    let help = try bench.command(words + ["--help"]).run().output
    let wide = help.split(separator: "\n").filter { $0.count > 80 }
    #expect(wide == [])
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
    #expect(version.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }
}

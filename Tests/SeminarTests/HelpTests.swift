import GoldenFiles
import Testing

@Suite struct HelpTests {
  /// Every command, as words before `--help`.
  static let commands = [
    [], ["timetable"], ["check"], ["quiz"], ["roster"], ["roster", "import"], ["roster", "list"],
    ["scores"],
  ]

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

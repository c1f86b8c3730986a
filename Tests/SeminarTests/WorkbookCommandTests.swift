import Foundation
import GoldenFiles
import Testing

/// Workbooks for spreadsheets, which only a build with the trait writes.
@Suite struct WorkbookCommandTests {
  static let commands: [[String]] = [
    ["scores"], ["scores", "--responses"], ["scores", "--anonymous"], ["progress"],
    ["progress", "--participant", "p01"], ["progress", "--quiz", "tools"], ["items", "tools"],
  ]

  #if XLSX
    @Test(arguments: commands)
    func `a workbook is written whole, for owner and group, and replaced only if wanted`(
      words: [String]
    ) throws {
      let bench = try ScoresTests.recorded()
      let words = words + ["--format", "xlsx", "--output", "out.xlsx"]
      let first = try bench.command(words).through("umask 000; exec \"$@\"").run()
      #expect(first.status == 0, "\(first.error)")
      #expect(first.output == "")
      #expect(try bench.contents()["out.xlsx"]?.permissions == 0o640)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path("out.xlsx")))
      #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
      #expect(try bench.command(words).run().status == 73)
      #expect(try bench.command(words + ["--force"]).run().status == 0)
      #expect(try !bench.contents().keys.contains { $0.contains(".new") || $0.contains(".tmp") })
    }

    @Test func `a workbook needs a file, and a full device is an error`() throws {
      let bench = try ScoresTests.recorded()
      for output in [[], ["--output", "-"]] {
        let ended = try bench.command(["scores", "--format", "xlsx"] + output).run()
        #expect(ended.status == 64)
        #expect(ended.error.contains("name a file with '--output'"))
      }
      let full = try bench.seminar("scores", "--format", "xlsx", "--output", "/dev/full")
      #expect(full.status == 74)
      #expect(full.error.hasPrefix("error: the file '/dev/full' cannot be written: no space left"))
      #expect(try bench.seminar("scores", "--format", "xlsx", "--output", "no/a.xlsx").status == 73)
    }
  #else
    @Test(arguments: commands)
    func `without the trait one sentence says how to get a workbook`(words: [String]) throws {
      let bench = try ScoresTests.recorded()
      let ended = try bench.command(words + ["--format", "xlsx", "--output", "out.xlsx"]).run()
      #expect(ended.status == 64)
      #expect(ended.output == "")
      #expect(ended.error.contains("this build of the program cannot write XLSX"))
      #expect(ended.error.contains("--format csv --for excel"))
      #expect(ended.error.contains("swift build --traits XLSX"))
      #expect(try bench.contents()["out.xlsx"] == nil)
    }
  #endif
}

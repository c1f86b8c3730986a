import Foundation
import GoldenFiles
import OwnThreads
import PseudoTerminal
import Testing

@Suite(.inOwnThreads) struct BackupCommandTests {
  /// Runs a command and expects what it says, but for heads and versions of files.
  private func expect(
    _ arguments: [String],
    _ status: Int32,
    in bench: Workbench,
    _ golden: String
  ) throws {
    let ended = try bench.command(["markbook"] + arguments).run()
    #expect(ended.status == status)
    let words = ended.transcript.replacing(/[0-9a-f]{64}/) { _ in "HEAD" }
    expectGolden(words, "markbook/\(golden).txt")
  }

  @Test func `a backup is written, and put back with what was there kept`() throws {
    let bench = try ScoresTests.recorded()
    try expect(["backup", "backup.sqlite"], 0, in: bench, "backup")
    try expect(["backup", "backup.sqlite"], 73, in: bench, "backup-exists")
    try expect(["backup", "--force", "backup.sqlite"], 0, in: bench, "backup")
    let scores = try bench.seminar("scores", "--format", "csv").output
    _ = try bench.seminar("quiz", "joints", "--as", "p02", input: "b\n:quit\n")
    try expect(["restore", "backup.sqlite"], 0, in: bench, "restore")
    #expect(try bench.seminar("scores", "--format", "csv").output == scores)
    let kept = try bench.seminar("scores", "--markbook", "markbook.sqlite.before-restore").output
    #expect(kept.contains("p02"))
  }

  @Test func `nothing is restored under a sitting`() throws {
    let bench = try ScoresTests.recorded()
    _ = try bench.seminar("markbook", "backup", "backup.sqlite")
    let terminal = try bench.sit(["quiz", "joints", "--as", "p02"])
    try terminal.waitUntilAsked()
    try expect(["restore", "backup.sqlite"], 75, in: bench, "restore-in-use")
    terminal.signal(SIGTERM)
    _ = try terminal.waitForExit()
    try expect(["restore", "backup.sqlite"], 0, in: bench, "restore")
  }

  static let refused: [(name: String, arguments: [String], status: Int32)] = [
    ("backup-itself", ["backup", "markbook.sqlite", "--force"], 64),
    ("backup-folder", ["backup", "quizzes", "--force"], 73),
    ("backup-nowhere", ["backup", "no/such/folder/backup.sqlite"], 73),
    ("backup-output", ["backup", "-"], 64),
    ("backup-missing", ["backup", "backup.sqlite", "--markbook", "none.sqlite"], 66),
    ("restore-input", ["restore", "-"], 64),
    ("restore-missing", ["restore", "none.sqlite"], 66),
    ("restore-itself", ["restore", "markbook.sqlite"], 64),
    ("restore-text", ["restore", "curricula/joinery.yaml"], 65),
    ("restore-folder", ["restore", "quizzes"], 65),
    ("restore-half", ["restore", "half.sqlite"], 65),
  ]

  @Test(arguments: refused)
  func `what cannot be done is said, and nothing is changed`(
    name: String,
    arguments: [String],
    status: Int32
  ) throws {
    let bench = try ScoresTests.recorded()
    let whole = try Data(contentsOf: URL(filePath: bench.path("markbook.sqlite")))
    try bench.write(whole.prefix(whole.count / 2), to: "half.sqlite")
    let before = try bench.contents()
    try expect(arguments, status, in: bench, name)
    #expect(try bench.contents() == before)
  }

  @Test func `a log left behind is set aside by restoring`() throws {
    let bench = try ScoresTests.recorded()
    _ = try bench.seminar("markbook", "backup", "backup.sqlite")
    try FileManager.default.removeItem(atPath: bench.path("markbook.sqlite"))
    try bench.write("what was recorded last", to: "markbook.sqlite-wal")
    try expect(["restore", "backup.sqlite"], 0, in: bench, "restore-log")
    #expect(
      try bench.text(of: "markbook.sqlite.before-restore-wal") == "what was recorded last"
    )
  }
}

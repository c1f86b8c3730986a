import Foundation
import Glibc
import GoldenFiles
import Testing

@Suite struct PermissionTests {
  /// Runs the command as somebody who may only read the folder.
  private func run(_ arguments: [String], in bench: Workbench) throws -> Program.Ended {
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: bench.folder)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bench.folder) }
    let command = bench.command(arguments, input: "b\n")
    // To the superuser permissions mean nothing.
    let words = #"exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@""#
    return try geteuid() == 0 ? command.through(words).run() : command.run()
  }

  static let writing: [(name: String, arguments: [String], status: Int32)] = [
    ("import", ["roster", "import", "roster.csv"], 73), ("sitting", ["quiz", "joints"], 73),
    ("output", ["timetable", "--output", "course.txt"], 77),
  ]

  @Test(arguments: writing)
  func `nothing is written in a folder that is only for reading`(
    name: String,
    arguments: [String],
    status: Int32
  ) throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name\np01,Ana\n", to: "roster.csv")
    let before = try bench.contents()
    let ended = try run(arguments, in: bench)
    #expect(ended.status == status)
    #expect(ended.output == "")
    expectGolden(ended.transcript, "permissions/\(name).txt")
    #expect(try bench.contents() == before)
  }

  @Test(arguments: [[], ["timetable"], ["check"], ["quiz"], ["roster"], ["scores"]])
  func `what only reads works in a folder that is only for reading`(arguments: [String]) throws {
    let bench = try ScoresTests.recorded()
    let file = bench.path("markbook.sqlite")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let before = try bench.contents()
    let usual = try bench.command(arguments).run()
    let ended = try run(arguments, in: bench)
    #expect(ended.transcript == usual.transcript)
    #expect(ended.status == 0)
    #expect(try bench.contents() == before)
  }

  @Test(arguments: [["quiz", "joints", "--as", "p01"], ["roster", "import", "-"]])
  func `a markbook that is only for reading is not written to`(arguments: [String]) throws {
    let bench = try ScoresTests.recorded()
    let file = bench.path("markbook.sqlite")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let before = try bench.contents()
    let ended = try run(arguments, in: bench)
    if arguments.contains("quiz") {
      #expect(ended.status == 77)
      #expect(ended.output == "")
      expectGolden(ended.transcript, "permissions/markbook.txt")
    } else {
      #expect(ended.status == 65)
    }
    #expect(try bench.contents() == before)
  }

  @Test func `somebody else's markbook is not read`() throws {
    let bench = try ScoresTests.recorded()
    let file = bench.path("markbook.sqlite")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file)
    let ended = try run(["scores"], in: bench)
    #expect(ended.status == 77)
    expectGolden(ended.transcript, "permissions/scores.txt")
  }

  @Test func `a curriculum that may not be read is named`() throws {
    let bench = try Workbench.joinery()
    let file = bench.path("curricula/joinery.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file)
    let ended = try run(["timetable"], in: bench)
    #expect(ended.status == 77)
    expectGolden(ended.transcript, "permissions/curriculum.txt")
  }

  static let impossible: [(name: String, arguments: [String])] = [
    ("output-below-file", ["timetable", "--output", "roster.csv/course.txt"]),
    ("output-nowhere", ["timetable", "--output", "no/such/folder/course.txt"]),
    ("output-in-proc", ["timetable", "--output", "/proc/course.txt"]),
    ("output-is-folder", ["timetable", "--output", "curricula", "--force"]),
    (
      "markbook-below-file",
      ["roster", "import", "roster.csv", "--markbook", "roster.csv/m.sqlite"]
    ),
    ("markbook-nowhere", ["quiz", "joints", "--markbook", "no/such/folder/m.sqlite"]),
    ("markbook-in-proc", ["quiz", "joints", "--markbook", "/proc/m.sqlite"]),
  ]

  @Test(arguments: impossible)
  func `what cannot be created is said, and nothing is`(name: String, arguments: [String]) throws {
    let bench = try Workbench.joinery()
    try bench.write("id,name\np01,Ana\n", to: "roster.csv")
    let before = try bench.contents()
    let ended = try bench.command(arguments, input: "b\n").run()
    #expect(ended.status == 73)
    #expect(ended.output == "")
    expectGolden(ended.transcript, "permissions/\(name).txt")
    #expect(try bench.contents() == before)
  }
}

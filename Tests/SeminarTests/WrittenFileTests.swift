import Foundation
import Testing

/// How files come into being that name people: under which names, and who may read them.
@Suite struct WrittenFileTests {
  static let writing: [[String]] = [
    ["publish", "--output", "made"],
    ["timetable", "--format", "html", "--output", "course.html"],
    ["scores", "--format", "csv", "--output", "scores.csv"],
    ["convert", "quizzes/joinery/tools.yaml", "tools.xml", "--to", "moodle-xml"],
    ["convert", "quizzes/joinery/tools.yaml", "package/", "--to", "qti"],
  ]

  /// The permissions of what a command made, by name.
  private func made(
    by arguments: [String],
    umask: String
  ) throws -> (files: Set<Int>, folders: Set<Int>) {
    let bench = try Workbench.enrolled()
    let before = try bench.contents()
    let ended = try bench.command(arguments).through("umask \(umask); exec \"$@\"").run()
    #expect(ended.status == 0, "\(ended.error)")
    let made = try bench.contents().filter {
      before[$0.key] == nil && !$0.key.hasPrefix("markbook.sqlite")
    }
    #expect(!made.isEmpty)
    let folders = made.values.filter { $0.kind == .typeDirectory }
    let files = made.values.filter { $0.kind == .typeRegular }
    return (
      Set(files.compactMap(\.permissions)), Set(folders.compactMap(\.permissions))
    )
  }

  @Test(arguments: writing)
  func `whatever the umask allows, only owner and group can read`(arguments: [String]) throws {
    let made = try made(by: arguments, umask: "000")
    #expect(made.files == [0o640])
    #expect(made.folders.isSubset(of: [0o750]))
  }

  @Test(arguments: writing)
  func `a stricter umask counts`(arguments: [String]) throws {
    let made = try made(by: arguments, umask: "077")
    #expect(made.files == [0o600])
    #expect(made.folders.isSubset(of: [0o700]))
  }

  @Test func `messages about a change are for owner and group`() throws {
    let bench = try Workbench.joinery()
    _ = try bench.seminar("publish")
    let arguments = [
      "revise", "--away", "otto=2026-03-31", "--today", "2026-03-25", "--messages", "drafts",
    ]
    let ended = try bench.command(arguments).through("umask 000; exec \"$@\"").run()
    #expect(ended.status == 0, "\(ended.error)")
    let drafts = try bench.contents().filter {
      $0.key.hasPrefix("drafts/") && $0.value.kind == .typeRegular
    }
    #expect(!drafts.isEmpty)
    #expect(Set(drafts.values.compactMap(\.permissions)) == [0o640])
  }

  @Test func `a file that replaces another is not open to more people`() throws {
    let bench = try Workbench.joinery()
    try bench.write("old", to: "course.txt")
    for (old, new) in [(0o600, 0o600), (0o644, 0o640), (0o666, 0o640)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: old],
        ofItemAtPath: bench.path("course.txt")
      )
      let ended = try bench.seminar("timetable", "--output", "course.txt", "--force")
      #expect(ended.status == 0)
      #expect(try bench.contents()["course.txt"]?.permissions == new)
    }
  }

  @Test func `links at the names that drafts used to have lead nowhere`() throws {
    let bench = try Workbench.joinery()
    _ = try bench.seminar("publish", "--output", "made")
    let victim = bench.path("victim.txt")
    try bench.write("precious", to: "victim.txt")
    for name in try bench.contents().keys where name.hasPrefix("made/") {
      let path = URL(filePath: bench.path(name))
      let draft = path.deletingLastPathComponent().path + "/.\(path.lastPathComponent).new"
      try? FileManager.default.createSymbolicLink(atPath: draft, withDestinationPath: victim)
    }
    #expect(try bench.seminar("publish", "--output", "made").status == 0)
    #expect(try bench.text(of: "victim.txt") == "precious")
  }

  @Test func `a link in the place of a page is replaced, and what it leads to stays`() throws {
    let bench = try Workbench.joinery()
    try bench.write("precious", to: "victim.txt")
    try FileManager.default.createDirectory(
      atPath: bench.path("made"),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("made/programme.json"),
      withDestinationPath: bench.path("victim.txt")
    )
    #expect(try bench.seminar("publish", "--output", "made").status == 0)
    #expect(try bench.text(of: "victim.txt") == "precious")
    #expect(try bench.contents()["made/programme.json"]?.kind == .typeRegular)
  }

  @Test func `a link that leads nowhere is not written through`() throws {
    let bench = try Workbench.joinery()
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("course.txt"),
      withDestinationPath: bench.path("elsewhere.txt")
    )
    let ended = try bench.seminar("timetable", "--output", "course.txt")
    #expect(ended.status == 73)
    #expect(try bench.contents()["elsewhere.txt"] == nil)
  }

  @Test func `two that write the same new file never mix, and one is refused`() throws {
    let bench = try Workbench.joinery()
    let ended = try bench.command(["timetable", "--output", "course.txt"]).through(
      #""$@" & "$@" & wait; ls -A"#
    ).run()
    #expect(!ended.output.contains(".seminar-"))
    #expect(try bench.text(of: "course.txt").hasSuffix("\n"))
  }
}

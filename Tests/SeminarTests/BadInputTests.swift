import Foundation
import GoldenFiles
import Testing

@Suite struct BadInputTests {
  /// Something wrong in a file of the course.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    var name: String { testDescription.replacing(" ", with: "-") }

    init(_ name: String, _ file: String, _ old: String, _ new: String) {
      testDescription = name
      (self.file, self.old, self.new) = (file, old, new)
    }

    /// The course with the mistake in it; an empty text stands for the whole file.
    func bench() throws -> Workbench {
      let bench = try Workbench.enrolled()
      try bench.edit(file, old.isEmpty ? bench.text(of: file) : old, new)
      return bench
    }
  }

  private static let curriculum = "curricula/joinery.yaml"
  private static let tools = "quizzes/joinery/tools.yaml"

  static let curricula = [
    Mistake("empty file", curriculum, "", ""),
    Mistake("not YAML", curriculum, "blocks:\n  -", "blocks: [\n  -"),
    Mistake("two documents", curriculum, "zone: America", "---\nzone: America"),
    Mistake("unknown key", curriculum, "place: The", "plaec: The"),
    Mistake("duplicate key", curriculum, "weeks: 3", "weeks: 3\nweeks: 4"),
    Mistake("duplicate identifier", curriculum, "id: oils", "id: saws"),
    Mistake("31 February", curriculum, "starts: 2026-03-24", "starts: 2026-02-31"),
    Mistake("25 hours", curriculum, "to: 12:00", "to: 25:00"),
    Mistake(
      "prerequisite cycle",
      curriculum,
      "themes: [hand-tools]\n        tags",
      "needs: [oils]\n        tags"
    ),
    Mistake("unknown zone", curriculum, "zone: Europe/Vienna", "zone: Europe/Viena"),
    Mistake("unknown trainer", curriculum, "trainers: [otto]", "trainers: [oto]"),
    Mistake("a clock that is passed over", curriculum, "from: 10:00", "from: 10:60"),
    Mistake("invisible characters", curriculum, "title: Saws", "title: \"S\\u202Eaws\""),
    Mistake("an alias", curriculum, "weeks: 3\ngrid: 5", "weeks: &w 3\ngrid: *w"),
  ]

  static let quizzes = [
    Mistake("empty quiz", tools, "", ""),
    Mistake(
      "a quiz without a key",
      tools,
      "- key: Hammer\n        because: Its head is heavy.\n      ",
      ""
    ),
    Mistake("a true-false without a key", tools, "    key: true\n", ""),
    Mistake("two equal items", tools, "id: smooth", "id: rule"),
    Mistake("no items", tools, "items:", "things:"),
    Mistake("negative marks", tools, "marks: 2", "marks: -2"),
    Mistake("equal options", tools, "distractor: Saw", "distractor: Plane"),
  ]

  @Test(arguments: curricula)
  func `a mistake in a curriculum stops the timetable`(mistake: Mistake) throws {
    try expectRefusal(of: mistake, at: "curricula/joinery.yaml:") { bench in
      try bench.seminar("timetable", "--output", "course.txt")
    }
  }

  @Test(arguments: quizzes)
  func `a mistake in a quiz stops the sitting before it begins`(mistake: Mistake) throws {
    try expectRefusal(of: mistake, at: "quizzes/joinery/tools.yaml:") { bench in
      try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n")
    }
  }

  /// A command refuses a file as the golden transcript says, changes nothing, and `check` finds the
  /// same.
  private func expectRefusal(
    of mistake: Mistake,
    at place: String,
    by command: (Workbench) throws -> Program.Ended
  ) throws {
    let bench = try mistake.bench()
    let before = try bench.contents()
    let refused = try command(bench)
    #expect(refused.status == 65)
    #expect(refused.output == "")
    #expect(refused.error.hasPrefix(place))
    expectGolden(refused.transcript, "mistakes/\(mistake.name).txt")
    #expect(try bench.contents() == before)
    let check = try bench.seminar("check", mistake.file)
    #expect(check.status == 1)
    #expect(check.output.hasPrefix(refused.error))
  }

  @Test(arguments: quizzes)
  func `a mistake in a quiz creates no markbook`(mistake: Mistake) throws {
    let bench = try Workbench.joinery()
    try bench.edit(
      mistake.file,
      mistake.old.isEmpty ? bench.text(of: mistake.file) : mistake.old,
      mistake.new
    )
    let before = try bench.contents()
    #expect(try bench.seminar("quiz", "tools", input: "a\n").status == 65)
    #expect(try bench.contents() == before)
  }

  static let rosters = [
    ("empty", ""),
    ("missing column", "id,group\np01,A\n"),
    ("nearly the column", "id,nmae\np01,Ana\n"),
    ("no rows", "id,name\n"),
    ("the same twice", "id,name\np01,Ana\nP01,Noor\n"),
    ("bad factor", "id,name,extra-time\np01,Ana,fast\np02,Noor,0.5\n"),
    ("open quote", "id,name\np01,\"Ana\n"),
    ("escape codes", "id,name\np01,\u{1B}[31mAna\n"),
  ]

  @Test(arguments: rosters)
  func `a mistake in a roster changes nobody`(name: String, text: String) throws {
    for bench in [try Workbench.joinery(), try Workbench.enrolled()] {
      try bench.write(text, to: "roster.csv")
      let before = try bench.contents()
      let refused = try bench.seminar("roster", "import", "roster.csv")
      #expect(refused.status == 65)
      expectGolden(refused.transcript, "mistakes/roster-\(name.replacing(" ", with: "-")).txt")
      #expect(try bench.contents() == before)
    }
  }

  @Test(arguments: ["curricula/joinery.yaml", "roster.csv"])
  func `bytes that are no text are refused`(file: String) throws {
    let bench = try Workbench.joinery()
    let command = file == "roster.csv" ? ["roster", "import", file] : ["timetable"]
    for bytes in [[0xFF, 0xFE, 0x41, 0], [0x61, 0x3A, 0xC3, 0x28], [0x61, 0x00, 0x62]] {
      try bench.write(Data(bytes.map { UInt8($0) }), to: file)
      let before = try bench.contents()
      let refused = try bench.command(command).run()
      #expect(refused.status == 65)
      #expect(refused.error.hasPrefix(file))
      #expect(try bench.contents() == before)
    }
  }

  /// Names of things that are not there.
  static let unknown: [(name: String, arguments: [String], status: Int32)] = [
    ("week", ["quiz", "week-09"], 66), ("quiz", ["quiz", "tolls"], 66),
    ("quiz-far", ["quiz", "astronomy"], 66), ("quiz-scores", ["scores", "joint"], 66),
    ("participant", ["quiz", "tools", "--as", "p10"], 65),
    ("participant-far", ["quiz", "--as", "nobody-like-this"], 65),
    ("curriculum", ["timetable", "joynery"], 66), ("file", ["check", "curricula/joinery.yml"], 66),
    ("file-folder", ["check", "curricula"], 66), ("file-device", ["timetable", "/dev/zero"], 66),
    ("roster", ["roster", "import", "people.csv"], 66),
    ("workspace", ["timetable", "--workspace", "nowhere"], 66),
    ("workspace-file", ["quiz", "tools", "--workspace", "curricula/joinery.yaml"], 66),
  ]

  @Test(arguments: unknown)
  func `a name of nothing gets the nearest`(
    name: String,
    arguments: [String],
    status: Int32
  ) throws {
    let bench = try Workbench.enrolled()
    let before = try bench.contents()
    let refused = try bench.command(arguments, input: "a\n").run()
    #expect(refused.status == status)
    #expect(refused.output == "")
    expectGolden(refused.transcript, "unknown/\(name).txt")
    #expect(try bench.contents() == before)
  }

  @Test func `who is not on the roster creates no markbook`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let refused = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n")
    #expect(refused.status == 65)
    #expect(refused.error.contains("import a roster first"))
    #expect(try bench.contents() == before)
  }

  @Test(arguments: BadMarkbook.allCases)
  func `what is no markbook is refused and left as it is`(bad: BadMarkbook) throws {
    let bench = try bad.bench()
    try bench.write("id,name\np03,Li\n", to: "roster.csv")
    let before = try bench.contents()
    for arguments in [
      ["scores"], ["scores", "--format", "csv", "--output", "scores.csv"], ["roster", "list"],
      ["quiz"], ["quiz", "tools"], ["quiz", "tools", "--as", "p01"],
      ["roster", "import", "roster.csv"], ["revisions"], ["publish", "--output", "site"],
    ] {
      let refused = try bench.command(arguments, input: "a\n").run()
      #expect(refused.status == 65)
      #expect(refused.output == "")
      let known = /versions up to [0-9]+/
      let text = refused.transcript.replacing(known, with: "versions up to the present one")
      expectGolden(text, "markbooks/\(bad.rawValue).txt")
      #expect(try bench.contents() == before)
    }
  }
}

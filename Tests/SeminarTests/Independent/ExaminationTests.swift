import Foundation
import Testing

/// The timetable examined from its JSON, by formulas written from the documentation alone.
@Suite struct ExaminationTests {
  private static let real = Result {
    try document(
      of: Workbench().command(["timetable", "--workspace", Workbench.package, "--format", "json"])
    )
  }

  private static func document(of command: Program) throws -> TimetableDocument {
    let ended = try command.run()
    return try JSONDecoder().decode(TimetableDocument.self, from: Data(ended.output.utf8))
  }

  @Test func `the real timetable breaks nothing, and costs what it says`() throws {
    let document = try Self.real.get()
    let examination = try Examination(document)
    #expect(examination.faults == [])
    #expect(examination.charges.filter { $0.weight == nil } == [])
    #expect(document.cost == .init(hard: examination.hard, soft: examination.soft))
    #expect(examination.sums == examination.sumsInDocument)
    #expect(document.status == "optimal")
    #expect(document.bound == document.cost?.soft)
  }

  @Test func `the small course breaks nothing, and costs what it says`() throws {
    let bench = try Workbench.joinery()
    let document = try Self.document(of: bench.command(["timetable", "--format", "json"]))
    let examination = try Examination(document)
    #expect(examination.faults == [])
    #expect(document.cost == .init(hard: 0, soft: 7))
    #expect(examination.soft == 7)
    #expect(examination.sums == examination.sumsInDocument)
  }

  @Test(arguments: 1...4)
  func `a programme with every constraint costs what it says`(seed: Int) throws {
    let bench = try Workbench.everything()
    let command = bench.command([
      "timetable", "--format", "json", "--seed", "\(seed)", "--moves", "2000",
    ])
    let document = try Self.document(of: command)
    let examination = try Examination(document)
    #expect(examination.faults == [])
    #expect(document.cost == .init(hard: examination.hard, soft: examination.soft))
    #expect(examination.sums == examination.sumsInDocument)
    #expect(examination.hard == 0)
  }

  @Test func `every constraint that can be declared is examined`() throws {
    let article = Workbench.package + "/Sources/Publishing/Publishing.docc/TimetableJSON.md"
    let rows =
      try String(contentsOfFile: article, encoding: .utf8)
      .components(separatedBy: "## What is declared").last?.matches(of: #/\n\| `([a-z-]+): /#) ?? []
    let path = Workbench.fixtures + "/everything/curricula/everything.yaml"
    let file = try String(contentsOfFile: path, encoding: .utf8)
    let used = Set(file.matches(of: #/\n  - \{([a-z-]+): /#).map(\.1))
    #expect(rows.count == 29)
    for row in rows { #expect(used.contains(row.1)) }
  }

  @Test func `the real timetable has 42 sessions in ten weeks, in order`() throws {
    let document = try Self.real.get()
    #expect(document.format == "seminar-timetable")
    #expect(document.version == 2)
    #expect(document.zone == "America/New_York")
    #expect(document.placements.count == 42)
    #expect(Set(document.placements.map(\.week)) == Set(1...10))
    let starts = document.placements.map { "\($0.start.day) \($0.start.minute + 10_000)" }
    #expect(starts == starts.sorted())
  }

  @Test func `the programme in the JSON is the one in the file`() throws {
    let document = try Self.real.get()
    let path = Workbench.package + "/curricula/crime-justice-security.yaml"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var written: [String: [String]] = [:]
    var session = ""
    for line in lines {
      if let match = line.wholeMatch(of: #/      - id: (\S+)/#) {
        session = String(match.1)
        written[session] = []
      } else if line.hasPrefix("      - ") {
        session = ""
      } else if let match = line.wholeMatch(
        of: #/        (minutes|kind|needs|trainers|one-of|tags|themes): (.*)/#
      ) {
        written[session]?.append("\(match.1) \(match.2)")
      }
    }
    let read = Dictionary(
      uniqueKeysWithValues: document.programme.sessions.map { session in
        func list(_ key: String, _ names: [String]) -> [String] {
          names.isEmpty ? [] : ["\(key) [\(names.joined(separator: ", "))]"]
        }
        return (
          session.id,
          ["kind \(session.kind)", "minutes \(session.minutes)"] + list("themes", session.themes)
            + list("tags", session.tags) + list("needs", session.needs)
            + list("trainers", session.trainers) + list("one-of", session.oneOf)
        )
      }
    )
    #expect(written.count == 42)
    #expect(read == written)
  }

  /// Changes to the real timetable, with the constraint that each breaks.
  static let changes: [(name: String, change: @Sendable (inout [Examination.Placement]) -> Void)] =
    [
      (
        "inside-block",
        {
          $0[0].start.minute -= 5
          $0[0].end.minute -= 5
        }
      ),
      (
        "inside-block",
        {
          $0[1].start.minute += 1
          $0[1].end.minute += 1
        }
      ),
      ("inside-block", { $0[3].trainers = [] }),
      ("inside-block", { $0.remove(at: 2) }),
      (
        "clash",
        {
          $0[1].start = $0[0].start
          $0[1].end.minute = $0[0].start.minute + $0[1].minutes
        }
      ),
      ("needs", { swapTimes(&$0, 0, 30) }),
      ("first", { swapTimes(&$0, 0, 5) }),
      ("last", { swapTimes(&$0, 41, 39) }),
      ("together", { swapTimes(&$0, 8, 14) }),
      (
        "features",
        { placements in
          for index in placements.indices { placements[index].room = "conference-room" }
        }
      ),
      (
        "break",
        { placements in
          for index in 0..<3 {
            placements[index].start.minute =
              600 + (0..<index).map { placements[$0].minutes }.reduce(0, +)
            placements[index].end.minute =
              placements[index].start.minute + placements[index].minutes
          }
        }
      ),
    ]

  /// Exchanges the times of two placements, each keeping its minutes.
  private static func swapTimes(_ all: inout [Examination.Placement], _ first: Int, _ second: Int) {
    (all[first].start, all[second].start) = (all[second].start, all[first].start)
    (all[first].block, all[second].block) = (all[second].block, all[first].block)
    (all[first].week, all[second].week) = (all[second].week, all[first].week)
    for index in [first, second] {
      all[index].end = all[index].start
      all[index].end.minute += all[index].minutes
    }
  }

  @Test(arguments: changes.indices)
  func `a change that breaks something is found`(index: Int) throws {
    let (name, change) = Self.changes[index]
    var document = try Self.real.get()
    change(&document.placements)
    let examination = try Examination(document)
    #expect(examination.charges.contains { $0.name == name && $0.weight == nil })
    #expect(examination.hard > 0)
  }
}

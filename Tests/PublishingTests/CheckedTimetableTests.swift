import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Publishing
import Testing
import Timetabling

@Suite struct CheckedTimetableTests {
  private func check(_ text: String, file: String = "edited.csv") async throws -> CheckedTimetable {
    let problem = try Sample.problem()
    let source = try SourceText(file: file, bytes: Data(text.utf8))
    let written = try WrittenTimetable.parse(source, for: problem.curriculum)
    guard case .laidOut(let best) = try await Solver(problem).solve(seed: 1) else {
      throw Findings()
    }
    return CheckedTimetable(written, of: problem, best: best)
  }

  private func published() throws -> String {
    try #require(try Sample.publication().csv())
  }

  /// The table with the texts of some cells replaced.
  private func edited(_ changes: KeyValuePairs<String, String>) throws -> String {
    try changes.reduce(published()) { text, change in
      try #require(text.contains(change.key), "'\(change.key)' is not in the table")
      return text.replacing(change.key, with: change.value)
    }
  }

  @Test func `what was published is valid, from the table and from the document`() async throws {
    let publication = try Sample.publication()
    for (text, file) in [(try published(), "edited.csv"), (publication.json(), "edited.json")] {
      let checked = try await check(text, file: file)
      #expect(checked.isValid, "\(checked.text())")
      #expect(checked.cost == Cost(hard: 0, soft: 15))
      #expect(checked.timetable.placements.count == 6)
    }
    expectGolden(try await check(published()).text(), "check-valid.txt")
  }

  @Test func `a table is read as spreadsheets write it`() async throws {
    let text = try published().split(separator: "\r\n").map { line in
      line.replacing(/(\d{4})-(\d\d)-(\d\d),(\d\d):/) { "\($0.3)/\($0.2)/\($0.1),\($0.4):" }
    }
    let semicolons =
      "\u{FEFF}Session;Starts;Date;Start;Room;Trainers\r\n"
      + [
        "a1;x;24/03/2026;10:00:00;hall;vienna", "a2;x;24/03/2026;11:15;Hall;\"vienna; tokyo\"",
        "a3;x;24.3.2026;12:10;studio;formula", "b1;x;31-Mar-26;10:00 AM;hall;liaison",
        "b2;x;46112;0.458333333333333;studio;tokyo", "B3;x;31 March 2026;12.00;hall;liaison",
        ";;;;;",
      ].joined(separator: "\r\n") + "\r\n"
    let checked = try await check(semicolons)
    #expect(checked.isValid, "\(checked.text())")
    #expect(try await check(text.joined(separator: "\r\n") + "\r\n").isValid)
  }

  @Test func `a worksheet is read like a table, also with titles above it and cells left out`()
    async throws
  {
    let rows = [
      [], ["The plan of our course"], [], ["Session", "", "Date", "Start", "Room", "Trainers"],
      ["a1", "x", "2026-03-24", "10:00", "hall", "vienna"],
      ["a2", "", "46105", "0.468750", "Hall", "vienna; tokyo"],
      ["a3", "", "2026-03-24", "12:10", "studio", "formula"], [],
      ["b1", "", "2026-03-31", "10:00", "hall", "liaison"],
      ["b2", "", "2026-03-31", "11:00", "studio", "tokyo"],
      ["b3", "", "2026-03-31", "12:00", "hal", "liaison"],
    ]
    let problem = try Sample.problem()
    func checked(_ rows: [[String]]) throws -> CheckedTimetable {
      let source = SourceText(file: "plan.xlsx", cells: rows)
      return CheckedTimetable(
        try WrittenTimetable.parse(source, for: problem.curriculum),
        of: problem,
        best: nil
      )
    }
    let plan = try checked(rows)
    #expect(plan.findings.diagnostics.map(\.location.line) == [11], "\(plan.text())")
    let right = ["b3", "", "2026-03-31", "12:00", "hall", "liaison", "", ""]
    #expect(try checked(rows.dropLast() + [right]).isValid)
    #expect(try !checked(rows.dropLast() + [Array(right.prefix(4))]).isValid)
    let error = #expect(throws: Findings.self) { try checked([["name", "score"], ["x", "1"]]) }
    #expect(error?.diagnostics.first?.message.hasPrefix("this is not a timetable") == true)
  }

  @Test func `days of the American order are known by the days of the programme`() async throws {
    let rows = [("a1", "3/24/2026", "10:00"), ("b1", "3/31/2026", "10:00")]
    let text = "session,date,start\n" + rows.map { "\($0),\($1),\($2)\n" }.joined()
    let problem = try Sample.problem()
    let written = try WrittenTimetable.parse(
      SourceText(file: "edited.csv", text: text),
      for: problem.curriculum
    )
    #expect(written.rows.map { $0.date?.description } == ["2026-03-24", "2026-03-31"])
    #expect(written.leavesOpen == (true, true))
    let twice = SourceText(file: "edited.csv", text: "session,date,start\na1,7/4/2026,10:00\n")
    let day = try WrittenTimetable.parse(twice, for: problem.curriculum).rows[0].date
    #expect(day?.description == "2026-04-07")
  }

  @Test(arguments: [
    ("2026-03-24", "2026-03-24"), ("2026/3/24", "2026-03-24"), ("24.03.26", "2026-03-24"),
    ("24-Mar-2026", "2026-03-24"), ("Tuesday, 24 March 2026", "2026-03-24"),
    ("March 24, 2026", "2026-03-24"), ("46105", "2026-03-24"),
    ("2026-03-24 00:00:00", "2026-03-24"),
    ("24/3/26", "2026-03-24"), ("31.02.2026", nil), ("soon", nil), ("24 Foo 2026", nil),
  ])
  func `a day is read however it is written`(written: String, day: String?) throws {
    let text = "session,date,start\na1,\"\(written)\",10:00\n"
    let source = SourceText(file: "edited.csv", text: text)
    let found = try? WrittenTimetable.parse(source, for: try Sample.problem().curriculum)
    #expect(found?.rows.first?.date?.description == day)
  }

  @Test(arguments: [
    ("10:30", 630), ("9:05", 545), ("10:30:00", 630), ("10.30", 630), ("1:30 PM", 810),
    ("12:00 am", 0), ("0.4375", 630), ("1899-12-30 10:30:00", 630), ("10h30", 630), ("25:00", nil),
    ("13:00 PM", nil), ("noon", nil),
  ])
  func `a time is read however it is written`(written: String, minutes: Int?) throws {
    let text = "session,date,start\na1,2026-03-24,\(written)\n"
    let source = SourceText(file: "edited.csv", text: text)
    let found = try? WrittenTimetable.parse(source, for: try Sample.problem().curriculum)
    #expect(found?.rows.first?.start == minutes)
  }

  @Test func `everything wrong is told in the words of the solver, with its line`() async throws {
    // a2 before a1 is over, and off the grid; b1 by one who may not; b2 on a day without a block.
    let text = try edited([
      "11:15,12:05,50,a2": "10:32,11:22,50,a2", "UNODC liaison office, New York": "x",
      ",b1,": ",b9,", "2026-03-31,11:00": "2026-04-01,11:00", "studio": "attic",
    ])
    let checked = try await check(text)
    #expect(!checked.isValid)
    expectGolden(checked.text(), "check-broken.txt")
    expectGolden(checked.json(), "check-broken.json")
  }

  @Test func `a session that stands there twice or not at all is told`() async throws {
    let rows = try published().split(separator: "\r\n")
    let text = ([rows[0], rows[1], rows[1]] + rows[3...]).joined(separator: "\r\n") + "\r\n"
    let checked = try await check(text)
    expectGolden(checked.text(), "check-twice.txt")
    #expect(!checked.isValid)
  }

  @Test func `where rooms and trainers are not named, they are chosen, and that is said`()
    async throws
  {
    let text = """
      start,session,date
      10:00,a1,2026-03-24
      11:15,a2,2026-03-24
      12:10,a3,2026-03-24
      10:00,b1,2026-03-31
      11:00,b2,2026-03-31
      12:00,b3,2026-03-31
      """
    let checked = try await check(text)
    #expect(checked.timetable.placements.count == 6)
    #expect(checked.text().contains("does not name the rooms and the trainers"))
  }

  @Test(arguments: [
    ("title,date,start\n", "the table has no column 'session'"),
    ("session,date\na1,2026-03-24\n", "the table does not say when sessions begin"),
    ("session,date,start\na1,soon,10:00\n", "'soon' is not a day"),
    ("session,date,start\na1,2026-03-24,soon\n", "'soon' is not a time"),
    ("session,starts-at\na1,soon\n", "'soon' is not a moment"),
    ("{\"format\": \"x\"}", "the document has no 'placements'"),
    ("{\"placements\": [{\"start\": \"x\"}]}", "the placement has no 'session'"),
    (
      "{\"placements\": [{\"session\": \"a1\", \"start\": \"x\"}]}",
      "found 'x', expected a moment such as 2026-03-24T10:30:00-04:00"
    ), ("", "the file is empty"),
  ])
  func `what is no timetable is refused with the reason`(text: String, reason: String) throws {
    let curriculum = try Sample.problem().curriculum
    let findings = try #require(throws: Findings.self) {
      try WrittenTimetable.parse(SourceText(file: "edited", text: text), for: curriculum)
    }
    #expect(findings.diagnostics.map(\.message).contains(reason), "\(findings)")
    #expect(findings.diagnostics.allSatisfy { $0.remedy != nil })
  }
}

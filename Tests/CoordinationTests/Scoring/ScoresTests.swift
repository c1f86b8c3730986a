import Coordination
import Curricula
import GoldenFiles
import Publishing
import Quizzes
import Records
import Testing

/// Tables of attempts and of single responses.
@Suite struct ScoresTests {
  private let course: Course

  init() throws {
    course = try Course.ofCrafts()
    try course.sit(typing: Course.responses)
    course.pass(.seconds(3_600))
    try course.sit("joints", by: "p02", practice: true, typing: ["b", "f"])
    course.pass(.seconds(3_600))
    try course.sit("joints", by: "p02", practice: true, typing: ["b"])
  }

  private func scores(_ selection: AttemptSelection = AttemptSelection()) throws -> [[Sheet.Cell]] {
    try Scores.sheet(selection, in: course.markbook, zone: course.zone, at: Moment(course.now)).rows
  }

  private func count(_ change: (inout AttemptSelection) -> Void) throws -> Int {
    var selection = AttemptSelection()
    change(&selection)
    return try scores(selection).count
  }

  @Test func `the line of an attempt is short, and the row is complete`() throws {
    let lines = try Scores.lines(
      AttemptSelection(),
      in: course.markbook,
      zone: course.zone,
      at: Moment(course.now)
    )
    for width in [40, 80, 120] {
      let text = lines.lines(width: width, importance: Scores.importance)
      expectGolden(text, "scores-\(width).txt")
    }
    #expect(lines.rows.count == 3)
    #expect(try scores().count == 3)
  }

  @Test func `responses have the key of their time, the mark, time, tries and hints`() throws {
    let responses = try Responses.sheet(
      AttemptSelection(),
      in: course.markbook,
      zone: course.zone,
      at: Moment(course.now)
    )
    let text = responses.csv().replacing(/[0-9a-f]{32,64}/, with: "HASH")
    expectGolden(text, "responses.csv")
  }

  @Test func `a corrected key is shown beside the one that was sat`() throws {
    try course.edit(Course.crafts, "key: 100", "key: 90")
    let plan = try RemarkPlan(
      of: course.quiz(course.quizFile("crafts")),
      named: "joinery/crafts",
      in: course.markbook,
      at: Moment(course.now)
    )
    try plan.record(
      because: "90 is right.",
      decidedBy: "ana",
      in: course.markbook,
      at: Moment(course.now)
    )
    let sheet = try Responses.sheet(
      AttemptSelection(),
      in: course.markbook,
      zone: course.zone,
      at: Moment(course.now)
    )
    let key = try #require(sheet.columns.firstIndex { $0.name == "key" })
    let marking = try #require(sheet.columns.firstIndex { $0.name == "marking-key" })
    #expect(sheet.rows.contains { $0[key] != $0[marking] && $0[marking] != .empty })
  }

  @Test func `attempts are selected by quiz, participant, state and time`() throws {
    #expect(try count { $0.quizzes = ["joinery/crafts"] } == 1)
    #expect(try count { $0.quizzes = ["joinery/crafts", "joinery/joints"] } == 3)
    #expect(try count { $0.participants = ["p02"] } == 2)
    #expect(try count { $0.states = [.open] } == 1)
    #expect(try count { $0.states = [.submitted] } == 2)
    #expect(try count { $0.states = [.waiting] } == 1)
    #expect(try count { $0.states = [.open, .waiting] } == 2)
    #expect(try count { $0.since = Timestamp(milliseconds: course.now.milliseconds) } == 1)
    #expect(try count { $0.since = Timestamp(milliseconds: course.now.milliseconds + 1) } == 0)
  }

  @Test func `a group or a participant that is not on the roster is refused`() throws {
    #expect(throws: UnknownName.participant("p99", among: ["p01", "p02"])) {
      try count { $0.participants = ["p99"] }
    }
    #expect(throws: UnknownName.group("Z", among: [])) { try count { $0.groups = ["Z"] } }
  }
}

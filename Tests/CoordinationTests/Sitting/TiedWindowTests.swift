import Coordination
import Diagnostics
import Quizzes
import Records
import Testing

/// Windows of quizzes that follow the published timetable.
@Suite struct TiedWindowTests {
  /// The course whose quiz on crafts is tied to week 1.
  private func course() throws -> Course {
    let course = try Course.ofCrafts()
    course.setCrafts("opens", "after week 1")
    course.setCrafts("closes", "7 days after week 1")
    return course
  }

  @Test func `before the timetable is published the quiz does not open`() throws {
    let course = try course()
    guard case .notPublished(let tie)? = try course.refusal() else {
      Issue.record("it was opened")
      return
    }
    #expect("\(tie)" == "after week 1")
    #expect(try course.standing()?.wording(course.zone) == "opens after week 1")
  }

  @Test func `the quiz opens and closes with the week as published`() throws {
    let course = try course()
    try course.publish()
    let (opens, closes) =
      (try instant("2026-03-24T12:00-04:00"), try instant("2026-03-31T12:00-04:00"))
    course.now = Timestamp(milliseconds: opens.milliseconds - 1)
    #expect(try course.refusal() == .notYetOpen(until: opens))
    course.now = opens
    #expect(try course.refusal(by: "p02") == nil)
    course.now = closes
    #expect(try course.refusal() == .closed(since: closes))
    #expect(try course.standing() == .closed)
  }

  @Test func `the window follows the timetable when it is published anew`() throws {
    let course = try course()
    try course.publish()
    try course.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    try course.publish()
    course.now = try instant("2026-04-30T12:00-04:00")
    #expect(try course.refusal() == .closed(since: instant("2026-03-31T12:30-04:00")))
  }

  @Test func `an attempt under way gets the later close of a timetable published anew`() throws {
    let course = try course()
    course.setCrafts("time-limit", nil)
    course.setCrafts("opens", "500 weeks before week 1")
    course.setCrafts("closes", "500 weeks after week 1")
    try course.publish()
    try course.sit(typing: ["", "b"])
    try course.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    try course.publish()
    try course.sit(typing: ["100"])
    let deadlines = try course.lastEvents().compactMap { event -> Deadline? in
      switch event.kind {
      case .started(let start): start.deadline
      case .extended(let new): new.deadline
      default: nil
      }
    }
    #expect(deadlines.count == 2)
    #expect(deadlines.first.map { $0.milliseconds + 1_800_000 } == deadlines.last?.milliseconds)
  }

  @Test func `a week or session that does not exist is found by the check`() throws {
    let course = try course()
    course.setCrafts("opens", "after week 4")
    course.setCrafts("closes", "1 day after session plans")
    var check = WorkspaceCheck(in: course)
    for path in course.curricula() + course.quizzes() { try check.read(path) }
    let findings = check.findings()
    #expect(findings.hasErrors)
    let errors = findings.sorted.filter { $0.severity == .error }
    #expect(errors.contains { $0.message == "the curriculum has no week 4" })
    #expect(errors.contains { $0.remedy == "did you mean 'planes'?" })
  }
}

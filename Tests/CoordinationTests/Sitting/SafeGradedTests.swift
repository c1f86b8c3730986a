import Coordination
import Diagnostics
import Publishing
import Quizzes
import Records
import Testing

/// A graded quiz whose file says nothing else hands out nothing, and opens again only with a reason.
@Suite struct SafeGradedTests {
  /// A course with a graded quiz that says nothing of attempts, windows and feedback.
  private func course(_ more: String = "") throws -> Course {
    let course = try Course()
    course.texts["quizzes/joinery/nails.yaml"] = """
      quiz: Nails
      status: Unofficial. Written for tests.
      mode: graded
      pass: 60
      shuffle: nothing
      \(more)
      items:
        - id: nail
          kind: single-choice
          stem: Which tool drives a nail?
          options:
            - {key: Hammer, because: Its head is heavy.}
            - {distractor: Saw, because: A saw cuts.}
          rationale: A hammer has a flat face.
          source: Manual

      """
    return course
  }

  @Test func `no way leads to the right answers before the quiz closes`() throws {
    let course = try course()
    let first = try course.sit("nails", typing: ["b", "yes"])
    #expect(first.contains("Wrong. 0 of 1 mark."))
    let shown = [first, try course.results(of: "nails") ?? ""]
    for secret in ["Key:", "flat face", "A saw cuts.", "head is heavy", "Right."] {
      #expect(!shown.joined().contains(secret))
    }
    #expect(try course.refusal(of: "nails") == .noAttemptLeft(of: 1))
    for (who, practice) in [("p01", true), ("p02", true), (nil, false)] {
      let reason = try course.refusal(of: "nails", by: who, practice: practice)
      #expect(reason == .practiceNever(isGuest: who == nil))
    }
    let due = try DueItems(
      of: course.sitter("p01"),
      in: course,
      course.markbook,
      at: course.now
    )
    #expect(due.drawn().isEmpty)
  }

  @Test func `check names what a file opens further, and is silent where it closes`() throws {
    func checked(_ more: String) throws -> String {
      var check = WorkspaceCheck(in: try course(more))
      try check.read("quizzes/joinery/nails.yaml")
      return check.findings().sorted.map(\.description).joined(separator: "\n")
    }
    #expect(try checked("").contains("no closing time, so its right answers"))
    let early = try checked("feedback: {right-after: everything}\nattempts: 3")
    #expect(early.contains("warning: right answers are shown before the quiz closes, also between"))
    #expect(early.contains("[early-answers]"))
    #expect(early.contains("note: the quiz can be sat 3 times"))
    #expect(early.contains("note: the quiz has no 'opens' and no 'closes'"))
    let window = "opens: 2999-01-01T10:00Z\ncloses: 2999-01-02T10:00Z"
    for quiet in ["\(window)", "\(window)\nfeedback: {after-close: [key]}"] {
      let text = try checked(quiet)
      for code in ["[closing-time]", "[early-answers]", "[open-quiz]"] {
        #expect(!text.contains(code))
      }
    }
    #expect(try !checked("closes: never").contains("[closing-time]"))
  }

  @Test func `after a power cut, keys that were shown do not come back into the sitting`() throws {
    let course = try course("time-limit: 1 second\ncloses: 2020-01-01T10:00Z")
    let name = "joinery/nails"
    let late = try instant("2999-01-01T10:00Z")
    try course.give(Override(closes: late), at: name, because: "late")
    _ = try course.open("nails")
    try course.give(Override(closes: instant("2021-01-01T10:00Z")), at: name, because: "a mistake")
    // The deadline passes while nobody is there.
    course.pass(.milliseconds(1500))
    #expect(try course.results(of: "nails")?.contains("Key: a) Hammer") == true)
    let more = Override(extraTime: 9, closes: late, attempts: 2)
    let refused = #expect(throws: ReopensAfterAnswers.self) {
      try course.give(more, at: name)
    }
    #expect(refused?.reopening.quiz == "joinery/nails")
    #expect(refused?.participant == "p01")
    #expect(try course.markbook.overrides().count == 2)
    #expect(try course.refusal(of: "nails") != nil)
    let again = Override(closes: late, attempts: 2)
    #expect(try course.give(again, at: name, despite: "sat without seeing them"))
    #expect(try course.sit("nails", typing: ["a", "yes"]).contains("1 of 1 mark"))
    var selection = AttemptSelection()
    selection.quizzes = [name]
    let sheet = try Scores.sheet(
      selection,
      in: course.markbook,
      zone: course.zone,
      at: Moment(course.now)
    )
    let rows = sheet.csv().split(separator: "\r\n")
    #expect(rows[0].hasSuffix(",answers-shown,despite,curriculum,edition,awaited"))
    #expect(rows[1].hasSuffix(",no,,joinery,2026,0"))
    #expect(rows[2].hasSuffix(",yes,sat without seeing them,joinery,2026,0"))
    #expect(try course.markbook.overrides().last?.despite == "sat without seeing them")
  }

  @Test func `a reason for despite that is not needed is not kept`() throws {
    let course = try course()
    #expect(try !course.give(Override(attempts: 2), at: nil, despite: "trusted"))
    #expect(try course.markbook.overrides().map(\.despite) == [nil])
  }

  @Test func `a quiz that closes in its file ends an attempt that had no end`() throws {
    let course = try course()
    try course.sit("nails", typing: ["b", ":quit"])
    try course.edit(
      "quizzes/joinery/nails.yaml",
      "pass: 60",
      "pass: 60\ncloses: 2020-01-01T10:00Z"
    )
    let closed = try course.sit("nails", typing: ["a", "yes"])
    #expect(closed.contains("The time is up."))
    #expect(closed.contains("Key: a) Hammer"))
    #expect(try course.refusal(of: "nails") != nil)
  }
}

import Coordination
import Quizzes
import Records
import Testing

/// What a participant sees of an attempt, and when.
@Suite struct ResultsTests {
  private func course() throws -> (Course, String) {
    let course = try Course.ofCrafts()
    return (course, try course.sit(typing: ["", "a"] + Course.responses.dropFirst(2)))
  }

  @Test func `right after handing in, only what the quiz allows is shown`() throws {
    let shown = try course().1
    #expect(shown.contains("Wrong. 0 of 1 mark."))
    #expect(!shown.contains("Your response:"))
    #expect(!shown.contains("Key:"))
    #expect(!shown.contains("A saw cuts."))
  }

  @Test func `later there is more, and after the close all of it`() throws {
    let (course, _) = try course()
    let later = try #require(try course.results())
    #expect(later.hasPrefix("Crafts\nAttempt 1, submitted on "))
    #expect(later.contains("Your response: a) Saw"))
    #expect(!later.contains("Key:"))
    // The rules and the close are those of the present file.
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(try course.results()?.contains("Key: b) Hammer") == true)
  }

  @Test func `where the file is broken, the rules are those of the text that was sat`() throws {
    let (course, _) = try course()
    course.texts[Course.crafts] = "quiz: ["
    let shown = try #require(try course.results())
    #expect(shown.contains("Your response: a) Saw"))
    #expect(!shown.contains("Key:"))
  }

  @Test func `a quiz has not closed while anybody's exception lasts`() throws {
    let (course, _) = try course()
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    try course.give(Override(closes: instant("2999-03-01T10:00-05:00")), to: "p02")
    #expect(try course.results()?.contains("Key:") == false)
    #expect(try course.refusal(practice: true) != nil)
  }

  @Test func `right answers that are shown are on record before they are seen`() throws {
    let (course, _) = try course()
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    let before = try course.lastEvents().count
    for _ in 1...2 { _ = try course.results() }
    #expect(try course.lastEvents().count == before + 1)
    #expect(try course.lastEvents().last?.kind == .shown(.afterClose))
    guard case .whole = try course.markbook.verify() else {
      Issue.record("the markbook is not whole")
      return
    }
  }

  @Test func `right answers that cannot be recorded are not shown`() throws {
    struct Full: Error {}
    let (course, _) = try course()
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(throws: Full.self) {
      try LastResults(
        at: course.quizFile("crafts"),
        by: course.sitter("p01"),
        course.markbook,
        in: course,
        at: Moment(course.now)
      ) { _, _ in throw Full() }
    }
  }

  @Test func `the list of quizzes keeps a score that is not shown now`() throws {
    let (course, _) = try course()
    #expect(try course.standing()?.wording(course.zone).contains("done, last score") == true)
    try course.edit(Course.crafts, "later: [marks, verdicts", "later: [verdicts")
    #expect(try course.standing() == .done)
    #expect(try course.standing()?.wording(course.zone) == "done")
  }

  @Test func `an attempt at a quiz that closed meanwhile shows everything`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("closes", "2026-03-26T10:00-05:00")
    try course.sit(typing: ["", "a", ":submit", "yes"])
    course.now = try instant("2026-03-26T10:00-05:00")
    let shown = try #require(try course.results())
    #expect(shown.contains("Key: b) Hammer"))
    #expect(shown.contains("A saw cuts."))
    #expect(shown.contains("Source: Workshop manual, section 1"))
  }

  @Test func `whoever handed in nothing has no results`() throws {
    let course = try Course.ofCrafts()
    #expect(try course.results() == nil)
    try course.sit(typing: ["", "b"])
    #expect(try course.results() == nil)
  }

  @Test func `nobody sees the results of somebody else`() throws {
    let (course, _) = try course()
    #expect(try course.results(by: "p02") == nil)
  }
}

import Coordination
import Quizzes
import Records
import Testing

/// When, how long and how often a quiz can be sat, and what is different for whom.
@Suite struct ConditionTests {
  @Test func `a quiz that opens later is not sat, and is listed with the time`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("opens", "2999-03-01T10:00-05:00")
    let opens = try instant("2999-03-01T10:00-05:00")
    #expect(try course.refusal() == .notYetOpen(until: opens))
    #expect(try course.standing() == .notYetOpen(until: opens))
    let words = try #require(try course.standing()?.wording(course.zone))
    #expect(words == "opens on Friday 1 March 2999, 10:00, New York time")
    #expect(try course.markbook.attempts().isEmpty)
  }

  @Test func `a quiz that closed is not sat, but practised`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(try course.refusal() == .closed(since: instant("2020-03-01T10:00-05:00")))
    #expect(try course.standing() == .closed)
    #expect(try course.sit(practice: true, typing: ["", "b"]).contains("Right."))
  }

  @Test func `a graded quiz is not practised before it closes or its attempts are made`() throws {
    let course = try Course.ofCrafts()
    #expect(try course.refusal(practice: true) == .practiceNever(isGuest: false))
    #expect(try course.refusal(by: nil) == .practiceNever(isGuest: true))
    course.setCrafts("closes", "2999-03-01T10:00-05:00")
    let closes = try instant("2999-03-01T10:00-05:00")
    #expect(try course.refusal(practice: true) == .practiceAfterClose(closes, isGuest: false))
    try course.showCraftsAnswersEarly()
    #expect(try course.refusal(practice: true) == .practiceAfterAttempts(2))
  }

  @Test func `attempts are counted, and the one that counts is listed`() throws {
    let course = try Course.ofCrafts()
    try course.showCraftsAnswersEarly()
    try course.sit(typing: [":submit", "yes"])
    try course.sit(typing: Course.responses)
    let words = try #require(try course.standing()?.wording(course.zone))
    #expect(words == "done, last score 50 % so far, waits for marks")
    #expect(try course.refusal() == .noAttemptLeft(of: 2))
    #expect(try course.refusal(practice: true) == nil)
  }

  @Test func `each attempt draws what the participant has not seen`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("attempts", "unlimited")
    course.setCrafts("sections", nil)
    for (old, new) in [
      ("  - id: hands\n    title: With your hands\n    text: Take your time.\n", ""),
      ("    section: hands\n", ""),
      ("items:\n  - id: read", "draw: [{items: 1}]\nitems:\n  - id: read"),
    ] { try course.edit(Course.crafts, old, new) }
    let list = try QuizList(
      of: course,
      for: course.sitter("p01"),
      in: course.markbook,
      at: Moment(course.now)
    )
    let row = try #require(list.rows.first { $0.file.shortName == "crafts" })
    #expect(row.quiz?.askedCount == 1)
    #expect(row.week == 1)
    #expect(row.standing == .notStarted)
    var drawn: Set<Item.ID> = []
    for _ in 1...4 {
      let output = try course.sit(typing: ["", ":submit", "yes"])
      #expect(output.contains("1 item, "))
      let attempt = try Attempt(replaying: course.lastEvents())
      drawn.formUnion(attempt.progress?.items.suffix(1) ?? [])
    }
    #expect(drawn.count == 4)
  }

  @Test func `some time must pass between attempts`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("wait", "1 day")
    try course.sit(typing: [":submit", "yes"])
    let free = Timestamp(milliseconds: course.now.milliseconds + 86_400_000)
    #expect(try course.refusal() == .tooSoon(until: free))
    course.now = free
    #expect(try course.refusal() == nil)
  }

  @Test func `extra time of the roster is told at the start`() throws {
    let course = try Course.ofCrafts()
    let noor = try course.sit(by: "p02", typing: [""])
    #expect(noor.contains("Time: 45 minutes, extended from 30 minutes. It runs while you"))
    #expect(try course.sit(typing: [""]).contains("Time: 30 minutes. It runs while you"))
  }

  @Test func `a deadline under way comes later by an override, and says so in the record`() throws {
    let course = try Course.ofCrafts()
    try course.sit(typing: ["", "b"])
    try course.give(Override(extraTime: 2))
    #expect(try course.sit(typing: [":time"]).contains("Time left: 59 minutes"))
    let extended = try course.lastEvents().compactMap { event -> Event.Extension? in
      if case .extended(let new) = event.kind { new } else { nil }
    }
    #expect(extended.count == 1)
    #expect(extended.first?.reason == "power cut")
    #expect(extended.first?.by == "coordinator")
    #expect(extended.first?.deadline?.milliseconds == 3_600_000)
  }

  @Test func `an override never shortens what is under way`() throws {
    let course = try Course.ofCrafts()
    try course.sit(typing: ["", "b"])
    try course.give(Override(timeLimit: .seconds(60)), at: nil, because: "a mistake")
    #expect(try course.sit(typing: [":time"]).contains("Time left: 29 minutes"))
  }

  @Test func `an override gives another attempt, and opens what is closed`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("attempts", "1")
    course.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(try course.refusal() != nil)
    try course.give(Override(closes: instant("2999-03-08T10:00-05:00")), at: nil)
    try course.sit(typing: [":submit", "yes"])
    #expect(try course.refusal() == .noAttemptLeft(of: 1))
    try course.give(Override(attempts: 2))
    try course.sit(typing: [":submit", "yes"])
    #expect(try course.markbook.attempts().map(\.isSubmitted) == [true, true])
  }
}

import Diagnostics
import Quizzes
import Testing

/// What is shown of submitted attempts, and what is recorded of it.
@Suite struct ShowingTests {
  private static func sitting(
    _ showing: Showing,
    deadline: Deadline? = nil
  ) throws -> Script {
    var quiz = Quiz.short()
    quiz.feedback = .usual(in: .graded)
    var script = try Script(quiz, deadline: deadline)
    script.conversation.present.showing = showing
    script.type("a")
    return script
  }

  @Test func `a graded quiz keeps its right answers until it has closed`() throws {
    let usual = Quiz.Feedback.usual(in: .graded)
    #expect(!usual.tellsAnswersEarly)
    let showing = Showing(usual, closes: Timestamp(milliseconds: 100))
    #expect(showing.phase(at: Timestamp(milliseconds: 99), inSitting: true) == .rightAfter)
    #expect(showing.phase(at: Timestamp(milliseconds: 99)) == .later)
    #expect(showing.phase(at: Timestamp(milliseconds: 100), inSitting: true) == .afterClose)
    #expect(!showing.tellsAnswers(in: .rightAfter))
    #expect(!showing.tellsAnswers(in: .later))
    #expect(showing.tellsAnswers(in: .afterClose))
    #expect(Showing(usual).phase(at: Timestamp(milliseconds: .max)) == .later)
  }

  @Test func `before the close nothing right is shown after handing in, nor recorded as shown`()
    throws
  {
    var script = try Self.sitting(Showing(.usual(in: .graded)))
    script.type(["t", "yes"])
    #expect(script.transcript.contains("Wrong. 0 of 1 mark."))
    #expect(!script.transcript.contains("Key:"))
    #expect(!script.transcript.contains("Why:"))
    #expect(script.events.last?.kind == .submitted)
  }

  @Test func `right answers are shown only with a record of it`() throws {
    var script = try Self.sitting(Showing(Quiz.Feedback()))
    script.type(["t", "yes"])
    #expect(script.transcript.contains("Key: b) Hammer"))
    #expect(script.events.last?.kind == .shown(.rightAfter))
  }

  @Test func `a close at the deadline follows the same rules`() throws {
    let deadline = Deadline(after: 60_000, from: Script.noon.time)
    let closes = deadline.time
    var later = try Self.sitting(Showing(.usual(in: .graded)), deadline: deadline)
    later.now = later.now.later(by: 60_000)
    later.take(.timeUp)
    #expect(later.transcript.contains("The time is up."))
    #expect(!later.transcript.contains("Key:"))
    var closed = try Self.sitting(
      Showing(.usual(in: .graded), closes: closes),
      deadline: deadline
    )
    closed.now = closed.now.later(by: 60_000)
    closed.take(.timeUp)
    #expect(closed.transcript.contains("Key: b) Hammer"))
    #expect(closed.events.suffix(2).map(\.kind) == [.expired, .shown(.afterClose)])
  }

  @Test func `another deadline reaches an open sitting, events of another sitting do not`() throws {
    let deadline = Deadline(after: 60_000, from: Script.noon.time)
    var script = try Self.sitting(Showing(.usual(in: .graded)), deadline: deadline)
    let later = Deadline(after: 600_000, from: Script.noon.time)
    let extended = Event.Kind.extended(.init(to: later, reason: "power cut", by: "ana"))
    let lines = try script.conversation.takeIn([Event(extended, at: script.now)], at: script.now)
    #expect(lines?.map(\.text) == ["Your time was changed. Time left: 9 minutes 50 seconds."])
    #expect(script.conversation.attempt.progress?.deadline == later)
    let before = script.conversation
    let foreign = [Event(.skipped(item: "truth"), at: script.now)]
    #expect(try script.conversation.takeIn(foreign, at: script.now) == nil)
    #expect(script.conversation == before)
  }

  private static func attempt(deadline: Deadline?) throws -> Attempt {
    try Script(.short(), deadline: deadline).conversation.attempt
  }

  @Test func `a deadline under way moves only to a later one`() throws {
    let start = Script.noon.time
    let attempt = try Self.attempt(deadline: Deadline(after: 600_000, from: start))
    let longer = Terms(.init(timeLimit: .seconds(900)))
    let new = try #require(attempt.extended(by: longer, because: "slow", decidedBy: "ana"))
    #expect(new.deadline == Deadline(after: 900_000, from: start))
    #expect(new.reason == "slow")
    let shorter = Terms(.init(timeLimit: .seconds(300)))
    #expect(attempt.extended(by: shorter, because: "", decidedBy: "") == nil)
    #expect(attempt.extended(by: Terms(.init()), because: "", decidedBy: "")?.deadline == nil)
  }

  @Test func `an attempt without a deadline ends when the present file says that the quiz closes`()
    throws
  {
    let attempt = try Self.attempt(deadline: nil)
    let closes = Timestamp(milliseconds: Script.noon.time.milliseconds + 5000)
    let new = attempt.extended(by: Terms(.init(closes: closes)), because: "", decidedBy: "")
    #expect(new?.deadline?.time == closes)
    let limited = Terms(.init(timeLimit: .seconds(1)))
    #expect(attempt.extended(by: limited, because: "", decidedBy: "") == nil)
  }
}

@Suite struct SafeDefaultTests {
  private static func quiz(_ head: String) throws -> Quiz {
    try Quiz.parse(
      .init(
        file: "q",
        text: "quiz: Q\nstatus: S\n\(head)\nitems:\n  - id: a\n    kind: true-false\n"
          + "    stem: It is.\n    key: true\n    rationale: R\n    source: S\n"
      )
    )
  }

  @Test func `a graded quiz has one attempt and shows marks, verdicts and responses`() throws {
    let quiz = try Self.quiz("mode: graded")
    #expect(quiz.conditions.attempts == 1)
    #expect(quiz.feedback.rightAfter == [.marks, .verdicts, .responses])
    #expect(quiz.feedback.later == quiz.feedback.rightAfter)
    #expect(quiz.feedback.afterClose == Quiz.Feedback.everything)
  }

  @Test func `practice shows everything, as often as one likes`() throws {
    let quiz = try Self.quiz("mode: practice")
    #expect(quiz.conditions.attempts == nil)
    #expect(quiz.feedback == Quiz.Feedback())
  }

  @Test func `a file opens more only in words`() throws {
    let quiz = try Self.quiz("mode: graded\nattempts: unlimited\nfeedback: {later: [key]}")
    #expect(quiz.conditions.attempts == nil)
    #expect(quiz.feedback.tellsAnswersEarly)
    #expect(quiz.feedback.afterClose == [.key])
    #expect(try Self.quiz("mode: graded\ncloses: never").conditions.closesNever)
    #expect(try Quiz.parse(.init(file: "q", text: quiz.yaml)).conditions == quiz.conditions)
  }
}

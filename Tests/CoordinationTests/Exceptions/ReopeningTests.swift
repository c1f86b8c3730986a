import Coordination
import Quizzes
import Records
import Testing

/// When a quiz has closed for everybody, and what opens it again.
@Suite struct ReopeningTests {
  private static func time(_ minutes: Int64) -> Timestamp { Workbench.minute(minutes).time }

  @Test func `a quiz has closed when its last exception and its last open attempt have`() {
    let conditions = Quiz.Conditions(closes: Self.time(10))
    func closing(_ exceptions: [Override], _ deadlines: [Timestamp] = []) -> Timestamp? {
      conditions.closingForEverybody(exceptions: exceptions, deadlines: deadlines)
    }
    #expect(closing([]) == Self.time(10))
    #expect(closing([Override(closes: Self.time(5))]) == Self.time(10))
    #expect(closing([Override(closes: Self.time(30)), Override(attempts: 2)]) == Self.time(30))
    #expect(closing([Override(closes: Self.time(30))], [Self.time(40)]) == Self.time(40))
    #expect(Quiz.Conditions().closingForEverybody(exceptions: [], deadlines: []) == nil)
  }

  @Test func `the markbook knows the exceptions of everybody, the later one of each`() throws {
    let bench = try Workbench()
    func give(_ participant: String, _ closes: Int64, _ quiz: String?) throws {
      try bench.markbook.record(
        RecordedOverride(
          for: participant,
          at: quiz,
          Override(closes: Self.time(closes)),
          because: "flight",
          by: "ana",
          at: Self.time(0)
        )
      )
    }
    try give("p01", 90, "tools")
    try give("p01", 20, "tools")
    try give("p02", 40, nil)
    try give("p02", 99, "joints")
    let conditions = Quiz.Conditions(closes: Self.time(10))
    let closing = try bench.markbook.closingForEverybody(of: "tools", by: conditions)
    #expect(closing == Self.time(40))
    let deadline = Deadline(after: 70 * 60_000, from: Self.time(0))
    _ = try bench.sit(try Workbench.quiz(), ["a"], deadline: deadline)
    let later = try bench.markbook.closingForEverybody(of: "tools", by: conditions)
    #expect(later == Self.time(70))
  }

  private static func attempt(_ kinds: Event.Kind..., deadline: Int64? = nil) throws -> Attempt {
    let start = Event.Start(
      quiz: "tools",
      contentHash: "h",
      participant: "p01",
      kind: .graded,
      number: 1,
      seed: 1,
      arrangement: Arrangement([.init(item: "a", options: [])]),
      deadline: deadline.map { Deadline(after: $0 * 60_000, from: time(0)) }
    )
    return try Attempt(
      replaying: ([.started(start)] + kinds).map { Event($0, at: Workbench.minute(0)) }
    )
  }

  private static func reopening(
    from former: Quiz.Conditions,
    to override: Override,
    _ attempts: [Attempt],
    shown: [Timestamp] = [time(1), time(3)],
    at minutes: Int64 = 60
  ) -> Reopening? {
    Reopening(
      of: "tools",
      from: Terms(former),
      to: Terms(former, override: override),
      attempts: attempts,
      shown: shown,
      at: Workbench.minute(minutes)
    )
  }

  @Test func `another attempt, a later close and more time open a quiz again`() throws {
    let submitted = try Self.attempt(.submitted)
    let once = Quiz.Conditions(attempts: 1)
    let again = Self.reopening(from: once, to: Override(attempts: 2), [submitted])
    #expect(again?.shownAt == Self.time(1))
    #expect(again?.count == 2)
    let closed = Quiz.Conditions(closes: Self.time(10))
    #expect(Self.reopening(from: closed, to: Override(closes: Self.time(90)), []) != nil)
    let expired = try Self.attempt(deadline: 30)
    let limited = Quiz.Conditions(timeLimit: .seconds(1800), attempts: 1)
    #expect(Self.reopening(from: limited, to: Override(extraTime: 3), [expired]) != nil)
  }

  @Test func `nothing is opened again by what lets nobody respond, or before answers were shown`()
    throws
  {
    let submitted = try Self.attempt(.submitted)
    let once = Quiz.Conditions(attempts: 1)
    #expect(Self.reopening(from: once, to: Override(extraTime: 2), [submitted]) == nil)
    #expect(Self.reopening(from: once, to: Override(attempts: 2), [submitted], shown: []) == nil)
    // Who could respond anyway is not let in again.
    #expect(Self.reopening(from: once, to: Override(attempts: 2), []) == nil)
    let closed = Quiz.Conditions(closes: Self.time(10), attempts: 1)
    #expect(Self.reopening(from: closed, to: Override(closes: Self.time(20)), []) == nil)
    #expect(Self.reopening(from: closed, to: Override(attempts: 3), [submitted]) == nil)
  }

  @Test func `right answers are shown by a record of it, or by practice`() throws {
    let bench = try Workbench()
    let quiz = try Workbench.quiz()
    _ = try bench.sit(quiz, ["b", "t", "yes"])
    #expect(try bench.markbook.answersShown(of: "tools") == [])
    _ = try bench.sit(quiz, ["a"], by: nil, .practice, began: Workbench.minute(5))
    #expect(try bench.markbook.answersShown(of: "tools") == [Self.time(6)])
    let open = try Workbench.quiz(head: "feedback: {right-after: everything}")
    _ = try bench.sit(open, ["b", "t", "yes"], by: "p02", began: Workbench.minute(9))
    #expect(try bench.markbook.answersShown(of: "tools") == [Self.time(6), Self.time(12)])
  }
}

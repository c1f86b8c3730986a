import Chance
import Quizzes
import SampleItems
import Testing

@Suite struct TermsTests {
  static func time(_ minutes: Int64) -> Timestamp { Timestamp(milliseconds: minutes * 60_000) }

  static func admission(
    _ conditions: Quiz.Conditions,
    at minutes: Int64,
    after ends: [Int64] = []
  ) -> Terms.Admission {
    Terms(conditions).admission(
      at: time(minutes),
      after: ends.map { .init(startedAt: time($0 - 10), endedAt: time($0)) }
    )
  }

  @Test func `without conditions anybody may begin, and there is no deadline`() {
    #expect(Self.admission(.init(), at: 0) == .admitted(nil))
  }

  @Test func `a window opens at its first instant and closes at its last`() {
    let window = Quiz.Conditions(opens: Self.time(10), closes: Self.time(20))
    #expect(Self.admission(window, at: 9) == .notYetOpen(until: Self.time(10)))
    #expect(
      Self.admission(window, at: 10)
        == .admitted(Deadline(after: 600_000, from: Self.time(10)))
    )
    #expect(Self.admission(window, at: 20) == .closed(since: Self.time(20)))
  }

  @Test func `attempts are counted, and time must pass between them`() {
    let conditions = Quiz.Conditions(attempts: 2, wait: .seconds(3600))
    #expect(Self.admission(conditions, at: 100, after: [50]) == .tooSoon(until: Self.time(110)))
    #expect(Self.admission(conditions, at: 110, after: [50]) == .admitted(nil))
    #expect(Self.admission(conditions, at: 500, after: [50, 200]) == .noAttemptLeft(of: 2))
  }

  @Test func `extra time makes the limit longer, and the close cuts it`() {
    let conditions = Quiz.Conditions(closes: Self.time(100), timeLimit: .seconds(1800))
    let terms = Terms(conditions, extraTime: Rational(3, over: 2))
    #expect(terms.limit == 2_700_000)
    #expect(terms.deadline(startedAt: Self.time(0))?.milliseconds == 2_700_000)
    #expect(terms.deadline(startedAt: Self.time(80))?.milliseconds == 1_200_000)
    #expect(terms.deadline(startedAt: Self.time(80))?.time == Self.time(100))
  }

  @Test func `an override counts instead of the quiz and the roster`() {
    let conditions = Quiz.Conditions(
      opens: Self.time(10),
      closes: Self.time(20),
      timeLimit: .seconds(600),
      attempts: 1
    )
    let terms = Terms(
      conditions,
      extraTime: Rational(5, over: 4),
      override: Override(
        extraTime: 2,
        opens: Self.time(0),
        closes: Self.time(90),
        attempts: 3
      )
    )
    #expect(terms.limit == 1_200_000)
    #expect(terms.conditions.attempts == 3)
    #expect(
      terms.admission(at: Self.time(5), after: [])
        == .admitted(
          Deadline(after: 20 * 60_000, from: Self.time(5))
        )
    )
  }

  @Test func `what a later override leaves out stays`() {
    let first = Override(extraTime: 2, attempts: 3)
    #expect(
      first.overridden(by: Override(attempts: 4)) == Override(extraTime: 2, attempts: 4)
    )
  }

  @Test func `extra time never makes the limit shorter`() {
    let terms = Terms(.init(timeLimit: .seconds(60)), extraTime: Rational(1, over: 2))
    #expect(terms.limit == 60_000)
  }

  @Test func `of several attempts the named one counts`() {
    let percents: [Rational] = [40, 90, 65]
    #expect(Quiz.Grading.best.percent(of: percents) == 90)
    #expect(Quiz.Grading.last.percent(of: percents) == 65)
    #expect(Quiz.Grading.first.percent(of: percents) == 40)
    #expect(Quiz.Grading.average.percent(of: percents) == 65)
    #expect(Quiz.Grading.best.percent(of: []) == nil)
    #expect(Quiz.Grading.average.percent(of: []) == nil)
  }
}

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2027-03-23T10:00:00-04:00", 1_805_810_400_000),
    ("2027-03-23 10:00-04:00", 1_805_810_400_000), ("2027-03-23T14:00Z", 1_805_810_400_000),
    ("2000-02-29T12:00:00+05:30", 951_805_800_000), ("1969-12-31T23:59:59Z", -1000),
  ])
  func `an instant is read with its offset`(text: String, milliseconds: Int64) {
    #expect(Timestamp(text) == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "2027-03-23", "2027-03-23T10:00", "2027-02-30T10:00Z", "2027-03-23T24:00Z",
    "2027-03-23T10:60Z", "2027-03-23T10:00+19:00", "2027-03-23T10:00:61Z", "tomorrow",
  ])
  func `what is no instant is refused`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `an instant written reads back`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &generator)
    let instant = Timestamp(milliseconds: seconds * 1000)
    #expect(Timestamp(instant.universal) == instant)
  }

  @Test(arguments: [
    ("45 minutes", 2700), ("1 hour", 3600), ("1 hour 30 minutes", 5400), ("90 min", 5400),
    ("2 days", 172_800), ("1 week", 604_800), ("1 hour and 5 seconds", 3605),
  ])
  func `a span is read in words`(text: String, seconds: Int) {
    #expect(Duration(words: text) == .seconds(seconds))
  }

  @Test(arguments: ["", "45", "minutes", "0 minutes", "-5 minutes", "1.5 hours", "100000 weeks"])
  func `what is no span is refused`(text: String) {
    #expect(Duration(words: text) == nil)
  }
}

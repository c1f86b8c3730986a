import Quizzes
import Testing

@Suite struct AttemptTests {
  static func start(_ kind: Attempt.Kind = .graded, items: [String] = ["a", "b", "c"]) -> Event.Kind
  {
    .started(
      Event.Start(
        quiz: "q",
        contentHash: "h",
        participant: "p01",
        kind: kind,
        number: 1,
        seed: 1,
        arrangement: Arrangement(items.map { .init(item: $0, options: [1, 0]) })
      )
    )
  }

  static func responded(_ item: String, _ option: Int = 0, after time: Int64 = 5) -> Event.Kind {
    .responded(.init(item: item, typed: "a", response: .option(option), milliseconds: time))
  }

  static func attempt(_ kinds: Event.Kind...) throws(Refusal) -> Attempt {
    try Attempt(
      replaying: kinds.enumerated().map { index, kind in
        Event(kind, at: Timestamp(milliseconds: Int64(index) * 1000))
      }
    )
  }

  @Test func `an attempt begins at its first item`() throws {
    let attempt = try Self.attempt(Self.start())
    #expect(attempt.progress?.place == .item("a"))
    #expect(attempt.progress?.unanswered == ["a", "b", "c"])
    #expect(attempt.progress?.startedAt == Timestamp(milliseconds: 0))
  }

  @Test func `a response leads to the next item without one`() throws {
    let attempt = try Self.attempt(
      Self.start(),
      Self.responded("a"),
      Self.responded("b"),
      .moved(to: "a"),
      Self.responded("a", 1)
    )
    #expect(attempt.progress?.place == .item("c"))
    #expect(attempt.progress?.responses["a"]?.response == .option(1))
    #expect(attempt.progress?.responses["a"]?.milliseconds == 10)
  }

  @Test func `skipping leads on, and behind the last item to the end`() throws {
    let attempt = try Self.attempt(Self.start(), .skipped(item: "a"), .skipped(item: "c"))
    #expect(attempt.progress?.place == .end)
    #expect(attempt.progress?.unanswered == ["a", "b", "c"])
  }

  @Test func `flags come and go`() throws {
    let attempt = try Self.attempt(
      Self.start(),
      .flagged(item: "a", isFlagged: true),
      .flagged(item: "b", isFlagged: true),
      .flagged(item: "a", isFlagged: false)
    )
    #expect(attempt.progress?.flagged == ["b"])
  }

  @Test func `an attempt may be resumed without having been left`() throws {
    let attempt = try Self.attempt(Self.start(), Self.responded("a"), .resumed, .resumed)
    #expect(attempt.progress?.place == .item("b"))
  }

  static let refusals: [(kinds: [Event.Kind], refusal: Refusal)] = [
    ([.resumed], .notStarted),
    ([.submitted], .notStarted),
    ([start(), start()], .alreadyStarted),
    ([start(), .submitted, .submitted], .alreadySubmitted),
    ([start(), .submitted, responded("a")], .alreadySubmitted),
    ([start(), .submitted, .resumed], .alreadySubmitted),
    ([start(), .shown(.rightAfter)], .notSubmitted),
    ([start(), .left(.quit), responded("a")], .away),
    ([start(), .left(.quit), .left(.quit)], .away),
    ([start(), .left(.quit), .moved(to: nil)], .away),
    ([start(), .left(.quit), .submitted], .away),
    ([start(), responded("x")], .unknownItem("x")),
    ([start(), .skipped(item: "x")], .unknownItem("x")),
    ([start(), .flagged(item: "x", isFlagged: true)], .unknownItem("x")),
    ([start(), .moved(to: "x")], .unknownItem("x")),
    ([start(.practice), responded("a"), responded("a")], .alreadyMarked("a")),
    ([start(.practice), responded("a"), .moved(to: "a")], .alreadyMarked("a")),
    ([start(items: [])], .malformedArrangement),
    ([start(items: ["a", "a"])], .malformedArrangement),
  ]

  @Test(arguments: refusals)
  func `what breaks a rule is refused`(kinds: [Event.Kind], refusal: Refusal) {
    let events = kinds.map { Event($0, at: Timestamp(milliseconds: 0)) }
    #expect(throws: refusal) { try Attempt(replaying: events) }
  }

  @Test func `an order in which an option is missing is refused`() {
    let arrangement = Arrangement([.init(item: "a", options: [0, 2])])
    let start = Event.Start(
      quiz: "q",
      contentHash: "h",
      participant: "p",
      kind: .graded,
      number: 1,
      seed: 1,
      arrangement: arrangement
    )
    #expect(throws: Refusal.malformedArrangement) { try Self.attempt(.started(start)) }
  }

  @Test func `a refused event leaves the attempt as it was`() throws {
    var attempt = try Self.attempt(Self.start(), Self.responded("a"))
    let before = attempt
    let wrong = Event(Self.responded("x"), at: Timestamp(milliseconds: 9))
    #expect(throws: Refusal.unknownItem("x")) { try attempt.apply(wrong) }
    #expect(attempt == before)
  }

  @Test func `the time away does not count`() throws {
    let times: [(Event.Kind, Int64)] = [
      (Self.start(), 0), (Self.responded("a"), 10_000), (.left(.quit), 12_000),
      (.resumed, 900_000), (Self.responded("b"), 905_000), (.resumed, 2_000_000),
      (.submitted, 2_001_000),
    ]
    let attempt = try Attempt(
      replaying: times.map { Event($0.0, at: Timestamp(milliseconds: $0.1)) }
    )
    #expect(attempt.millisecondsPresent == 18_000)
    #expect(attempt.submittedAt == Timestamp(milliseconds: 2_001_000))
  }

  @Test func `a corrected version is taken at any time, and takes no time away`() throws {
    let first = Event.Remarked(by: "v1", because: "b is right", decidedBy: "c")
    let second = Event.Remarked(by: "v2", because: "so is c", decidedBy: "c")
    let attempt = try Self.attempt(
      Self.start(),
      Self.responded("a"),
      .remarked(first),
      Self.responded("b"),
      .submitted,
      .remarked(second)
    )
    #expect(attempt.progress?.remarks.map(\.what) == [first, second])
    #expect(attempt.progress?.responses.keys.sorted() == ["a", "b"])
    #expect(attempt.submittedAt == Timestamp(milliseconds: 4000))
    #expect(attempt.millisecondsPresent == 4000)
  }

  @Test func `it is known since when right answers have been shown`() throws {
    let attempt = try Self.attempt(
      Self.start(),
      .submitted,
      .shown(.rightAfter),
      .shown(.afterClose)
    )
    #expect(attempt.progress?.answersShownAt == Timestamp(milliseconds: 2000))
  }

  @Test func `a clock set back takes no time away`() throws {
    let attempt = try Attempt(
      replaying: [
        Event(Self.start(), at: Timestamp(milliseconds: .max)),
        Event(Self.responded("a", after: -7), at: Timestamp(milliseconds: .min)),
        Event(Self.responded("b"), at: Timestamp(milliseconds: .min + 500)),
      ]
    )
    #expect(attempt.millisecondsPresent == 500)
    #expect(attempt.progress?.responses["a"]?.milliseconds == 0)
  }

  @Test(arguments: [
    Refusal.notStarted, .alreadyStarted, .alreadySubmitted, .away, .unknownItem("x"),
    .alreadyMarked("x"), .malformedArrangement,
  ])
  func `a refusal is a sentence`(refusal: Refusal) {
    #expect(refusal.description.hasPrefix("the ") || refusal.description.hasPrefix("feedback "))
    #expect(!refusal.description.hasSuffix("."))
  }
}

import Diagnostics
import Quizzes
import Testing

/// Windows that the timetable decides.
@Suite struct TieTests {
  private static let span = Quiz.Tie.Span(
    begins: Timestamp(milliseconds: 1_000_000_000),
    ends: Timestamp(milliseconds: 1_010_000_000)
  )

  @Test(arguments: [
    ("after week 3", Quiz.Tie(.after, .week(3))),
    ("7 days after week 3", Quiz.Tie(.after, .week(3), by: .seconds(604_800))),
    ("before session w4s1", Quiz.Tie(.before, .session("w4s1"))),
    (
      "1 hour 30 minutes before session w4s1",
      Quiz.Tie(.before, .session("w4s1"), by: .seconds(5_400))
    ),
  ])
  func `a tie is read and written in words`(text: String, tie: Quiz.Tie) {
    #expect(Quiz.Tie(text) == tie)
    #expect(tie.description == text)
  }

  @Test(arguments: [
    "", "week 3", "after", "after week", "after week 0", "after week three", "after month 3",
    "soon after week 3", "after week 3 or so", "-1 days after week 3", "after week 9999",
  ])
  func `what is no tie is refused`(text: String) {
    #expect(Quiz.Tie(text) == nil)
  }

  @Test func `a tie counts from the beginning or from the end`() {
    let before = Quiz.Tie(.before, .week(1), by: .seconds(60)).instant(of: Self.span)
    #expect(before == Timestamp(milliseconds: 999_940_000))
    let after = Quiz.Tie(.after, .week(1), by: .seconds(60)).instant(of: Self.span)
    #expect(after == Timestamp(milliseconds: 1_010_060_000))
  }

  @Test func `nobody begins before the timetable is published, but by an override`() {
    let tie = Quiz.Tie(.after, .week(1))
    let conditions = Quiz.Conditions(opensBy: tie, closesBy: Quiz.Tie(.after, .week(2)))
    let now = Timestamp(milliseconds: 1_020_000_000)
    #expect(Terms(conditions).admission(at: now, after: []) == .notPublished(tie))
    let given = Terms(conditions, override: Override(opens: now))
    #expect(given.admission(at: now, after: []) == .admitted(nil))
  }

  @Test func `a published timetable gives the window its instants`() {
    let conditions = Quiz.Conditions(
      opensBy: Quiz.Tie(.after, .week(1)),
      closesBy: Quiz.Tie(.after, .session("gone"))
    )
    let tied = conditions.tied { $0 == .week(1) ? Self.span : nil }
    #expect(tied.opens == Self.span.ends)
    #expect(tied.opensBy == nil)
    #expect(tied.closes == nil)
    #expect(tied.closesBy == Quiz.Tie(.after, .session("gone")))
    #expect(Terms(tied).admission(at: Self.span.ends, after: []) == .admitted(nil))
  }

  @Test func `a quiz is read and written with its ties`() throws {
    let text = """
      quiz: Tied
      status: An example.
      curriculum: joinery
      mode: graded
      opens: after week 3
      closes: 7 days after week 3
      items:
        - {id: a, kind: true-false, stem: Wood burns., key: true}
      """
    let quiz = try Quiz.parse(SourceText(file: "tied.yaml", text: text))
    #expect(quiz.conditions.opensBy == Quiz.Tie(.after, .week(3)))
    #expect(
      quiz.ties.map { "\($0.location) \($0.tie)" } == [
        "tied.yaml:5:1 after week 3", "tied.yaml:6:1 7 days after week 3",
      ]
    )
    let again = try Quiz.parse(SourceText(file: "tied.yaml", text: quiz.yaml))
    #expect(again.conditions == quiz.conditions)
  }

  @Test func `a tie without a curriculum, and what is neither tie nor instant, are refused`() throws
  {
    let text = """
      quiz: Tied
      status: An example.
      mode: graded
      opens: after week 3
      closes: next week
      items:
        - {id: a, kind: true-false, stem: Wood burns., key: true}
      """
    let findings = #expect(throws: Findings.self) {
      try Quiz.parse(SourceText(file: "tied.yaml", text: text))
    }
    let words = findings?.sorted.map(\.description).joined(separator: "\n") ?? ""
    #expect(
      words.contains("'after week 3' belongs to a timetable, but the quiz names no curriculum")
    )
    #expect(words.contains("or words such as 'after week 3'"))
  }
}

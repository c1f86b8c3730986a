import Coordination
import Quizzes
import Records
import Testing

/// A person marks what the program cannot.
@Suite struct MarkingTests {
  /// A course where one essay waits.
  private func course() throws -> Course {
    let course = try Course.ofCrafts()
    try course.sit(typing: Course.responses)
    return course
  }

  private func marking(_ course: Course) throws -> Marking {
    let id = try course.markbook.attempts().last?.id ?? ""
    return try Marking(
      AttemptReading(
        beginning: String(id.prefix(8)).uppercased(),
        in: course.markbook,
        at: Moment(course.now)
      )
    )
  }

  @discardableResult
  private func give(
    _ mark: String,
    _ item: Item.ID,
    _ course: Course,
    comment: String? = nil,
    by person: String = "ana"
  ) throws -> Int {
    let marking = try marking(course)
    return try marking.give(
      mark,
      to: marking.item(item),
      comment: comment,
      by: person,
      in: course.markbook,
      at: Moment(course.now)
    ).waiting
  }

  @Test func `an essay waits for its mark and then the score is final`() throws {
    let course = try Course.ofCrafts()
    let shown = try course.sit(typing: Course.responses)
    #expect(shown.contains("So far: 1 response waits to be marked by a person."))
    #expect(shown.contains("Not decided yet. The pass mark is 60 percent."))
    let waiting = try course.markbook.awaitedMarks(at: Moment(course.now))
    #expect(waiting.map(\.item) == ["safety"])
    #expect(waiting.map(\.attempt.participant) == ["p01"])
    #expect(waiting.map(\.attempt.quiz) == ["joinery/crafts"])
    #expect(waiting.map(\.maximum) == [4])
    #expect(waiting.map { $0.text.split(whereSeparator: \.isWhitespace).count } == [3])
    #expect(try give("3", "safety", course, comment: "Clear.") == 0)
    #expect(try course.markbook.awaitedMarks(at: Moment(course.now)).isEmpty)
    let score = try #require(try marking(course).reading.score)
    #expect(score.total == 7)
    #expect(score.isPassed == true)
  }

  @Test func `a mark given again counts instead`() throws {
    let course = try course()
    try give("4", "safety", course)
    try give("0.5", "safety", course, by: "ben")
    let reading = try marking(course).reading
    #expect(reading.score?.total == Rational(decimal: "4.5"))
    #expect(reading.score?.isPassed == false)
    #expect(reading.attempt.progress?.marks["safety"]?.by == "ben")
  }

  @Test func `what the program marks gets another mark only with a reason`() throws {
    let course = try course()
    let refused = #expect(throws: Marking.Refused.self) { try give("0", "nail", course) }
    #expect(refused == .needsComment)
    try give("0", "nail", course, comment: "Copied.")
    try give("4", "safety", course)
    #expect(try marking(course).reading.score?.total == 7)
  }

  @Test(arguments: ["4.01", "-1", "good", ""])
  func `a mark that is none is refused`(mark: String) throws {
    let course = try course()
    let refused = #expect(throws: Marking.Refused.self) { try give(mark, "safety", course) }
    #expect(refused == .outOfRange(mark, maximum: 4))
    #expect(try course.markbook.awaitedMarks(at: Moment(course.now)).count == 1)
  }

  @Test(arguments: ["saftey", "read"])
  func `an item that was not asked is not marked`(item: String) throws {
    let course = try course()
    let unknown = #expect(throws: UnknownName.self) { try give("1", item, course) }
    #expect(
      unknown == .item(item, among: ["nail", "bench", "length", "safety"], essays: ["safety"])
    )
  }

  @Test func `an attempt that is open or unknown is not marked`() throws {
    let course = try Course.ofCrafts()
    try course.sit(typing: ["", "b"])
    let refused = #expect(throws: Marking.Refused.self) { try give("1", "safety", course) }
    #expect(refused == .open(try course.markbook.attempts()[0].id))
    for prefix in ["xyz", ""] {
      let unknown = #expect(throws: UnknownName.self) {
        try AttemptReading(
          beginning: prefix,
          in: course.markbook,
          at: Moment(course.now)
        )
      }
      #expect(unknown == .attempt(prefix))
    }
  }
}

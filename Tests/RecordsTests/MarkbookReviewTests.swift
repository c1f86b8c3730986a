import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct MarkbookReviewTests {
  private let bench = Workbench()

  private static func recollection(
    of attempt: RecordedAttempt,
    _ item: String = "a",
    _ rating: FSRS6.Rating = .good
  ) -> Recollection {
    Recollection(
      attempt: attempt.id,
      kind: attempt.kind,
      item: item,
      origin: .init(quiz: attempt.quiz, item: item),
      time: .noon,
      day: 20_536,
      rating: rating
    )
  }

  @Test func `a markbook in which nothing was reviewed has an empty schedule`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    #expect(try markbook.reviewSchedule(of: "p01").standings.isEmpty)
  }

  @Test func `a schedule comes back as it was kept`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    var schedule = ReviewSchedule()
    let rows = schedule.add(
      [Self.recollection(of: attempt), Self.recollection(of: attempt, "b", .again)],
      using: FSRS6()
    )
    try markbook.keep(rows)
    #expect(try markbook.reviewSchedule(of: "p01") == schedule)
    #expect(try markbook.reviewSchedule(of: "p01").standings.map(\.due) == [20_538, 20_537])
  }

  @Test func `every participant has a schedule of their own, and so has every guest`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let (own, guest) = (try markbook.start(), try markbook.start(by: nil, seed: 2))
    var schedule = ReviewSchedule()
    try markbook.keep(schedule.add([Self.recollection(of: own)], using: FSRS6()))
    try markbook.keep(schedule.add([Self.recollection(of: guest, "b")], using: FSRS6()))
    #expect(try markbook.reviewSchedule(of: "p01").standings.map(\.origin.item) == ["a"])
    #expect(try markbook.reviewSchedule(of: nil).standings.map(\.origin.item) == ["b"])
    #expect(try markbook.reviewSchedule(of: nil, guest: "guest:ben").standings.isEmpty)
  }

  @Test func `what is kept stays, also when it is kept again in another form`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    var (first, second) = (ReviewSchedule(), ReviewSchedule())
    try markbook.keep(first.add([Self.recollection(of: attempt)], using: FSRS6()))
    try markbook.keep(second.add([Self.recollection(of: attempt, "a", .again)], using: FSRS6()))
    #expect(try markbook.reviewSchedule(of: "p01") == first)
  }

  @Test func `rows carry the parameters with which they were made`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let parameters = try #require(
      FSRS6.Parameters(weights: FSRS6.Parameters.defaultWeights, retention: 0.8)
    )
    var schedule = ReviewSchedule()
    try markbook.keep(schedule.add([Self.recollection(of: attempt)], using: FSRS6(parameters)))
    let row = try markbook.read { database in
      try Row.fetchOne(database, sql: "SELECT model, parameters FROM review")
    }
    #expect(row?["model"] == "fsrs6")
    #expect((row?["parameters"] as String?)?.contains("\"retention\":0.8") == true)
    #expect(try markbook.reviewSchedule(of: "p01") == schedule)
  }

  @Test func `a row of an unknown attempt is refused, and nothing is kept`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    var schedule = ReviewSchedule()
    var stray = Self.recollection(of: attempt, "b")
    stray.attempt = String(repeating: "0", count: 32)
    let rows = schedule.add([Self.recollection(of: attempt), stray], using: FSRS6())
    #expect(throws: MarkbookError.self) { try markbook.keep(rows) }
    #expect(try markbook.reviewSchedule(of: "p01").standings.isEmpty)
  }

  @Test(arguments: ["UPDATE review SET rating = 4", "DELETE FROM review"])
  func `the file refuses to change or remove a row`(statement: String) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    var schedule = ReviewSchedule()
    let attempt = try markbook.start()
    try markbook.keep(schedule.add([Self.recollection(of: attempt)], using: FSRS6()))
    #expect(throws: MarkbookError.self) {
      try markbook.write { try $0.execute(sql: statement) }
    }
  }

  @Test func `a model that is not known is told as damage`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    var schedule = ReviewSchedule()
    let attempt = try markbook.start()
    try markbook.keep(schedule.add([Self.recollection(of: attempt)], using: FSRS6()))
    try markbook.write {
      try $0.execute(sql: "DROP TRIGGER review_is_final; UPDATE review SET model = 'fsrs7'")
    }
    let error = #expect(throws: MarkbookError.self) { try markbook.reviewSchedule(of: "p01") }
    #expect(error?.fault == .damaged("a review names the model 'fsrs7', which is not known"))
  }

  @Test func `a markbook of before has an empty schedule when it is only read`() throws {
    _ = try Markbook(creatingIfMissing: bench.file).start()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    try markbook.write { try $0.execute(sql: "DROP TABLE review") }
    #expect(try markbook.reviewSchedule(of: "p01").standings.isEmpty)
  }

  @Test func `a guest may review`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    var chance = Chance(state: 9)
    let start = Event.Start(
      quiz: "review",
      contentHash: Markbook.version(of: "quiz: review"),
      participant: "guest",
      kind: .review,
      number: 1,
      seed: 7,
      arrangement: Arrangement([.init(item: "a", options: [1, 0])])
    )
    let attempt = try markbook.startAttempt(
      with: [Event(.started(start), at: .noon)],
      text: "quiz: review",
      by: nil,
      using: &chance
    )
    #expect(try markbook.attempt(attempt.id).kind == .review)
  }
}

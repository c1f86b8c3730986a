import Quizzes
import SampleItems
import Testing

@Suite struct ReviewScheduleTests {
  private static func recollection(
    _ item: String,
    _ rating: FSRS6.Rating,
    day: Int,
    kind: Attempt.Kind = .graded,
    attempt: String? = nil
  ) -> Recollection {
    Recollection(
      attempt: attempt ?? "\(item)-\(day)",
      kind: kind,
      item: item,
      origin: .init(quiz: "tools", item: item),
      time: Timestamp(milliseconds: Int64(day) * 86_400_000),
      day: day,
      rating: rating
    )
  }

  private static func schedule(_ recollections: Recollection...) -> ReviewSchedule {
    var schedule = ReviewSchedule()
    _ = schedule.add(recollections, using: FSRS6())
    return schedule
  }

  private static func items(_ origins: [Item.Origin]) -> [String] { origins.map(\.item) }

  @Test func `an item missed in a quiz is asked again on the same day`() {
    let schedule = Self.schedule(Self.recollection("a", .again, day: 100))
    #expect(Self.items(schedule.draw(atMost: 10, on: 100)) == ["a"])
    #expect(schedule.next(after: 100) == nil)
  }

  @Test func `an item missed in a review waits for the next day`() throws {
    let schedule = Self.schedule(
      Self.recollection("a", .again, day: 90),
      Self.recollection("a", .again, day: 100, kind: .review)
    )
    #expect(schedule.draw(atMost: 10, on: 100).isEmpty)
    let next = try #require(schedule.next(after: 100))
    #expect(next == (101, 1))
    #expect(Self.items(schedule.draw(atMost: 10, on: 101)) == ["a"])
  }

  @Test func `an item that was known comes back when it is due`() {
    let schedule = Self.schedule(Self.recollection("a", .good, day: 100))
    #expect(schedule.draw(atMost: 10, on: 101).isEmpty)
    #expect(Self.items(schedule.draw(atMost: 10, on: 102)) == ["a"])
  }

  @Test func `missed items come first, then those most likely forgotten`() {
    let schedule = Self.schedule(
      Self.recollection("easy", .easy, day: 60),
      Self.recollection("good", .good, day: 60),
      Self.recollection("late", .good, day: 40),
      Self.recollection("missed", .again, day: 99)
    )
    let drawn = Self.items(schedule.draw(atMost: 10, on: 100))
    #expect(drawn == ["missed", "late", "good", "easy"])
    #expect(Self.items(schedule.draw(atMost: 2, on: 100)) == ["missed", "late"])
    #expect(schedule.draw(atMost: 0, on: 100).isEmpty)
  }

  @Test func `items that can no longer be asked are neither drawn nor announced`() throws {
    let schedule = Self.schedule(
      Self.recollection("a", .again, day: 100),
      Self.recollection("b", .good, day: 100)
    )
    let isAvailable = { (origin: Item.Origin) in origin.item == "b" }
    #expect(schedule.draw(atMost: 10, on: 100, where: isAvailable).isEmpty)
    #expect(try #require(schedule.next(after: 100, where: isAvailable)) == (102, 1))
  }

  @Test func `the same recollection counts once`() {
    var schedule = Self.schedule(Self.recollection("a", .good, day: 100))
    #expect(schedule.includes("a", of: "a-100"))
    #expect(schedule.add([Self.recollection("a", .good, day: 100)], using: FSRS6()).isEmpty)
  }

  @Test func `rows give the schedule back that made them`() {
    var schedule = ReviewSchedule()
    let rows = schedule.add(
      [
        Self.recollection("a", .again, day: 100), Self.recollection("a", .good, day: 101),
        Self.recollection("b", .good, day: 100), Self.recollection("a", .good, day: 110),
      ],
      using: FSRS6()
    )
    #expect(rows.map(\.recollection.item) == ["a", "b", "a", "a"])
    #expect(ReviewSchedule(rows.reversed()) == schedule)
    #expect(schedule.standing(of: .init(quiz: "tools", item: "a"))?.memory == rows[3].memory)
    #expect(schedule.standing(of: .init(quiz: "tools", item: "a"))?.due == rows[3].due)
  }

  @Test func `a later change of parameters leaves what was before`() throws {
    var weights = FSRS6.Parameters.defaultWeights
    weights[2] = 50
    let other = FSRS6(try #require(FSRS6.Parameters(weights: weights)))
    var schedule = ReviewSchedule()
    let first = schedule.add([Self.recollection("a", .good, day: 100)], using: FSRS6())
    let second = schedule.add([Self.recollection("b", .good, day: 100)], using: other)
    let replayed = ReviewSchedule(first + second)
    #expect(replayed.standing(of: .init(quiz: "tools", item: "a"))?.due == 102)
    #expect(replayed.standing(of: .init(quiz: "tools", item: "b"))?.due == 150)
  }

  @Test func `a recollection that arrives late finds its place in time`() {
    let early = Self.recollection("a", .again, day: 90)
    let later = Self.recollection("a", .good, day: 100)
    var arrived = ReviewSchedule()
    _ = arrived.add([later], using: FSRS6())
    _ = arrived.add([early], using: FSRS6())
    let whole = Self.schedule(early, later)
    let origin = Item.Origin(quiz: "tools", item: "a")
    #expect(arrived.standing(of: origin) == whole.standing(of: origin))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the order in which recollections arrive does not matter`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let recollections = (0..<20).map { number in
      Self.recollection(
        ["a", "b", "c"].randomElement(using: &generator) ?? "a",
        FSRS6.Rating.allCases.randomElement(using: &generator) ?? .good,
        day: Int.random(in: 0...60, using: &generator),
        attempt: "attempt-\(number)"
      )
    }
    var whole = ReviewSchedule()
    _ = whole.add(recollections, using: FSRS6())
    var parts = ReviewSchedule()
    for recollection in recollections.shuffled(using: &generator) {
      _ = parts.add([recollection], using: FSRS6())
    }
    #expect(parts.standings == whole.standings)
    #expect(whole.standings.allSatisfy { $0.due > $0.day })
  }
}

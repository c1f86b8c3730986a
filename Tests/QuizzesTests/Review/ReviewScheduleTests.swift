import Chance
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
    ReviewSchedule(of: recollections, using: FSRS6())
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
    let once = Self.schedule(Self.recollection("a", .good, day: 100))
    let twice = Self.schedule(
      Self.recollection("a", .good, day: 100),
      Self.recollection("a", .good, day: 100)
    )
    #expect(once == twice)
  }

  @Test func `other parameters give another day`() throws {
    var weights = FSRS6.Parameters.defaultWeights
    weights[2] = 50
    let other = FSRS6(try #require(FSRS6.Parameters(weights: weights)))
    let recollection = Self.recollection("a", .good, day: 100)
    #expect(ReviewSchedule(of: [recollection], using: FSRS6()).standings.map(\.due) == [102])
    #expect(ReviewSchedule(of: [recollection], using: other).standings.map(\.due) == [150])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the order in which recollections arrive does not matter`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let recollections = (0..<20).map { number in
      Self.recollection(
        ["a", "b", "c"].randomElement(using: &generator) ?? "a",
        FSRS6.Rating.allCases.randomElement(using: &generator) ?? .good,
        day: Int.random(in: 0...60, using: &generator),
        attempt: "attempt-\(number)"
      )
    }
    let whole = ReviewSchedule(of: recollections, using: FSRS6())
    let shuffled = ReviewSchedule(of: recollections.shuffled(using: &generator), using: FSRS6())
    #expect(shuffled == whole)
    #expect(whole.standings.allSatisfy { $0.due > $0.day })
  }
}

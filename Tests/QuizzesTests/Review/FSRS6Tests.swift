import Chance
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct FSRS6Tests {
  private static let model = FSRS6()

  /// What a memory is after each rating, each given when the item is due, or after set intervals.
  private static func course(
    _ ratings: [Int],
    after intervals: [Int]? = nil
  ) -> [(memory: FSRS6.Memory, interval: Int)] {
    var course: [(memory: FSRS6.Memory, interval: Int)] = []
    for (index, rating) in ratings.enumerated() {
      let memory = model.memory(
        after: FSRS6.Rating(rawValue: rating) ?? .good,
        from: course.last?.memory,
        days: intervals?[index] ?? course.last?.interval ?? 0
      )
      course.append((memory, model.interval(for: memory)))
    }
    return course
  }

  private static func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) < 1e-6
  }

  // Computed with the package fsrs 6.3.2 for Python, without steps and without fuzz.
  private static let courses: [([Int], [Int]?, [(Double, Double, Int)])] = [
    (
      [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3], nil,
      [
        (2.3065, 2.118103970, 2), (10.964332336, 2.111214236, 11),
        (46.280217288, 2.104331391, 46), (162.862201639, 2.097455429, 163),
        (497.4471936, 2.090586343, 497), (1345.528777543, 2.083724126, 1346),
        (9.444601345, 7.38320232, 9), (1.312639072, 9.125104766, 1),
        (2.349673307, 9.111208031, 2), (4.194028327, 9.097325192, 4),
        (7.46654023, 9.083456236, 7), (12.731547266, 9.069601149, 13),
        (21.528151353, 9.055759917, 22),
      ]
    ),
    (
      [1, 3, 3, 3, 3, 3], nil,
      [
        (0.212, 6.4133, 1), (1.88678762, 6.402115069, 2), (6.269161318, 6.390941324, 6),
        (17.379188968, 6.379778751, 17), (43.842077641, 6.368627342, 44),
        (102.26404337, 6.357487084, 102),
      ]
    ),
    (
      [2, 4, 3, 1, 2, 3, 4], nil,
      [
        (1.2931, 5.112170706, 1), (7.38551155, 3.464114298, 7), (28.063015925, 3.455878553, 28),
        (2.309457995, 7.83422015, 2), (4.165555119, 8.547482779, 4),
        (8.380569225, 8.534163666, 8), (22.53299445, 8.02957784, 23),
      ]
    ),
    (
      [1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21],
      [
        (0.212, 6.4133, 1), (0.246689188, 6.402115069, 1), (2.021477252, 6.390941324, 2),
        (7.863698841, 6.379778751, 8), (21.917713153, 6.368627342, 22),
        (53.626902917, 6.357487084, 54),
      ]
    ),
    (
      [3, 4, 2, 1, 3, 4], [0, 0, 0, 0, 0, 5],
      [
        (2.3065, 2.11810397, 2), (3.946054068, 1, 4), (3.946054068, 4.010608969, 4),
        (1.280009359, 8.016556265, 1), (1.32326149, 8.003768078, 1),
        (9.812531293, 7.321948764, 10),
      ]
    ),
  ]

  @Test(arguments: courses.indices)
  func `a course of reviews leaves what the reference leaves`(index: Int) {
    let (ratings, intervals, expected) = Self.courses[index]
    let course = Self.course(ratings, after: intervals)
    for (found, wanted) in zip(course, expected) {
      #expect(Self.isNear(found.memory.stability, wanted.0), "\(found) \(wanted)")
      #expect(Self.isNear(found.memory.difficulty, wanted.1), "\(found) \(wanted)")
      #expect(found.interval == wanted.2)
    }
    #expect(course.count == expected.count)
  }

  @Test(arguments: [
    (1, 7, 0.582235), (2, 7, 0.752779), (3, 7, 0.80831), (4, 7, 0.911237), (1, 14, 0.524434),
    (2, 14, 0.685142), (3, 14, 0.741585), (4, 14, 0.860246),
  ])
  func `what is remembered fades as in the reference`(
    rating: Int,
    days: Int,
    expected: Double
  ) throws {
    let rating = try #require(FSRS6.Rating(rawValue: rating))
    let memory = Self.model.memory(after: rating, from: nil, days: 0)
    let found = Self.model.retrievability(of: memory, after: days)
    #expect(abs(found - expected) < 1e-6)
  }

  @Test func `after as many days as the stability, nine of ten are remembered`() {
    for days in [1, 7, 100, 3000] {
      let memory = FSRS6.Memory(stability: Double(days), difficulty: 5)
      #expect(abs(Self.model.retrievability(of: memory, after: days) - 0.9) < 1e-12)
      #expect(Self.model.interval(for: memory) == days)
    }
  }

  @Test func `less retention makes longer intervals`() throws {
    let memory = FSRS6.Memory(stability: 20, difficulty: 5)
    let intervals = try [0.95, 0.9, 0.8, 0.7].map { retention in
      let parameters = try #require(
        FSRS6.Parameters(weights: FSRS6.Parameters.defaultWeights, retention: retention)
      )
      return FSRS6(parameters).interval(for: memory)
    }
    #expect(intervals == intervals.sorted())
    #expect(Set(intervals).count == 4)
  }

  @Test func `no interval is longer than the longest`() throws {
    let parameters = try #require(
      FSRS6.Parameters(weights: FSRS6.Parameters.defaultWeights, longestInterval: 30)
    )
    let memory = FSRS6.Memory(stability: 36_500, difficulty: 1)
    #expect(FSRS6(parameters).interval(for: memory) == 30)
    #expect(Self.model.interval(for: memory) == 36_500)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `any course keeps every number in its range`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var memory: FSRS6.Memory?
    for _ in 0..<60 {
      let rating = FSRS6.Rating.allCases.randomElement(using: &generator) ?? .good
      let days = Int.random(
        in: -3...(Bool.random(using: &generator) ? 2 : 20_000),
        using: &generator
      )
      let before = memory
      let after = Self.model.memory(after: rating, from: before, days: days)
      #expect((0.001...36_500).contains(after.stability))
      #expect((1...10).contains(after.difficulty))
      #expect((1...36_500).contains(Self.model.interval(for: after)))
      #expect((0...1).contains(Self.model.retrievability(of: after, after: days)))
      if let before, rating != .again, before.stability < 36_500 {
        #expect(after.stability >= before.stability)
      }
      memory = after
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `a better rating never leaves less`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let memory = FSRS6.Memory(
      stability: .random(in: 0.001...400, using: &generator),
      difficulty: .random(in: 1...10, using: &generator)
    )
    let days = Int.random(in: 0...500, using: &generator)
    let left = FSRS6.Rating.allCases.map {
      Self.model.memory(after: $0, from: memory, days: days).stability
    }
    #expect(left == left.sorted())
  }

  @Test func `parameters are refused when they are no FSRS-6 ones`() {
    let weights = FSRS6.Parameters.defaultWeights
    #expect(FSRS6.Parameters(weights: weights) == FSRS6.Parameters())
    #expect(FSRS6.Parameters(weights: Array(weights.dropLast(2))) == nil)
    #expect(FSRS6.Parameters(weights: [.nan] + weights.dropFirst()) == nil)
    #expect(FSRS6.Parameters(weights: [-1] + weights.dropFirst()) == nil)
    #expect(FSRS6.Parameters(weights: weights, retention: 1) == nil)
    #expect(FSRS6.Parameters(weights: weights, longestInterval: 0) == nil)
  }

  @Test func `parameters come back from JSON as they went`() throws {
    let parameters = try #require(
      FSRS6.Parameters(weights: FSRS6.Parameters.defaultWeights, retention: 0.85)
    )
    let data = try JSONEncoder().encode(parameters)
    #expect(try JSONDecoder().decode(FSRS6.Parameters.self, from: data) == parameters)
    let broken = Data(String(decoding: data, as: UTF8.self).replacing("0.85", with: "2").utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FSRS6.Parameters.self, from: broken)
    }
  }

  @Test(
    arguments: [
      (0, nil, FSRS6.Rating.again), (0, .high, .again), (1, nil, .good), (1, .low, .hard),
      (1, .middle, .good), (1, .high, .easy),
    ] as [(Int, Certainty?, FSRS6.Rating)]
  )
  func `a response is rated by whether it is right and how sure it was`(
    fraction: Int,
    certainty: Certainty?,
    expected: FSRS6.Rating
  ) {
    #expect(FSRS6.Rating(fraction: Rational(Int128(fraction)), certainty: certainty) == expected)
  }

  @Test func `a partly right response was not remembered`() {
    #expect(FSRS6.Rating(fraction: Rational(3, over: 4)) == .again)
  }
}

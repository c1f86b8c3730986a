/// What was learnt of days: what times and rooms add to what blocks cost there.
struct DayLessons: Sendable {
  /// What costs something: single placements of a day, or a constraint, on a day or on all.
  struct Pool: Hashable, Sendable {
    /// `nil` for a constraint that is not about single days.
    let day: Int?
    /// The constraint; `nil` for single placements.
    let constraint: Int?
  }

  /// A literal, and what it costs where it is true.
  typealias Cost = (weight: Int, literal: Literal)

  /// Sessions on a day, and what may cost nothing more there.
  struct Question: Hashable, Sendable {
    let ways: [Literal]
    let spent: Int
  }

  /// A number of literals that are true.
  struct Count: Hashable, Sendable {
    let literals: [Literal]
    let least: Int
    /// Whether it says that there are so many, else that there are not fewer.
    let isCertain: Bool
  }

  /// Some of what is known of a day: less is asked, so that it holds of more.
  struct Excerpt {
    var held: [(session: Int, way: BlockRelaxation.Way)]
    /// Whether single placements count.
    var hasSingles = true
    /// The constraints that count, soft and hard.
    var rules: [Int]
    /// Whether sessions need rooms.
    var hasRooms: Bool
    /// Whether some are held before others.
    var hasOrders = true
    /// What lets one thing be held at a time, as far as it counts.
    var exclusions: Set<Int>
  }

  /// For each number of literals that was asked for a literal.
  var counts: [Count: Literal] = [:]
  /// For each pool what it may cost beside what blocks say, each with a literal that it does.
  var extras: [Pool: [Cost]] = [:]
  /// What was found to be no dearer than what blocks say, or too difficult.
  var settled: Set<Question> = []
  /// What of it was too difficult.
  var undecided: Set<Question> = []
  /// The steps of a trial after which it stays open what a day costs.
  var patience = 20_000
  /// What can be learnt of, by its index.
  var rules: [Int]?
}

internal import Curricula

/// A problem in which no two sessions can be held at once, made ready for the exact method.
///
/// Sessions are known by their *rank*: a topological order of the hard orders. What couples the days
/// is kept apart from what one day decides by itself.
struct Track: Sendable {
  let problem: Problem
  /// For each rank the session.
  let sessions: [Int]
  /// For each session its rank.
  let ranks: [Int]
  /// For each rank those that must have been held before, on an earlier day or earlier that day.
  let before: [SessionSet]
  /// For each rank those that must have been held on an earlier day.
  let daysBefore: [SessionSet]
  /// For each rank its minutes.
  let minutes: [Int]
  /// For each day and rank the options for block, room and team that break no hard constraint.
  let options: [[[Option]]]
  /// For each day the ranks that have an option.
  let allowed: [SessionSet]
  /// For each day the minutes of its blocks.
  let capacity: [Int]
  /// For each day what its set of sessions costs whatever the arrangement.
  let dayTerms: [[DayTerm]]
  /// For each day the constraints on the arrangement within the day.
  let patterns: [Pattern]
  /// For each day whether it is the first of its week.
  let startsWeek: [Bool]
  /// For each day whether it is the last of its week.
  let endsWeek: [Bool]
  /// What couples the days.
  let couplings: [Coupling]
  /// The ranks whose arrangement within a day matters.
  let arranged: SessionSet
  /// Whether some constraint could not be followed, so that costs are only bounds.
  let isRelaxed: Bool

  var count: Int { sessions.count }
  var days: [Problem.Day] { problem.days }
  var all: SessionSet { SessionSet(first: count) }

  /// A block, a room and a team for a session.
  struct Option: Sendable {
    let block: Int
    let room: Int?
    let team: Int
    /// The soft penalty of the placement where it does not depend on the start.
    let penalty: Int
    /// Whether hard or soft constraints depend on the start within the block.
    let dependsOnStart: Bool
  }

  /// A cost that a day's set of sessions decides: its load.
  struct DayTerm: Sendable {
    let members: SessionSet
    let inMinutes: Bool
    let least: Int
    let most: Int
    let weight: Weight
  }

  /// A constraint that the arrangement within a day decides.
  struct Pattern: Sendable {
    let members: SessionSet
    let constraint: Int
  }
}

/// A constraint that couples days: what it remembers from day to day is its *carry*.
struct Coupling: Sendable {
  /// What is remembered, and what it costs.
  enum Kind: Sendable {
    /// Carry: the amount in the current week.
    case weekLoad(inMinutes: Bool, least: Int, most: Int)
    /// Carry: twice the number of buckets used, plus 1 when the current week is one of them.
    case distinct(Bucket, least: Int, most: Int)
    /// Carry: the rooms used, as bits.
    case rooms(least: Int, most: Int)
    /// Carry: the first day's index plus 1, or 0 when it does not matter.
    case span(mostDays: Int)
    /// Carry: the earlier session's day index plus 1 while the later waits.
    case order(earlier: Int, later: Int, leastDays: Int, mostDays: Int?)
    /// Carry: the index plus 1 of the last day used.
    case apart(leastDays: Int)
  }

  let kind: Kind
  let weight: Weight
  /// The sessions that count for certain.
  let members: SessionSet
  /// The selection, where it depends on the choice of trainers; `nil` when `members` says all.
  let choice: Selection?
  /// The sessions that count for certain or may count.
  let scope: SessionSet
  /// Where the carry lies within the state's carry, in bits.
  let shift: Int
  let width: Int
}

extension Coupling {
  func carry(in state: UInt128) -> Int {
    width == 0 ? 0 : Int((state >> UInt128(shift)) & ((1 << UInt128(width)) - 1))
  }

  func storing(_ carry: Int, in state: UInt128) -> UInt128 {
    state | UInt128(carry) << UInt128(shift)
  }
}

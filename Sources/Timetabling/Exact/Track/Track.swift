internal import Curricula

/// A problem, or a part of one, in which no two sessions can be held at once, made ready for the
/// exact method.
///
/// Sessions are known by their *rank*: an order in which each comes after all that must be held
/// before it. Sessions that must be held on one day make up a ``Unit``. What couples the days is kept
/// apart from what one day decides by itself.
struct Track: Sendable {
  let problem: Problem
  /// For each rank the session.
  let sessions: [Int]
  /// For each rank those that must have been held before, on an earlier day or earlier that day.
  let before: [SessionSet]
  /// For each rank its minutes.
  let minutes: [Int]
  /// What is held on one day, in an order in which each comes after what must be held before it.
  let units: [Unit]
  /// For each day and rank the options for block, room and team that break no hard constraint.
  let options: [[[Option]]]
  /// For each day and rank the least penalty of an option; 0 where there is none.
  let leastPenalty: [[Int]]
  /// For each day the ranks that can be held on it.
  let allowed: [SessionSet]
  /// For each day the most minutes that can be held on it.
  let capacity: [Int]
  /// What a day's set of sessions costs by its load, whatever the arrangement.
  let loads: [DayLoad]
  /// The constraints on the arrangement within a day.
  let patterns: [Pattern]
  /// For each rank the placement constraints that depend on the start.
  let startForms: [[WeightedForm]]
  /// For each day whether it is the first of its week.
  let startsWeek: [Bool]
  /// For each day whether it is the last of its week.
  let endsWeek: [Bool]
  /// What couples the days.
  let couplings: [Coupling]
  /// The ranks whose arrangement within a day matters.
  let arranged: SessionSet
  /// Whether a day without any session has an arrangement that matters.
  let arrangesEmptyDays: Bool
  /// What every timetable costs.
  let base: Cost
  /// Whether some constraint could not be followed, so that costs are only bounds.
  let isRelaxed: Bool

  var count: Int { sessions.count }
  var days: [Problem.Day] { problem.days }
  var all: SessionSet { SessionSet(first: count) }

  /// A block, a room and a team for a session.
  struct Option: Hashable, Sendable {
    let block: Int
    let room: Int?
    let team: Int
    /// The soft penalty of the placement where it does not depend on the start.
    let penalty: Int
    /// Whether hard or soft constraints depend on the start within the block.
    let dependsOnStart: Bool
  }

  /// Sessions that must all be held on one day.
  struct Unit: Sendable {
    let set: SessionSet
    let minutes: Int
    /// Those outside the unit that must have been held before.
    let before: SessionSet
    /// Those that must have been held on an earlier day.
    let daysBefore: SessionSet
    /// Those that cannot be held on the same day.
    let strangers: SessionSet
  }

  /// A cost that a day's set of sessions decides: its load.
  struct DayLoad: Sendable {
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
    /// Whether it counts on days without its members too.
    let countsAlways: Bool
    /// Whether it depends on the rooms.
    let readsRooms: Bool
    /// Whether it depends on the trainers.
    let readsTrainers: Bool
  }

  /// A constraint on single placements with its weight.
  struct WeightedForm: Sendable {
    let form: PlacementForm
    let weight: Weight
  }
}

extension Track {
  @inline(__always)
  func amount(of set: SessionSet, inMinutes: Bool) -> Int {
    guard inMinutes else { return set.count }
    var sum = 0
    for rank in set { sum += minutes[rank] }
    return sum
  }

  /// The calendar days from one day to another, both by index.
  func days(from first: Int, to last: Int) -> Int {
    days[last].date.days(since: days[first].date)
  }

  /// Whether every session has a day and all of them together have the minutes.
  var hasRoom: Bool {
    let held = allowed.reduce(SessionSet()) { $0.union($1) }
    return all.isSubset(of: held)
      && amount(of: all, inMinutes: true) <= capacity.reduce(0) { $0.saturatingAdded(to: $1) }
  }
}

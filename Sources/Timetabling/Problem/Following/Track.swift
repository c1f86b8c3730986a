internal import Curricula

/// A problem, or a part of one, in which no two sessions can be held at once, made ready for the
/// exact method.
///
/// Sessions are known by their *rank*: an order in which each comes after all that must be held
/// before it. Sessions that must be held on one day make up a ``Unit``. What couples the days is kept
/// apart from what one day decides by itself.
///
/// A class, because the parts of the method hold it by the thousand and would copy its tables' references
/// each time.
final class Track: Sendable {
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
  /// What a day's set of sessions costs by its amounts, whatever the arrangement.
  let amounts: [DayAmount]
  /// The patterns of the arrangement within a day.
  let patterns: [Pattern]
  /// For each rank what is wanted of its start.
  let startSingles: [[Weighted]]
  /// For each day whether it is the first of its week.
  let startsWeek: [Bool]
  /// For each day whether it is the last of its week.
  let endsWeek: [Bool]
  /// What couples the days.
  let couplings: [Coupling]
  /// For each day the ranks whose arrangement within it matters.
  let arranged: [SessionSet]
  /// What every timetable costs.
  let base: Cost
  /// Whether some constraint could not be followed, so that costs are only bounds.
  let isRelaxed: Bool

  /// Makes a part of a problem ready, `nil` when it has too many sessions or blocks overlap.
  ///
  /// Costs of the part are not above what the part contributes to the cost of the problem.
  init?(_ problem: Problem, _ part: Part) {
    let blocks = problem.blocks(for: part.sessions)
    let hasOverlaps = zip(blocks, blocks.dropFirst()).contains {
      $0.date == $1.date && $1.start < $0.end
    }
    guard part.sessions.count <= SessionSet.capacity, !hasOverlaps else { return nil }
    let precedence = Precedence(of: problem, part.sessions)
    var compiler = TrackCompiler(problem: problem, part: part, precedence: precedence)
    compiler.compile()
    let options = TrackOptions(compiler)
    let capacity = compiler.capacities
    let minutes = precedence.sessions.map { problem.sessions[$0].minutes }
    let windows = TrackWindows(
      allowed: options.allowed,
      precedence: precedence,
      minutes: minutes,
      capacity: capacity
    )
    self.problem = problem
    sessions = precedence.sessions
    before = precedence.before
    self.minutes = minutes
    units = precedence.units(minutes: minutes, strangers: compiler.strangers)
    self.options = options.options
    leastPenalty = options.options.map { day in
      day.map { options in options.map(\.penalty).min() ?? 0 }
    }
    allowed = windows.allowed
    self.capacity = capacity
    amounts = compiler.amounts
    patterns = compiler.patterns
    startSingles = options.startSingles
    let weeks = problem.days.map(\.week)
    startsWeek = weeks.indices.map { $0 == 0 || weeks[$0 - 1] != weeks[$0] }
    endsWeek = weeks.indices.map { $0 == weeks.count - 1 || weeks[$0 + 1] != weeks[$0] }
    couplings = compiler.couplings
    arranged = problem.days.indices.map { day in
      problem.days[day].blocks.count > 1
        ? SessionSet(first: minutes.count) : compiler.arranged.union(options.arranged[day])
    }
    base = compiler.base
    isRelaxed = compiler.isRelaxed
  }

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

  /// A cost that a day's set of sessions decides: how much is held.
  struct DayAmount: Sendable {
    let members: SessionSet
    let measure: Measure
    let limits: Limits
    let weight: Weight
  }

  /// A formula that the arrangement within a day decides.
  ///
  /// A class, because it is looked at for every row and would be copied each time.
  final class Pattern: Sendable {
    let pattern: any DayPattern
    let weight: Weight
    /// The sessions that make it count on a day.
    let members: SessionSet
    /// What is in its row.
    let selection: Selection
    /// The sessions that may be in its row.
    let row: SessionSet
    /// Whether it counts on days without its members too.
    let countsAlways: Bool
    /// What it comes to on a day of one block, where that is decided by the day's set.
    let inOneBlock: DayAmount?
    /// Whether it depends on the rooms.
    let readsRooms: Bool
    /// Whether it depends on the trainers.
    let readsTrainers: Bool

    init(
      _ pattern: any DayPattern,
      at weight: Weight,
      of selection: Selection,
      row: SessionSet,
      members: SessionSet,
      countsAlways: Bool,
      inOneBlock: DayAmount?
    ) {
      self.pattern = pattern
      self.weight = weight
      self.members = members
      self.selection = selection
      self.row = row
      self.countsAlways = countsAlways
      self.inOneBlock = inOneBlock
      readsRooms = pattern.readsRooms || selection.dependsOnRooms
      readsTrainers = selection.dependsOnTrainers
    }
  }

  /// What is wanted of single placements, with its weight.
  struct Weighted: Sendable {
    let single: Single
    let weight: Weight
  }
}

extension Track {
  /// Whether a day has a single block.
  func hasOneBlock(_ day: Int) -> Bool { days[day].blocks.count == 1 }

  /// What a day's set of sessions costs by its amounts.
  func amounts(on day: Int) -> [DayAmount] {
    hasOneBlock(day) ? amounts + patterns.compactMap(\.inOneBlock) : amounts
  }

  /// The patterns of the arrangement of a set of sessions within a day.
  func patterns(of set: SessionSet, on day: Int) -> [Pattern] {
    let hasOneBlock = hasOneBlock(day)
    return patterns.filter { pattern in
      (pattern.members.meets(set) || pattern.countsAlways)
        && !(hasOneBlock && pattern.inOneBlock != nil)
    }
  }

  @inline(__always)
  func amount(of set: SessionSet, _ measure: Measure) -> Int {
    guard measure == .minutes else { return set.count }
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
      && amount(of: all, .minutes) <= capacity.reduce(0) { $0.saturatingAdded(to: $1) }
  }
}

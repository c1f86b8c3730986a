/// The exact method for a programme in which one session is held at a time.
///
/// A dynamic programme over the days. Its states are the sets of sessions that can have been held by
/// the end of a day, which are closed under what needs what (order ideals), together with what the
/// constraints that couple days remember. A step adds the sessions of one day, arranged within the
/// day at least cost. States that cannot be finished, or not below the cost of a timetable already
/// known, are dropped.
///
/// With a limited width only the most promising states of each day are kept; the least bound among
/// those given up is a proved bound on all timetables. Widening until nothing is given up proves the
/// optimum.
///
/// - Complexity: O(states × sets that fit a day); the number of states is at worst exponential in
///   the number of sessions, and a few hundred thousand for fifty sessions in chains.
struct ExactMethod {
  /// What a run has found.
  struct Result {
    /// The best timetable's placements; `nil` when none was found.
    var placements: [Placement]?
    /// Its penalty as the method counts it.
    var penalty = Int.max
    /// A penalty that no timetable is below; `Int.max` when there is proved to be none below the
    /// limit.
    var bound = Int.max
    /// The states looked at, over all days.
    var states = 0
  }

  let track: Track
  private var planner: DayPlanner
  /// Made for the first run, and again with more effort where a wider run is worth it.
  private var bounded: (days: DayExpansion, effort: PartBounds.Effort)?
  private let effort: (Int) -> PartBounds.Effort

  /// The most states kept at the end of one day.
  static let widthLimit = 3_000_000
  /// The states of one day up to which a narrow run holds more than its width for the time being.
  static let tableLimit = 500_000
  /// The most states kept over all days.
  static let stateLimit = 48_000_000

  /// Prepares the method for a track, with the effort to bound what is still to come for runs of a width.
  init(
    _ track: Track,
    effort: @escaping (Int) -> PartBounds.Effort = PartBounds.Effort.init(width:)
  ) {
    self.track = track
    self.effort = effort
    planner = DayPlanner(track: track)
  }

  private mutating func expansion(for width: Int, _ watch: inout Watch) -> DayExpansion {
    let wanted = effort(width)
    if let bounded, bounded.effort == wanted || bounded.days.remaining.isComplete {
      return bounded.days
    }
    let remaining = RemainingCost(track, wanted, &watch)
    let days = DayExpansion(track, planner.choices, remaining)
    if !watch.isOver { bounded = (days, wanted) }
    return days
  }

  /// Runs with at most `width` states a day.
  ///
  /// - Parameters:
  ///   - width: The most states kept at the end of each day.
  ///   - limit: A penalty; only timetables below it are looked for.
  ///   - watch: When it is over, the run ends with what it has.
  /// - Returns: The best timetable found, and the bound proved.
  mutating func run(width: Int, below limit: Int, _ watch: inout Watch) -> Result {
    var result = Result()
    guard track.base.hard == 0, track.base.soft < limit, track.hasRoom else { return result }
    let days = expansion(for: width, &watch)
    guard !watch.isOver else {
      result.bound = track.base.soft
      return result
    }
    let share = Self.stateLimit / max(1, track.days.count)
    let width = max(1, min(width, share, Self.widthLimit))
    var last = StateTable()
    last.append(
      0,
      0,
      penalty: track.base.soft,
      surcharge: 0,
      rest: 0,
      parent: 0,
      plan: 0
    )
    result.bound = min(result.bound, last.trim(below: limit, to: width))
    var trails: [StateTable.Trail] = []
    for day in track.days.indices {
      var next = StateTable()
      next.ceiling = (max(4 * width, Self.tableLimit), limit, width)
      for index in 0..<last.count {
        days.expand(last, index, day, limit, &planner, &watch, into: &next)
        if watch.isOver {
          result.bound = min(result.bound, next.givenUp)
          let open = (index..<last.count).map { last.bound($0) } + (0..<next.count).map(next.bound)
          result.bound = min(result.bound, open.min() ?? .max)
          return finished(result)
        }
        result.bound = min(result.bound, next.givenUp)
      }
      result.states += next.count
      result.bound = min(result.bound, next.trim(below: limit, to: width))
      trails.append(next.trail)
      last = next
    }
    guard
      let winner = (0..<last.count).filter({ last.held[$0] == track.all.bits })
        .min(by: { last.penalties[$0] < last.penalties[$1] })
    else { return finished(result) }
    result.penalty = last.penalties[winner]
    result.bound = min(result.bound, result.penalty)
    result.placements = placements(trails, winner)
    return finished(result)
  }

  /// Takes the bound back where a day's arrangement was given up whose choices the bound depends on.
  private func finished(_ result: Result) -> Result {
    guard planner.isRelaxed, !planner.choices.isEmpty else { return result }
    var result = result
    result.bound = min(result.bound, track.base.soft)
    return result
  }

  /// The placements along the way to a state.
  private mutating func placements(_ trails: [StateTable.Trail], _ winner: Int) -> [Placement] {
    var placements: [Placement] = []
    var position = winner
    var watch = Watch()
    for day in trails.indices.reversed() {
      let parent = Int(trails[day].parents[position])
      let before = day > 0 ? trails[day - 1].held[parent] : 0
      let set = SessionSet(bits: trails[day].held[position] & ~before)
      let plans = set.isEmpty ? [] : planner.plans(for: set, on: day, &watch)
      let index = Int(trails[day].plans[position])
      if plans.indices.contains(index) { placements = plans[index].placements + placements }
      position = parent
    }
    return placements
  }
}

internal import Curricula

/// A depth-first search over the orders, blocks, starts, rooms and teams of a day's sessions.
///
/// The sessions of a day never overlap, so an arrangement is a row.
struct Arrangement: ~Copyable {
  /// The cheapest plan for each different contribution.
  private(set) var best: [DayPlan] = []
  /// Whether the search came to its end.
  private(set) var isComplete = true

  private let track: Track
  private let choices: [Int]
  private let day: Int
  private let options: [[Track.Option]]
  private let areBlocksOnly: Bool
  private let patterns: [Track.Pattern]
  private let starts: RowStarts
  private let orderMatters: Bool
  /// Whether rows differ in what they contribute to couplings.
  private let contributionsDiffer: Bool
  private let floor: Int
  private var steps: Int
  private var rest: SessionSet
  private var placements: [Placement] = []
  private var row: DayRow
  /// The ranks of the row.
  private var ranks: [Int] = []
  /// What a pattern looks at of the row.
  private var looked: DayRow
  private var penalty = 0

  /// Prepares the search for a set of sessions, each rank with what it can choose from.
  ///
  /// No arrangement is below the floor. Where the steps do not suffice, the one plan found costs the
  /// floor. With blocks only, rooms and teams are chosen elsewhere.
  init(
    _ track: Track,
    _ choices: [Int],
    _ day: Int,
    _ set: SessionSet,
    _ options: [[Track.Option]],
    areBlocksOnly: Bool,
    from floor: Int,
    steps: Int
  ) {
    self.track = track
    self.choices = choices
    self.day = day
    self.options = options
    self.areBlocksOnly = areBlocksOnly
    self.floor = floor
    self.steps = steps
    patterns = track.patterns(of: set, on: day)
    row = DayRow(capacity: set.count)
    looked = DayRow(capacity: set.count)
    starts = RowStarts(track, day, set, options, patterns)
    orderMatters =
      !starts.isAtOnce || track.days[day].blocks.count > 1 || !patterns.isEmpty
      || set.contains { track.minutes[$0] % track.problem.curriculum.grid != 0 }
    contributionsDiffer = choices.contains { index in
      let coupling = track.couplings[index]
      return coupling.scope.meets(set) && (!areBlocksOnly || coupling.asks.contains(.blocks))
    }
    rest = set
  }

  /// Searches.
  mutating func search(_ watch: inout Watch) {
    extend(&watch)
    guard !isComplete else { return }
    // What is not known to be the least is taken for the least possible.
    var plan =
      best.min { $0.penalty < $1.penalty }
      ?? DayPlan(penalty: floor, contributions: choices.map { _ in 0 }, placements: [])
    plan.penalty = floor
    best = [plan]
  }

  /// Tries every continuation of the row so far.
  private mutating func extend(_ watch: inout Watch) {
    watch.take()
    steps -= 1
    if steps < 0 { isComplete = false }
    guard isComplete, !watch.isOver else { return }
    guard !rest.isEmpty else {
      keep()
      return
    }
    if !contributionsDiffer, let found = best.first, found.penalty <= floor { return }
    if !isPromising() { return }
    for rank in rest where !track.before[rank].meets(rest.removing(rank)) {
      for option in options[rank] {
        for start in starts.after(placements, rank, option) {
          place(rank, option, at: start, &watch)
        }
      }
      if !orderMatters { break }
    }
  }

  /// Whether a plan worth keeping can come of the row.
  private mutating func isPromising() -> Bool {
    var cost = Cost(hard: 0, soft: penalty)
    for pattern in patterns where pattern.pattern.grows {
      cost += self.cost(of: pattern)
      guard cost.hard == 0 else { return false }
    }
    guard !contributionsDiffer, let found = best.first else { return true }
    return cost.soft < found.penalty
  }

  private mutating func cost(of pattern: Track.Pattern) -> Cost {
    look(at: pattern.row, pattern.selection)
    return Cost(pattern.pattern.excess(of: &looked, on: day), at: pattern.weight)
  }

  /// Looks at what a selection takes in of the row, among some ranks.
  private mutating func look(at ranks: SessionSet, _ selection: Selection) {
    looked.removeAll()
    let isFixed = selection.isFixed
    for index in 0..<row.count where ranks.contains(self.ranks[index]) {
      if isFixed
        || selection.takesIn(anyHeldBy: placements[index].trainers, in: placements[index].room)
      {
        looked.append(row[index])
      }
    }
  }

  private mutating func place(
    _ rank: Int,
    _ option: Track.Option,
    at start: Int,
    _ watch: inout Watch
  ) {
    let session = track.sessions[rank]
    let placement = Placement(
      session: session,
      block: option.block,
      start: start,
      room: option.room,
      trainers: track.problem.sessions[session].teams[option.team].trainers
    )
    var added = option.penalty
    if option.dependsOnStart {
      guard let extra = track.startSingles[rank].softPenalty(of: placement) else { return }
      added = added.saturatingAdded(to: extra)
    }
    placements.append(placement)
    ranks.append(rank)
    row.append(
      DayRow.Entry(
        block: Int32(option.block),
        start: Int32(start),
        end: Int32(start + track.minutes[rank]),
        session: Int32(session),
        room: Int32(option.room ?? -1)
      )
    )
    rest = rest.removing(rank)
    let former = penalty
    penalty = penalty.saturatingAdded(to: added)
    extend(&watch)
    penalty = former
    rest = rest.inserting(rank)
    placements.removeLast()
    ranks.removeLast()
    row.removeLast()
  }

  /// Keeps the complete row when it is the cheapest of its contributions.
  private mutating func keep() {
    var cost = Cost(hard: 0, soft: penalty)
    for pattern in patterns {
      cost += self.cost(of: pattern)
      guard cost.hard == 0 else { return }
    }
    var contributions: [Int] = []
    contributions.reserveCapacity(choices.count)
    for choice in choices { contributions.append(contribution(to: track.couplings[choice])) }
    let plan = DayPlan(penalty: cost.soft, contributions: contributions, placements: placements)
    if let rival = best.firstIndex(where: { $0.contributions == contributions }) {
      if plan.penalty < best[rival].penalty { best[rival] = plan }
    } else {
      best.append(plan)
    }
  }

  /// What the row adds to a coupling that depends on its choices.
  private mutating func contribution(to coupling: Coupling) -> Int {
    guard let choice = coupling.choice, !areBlocksOnly || coupling.asks.contains(.blocks) else {
      return 0
    }
    look(at: coupling.scope, choice)
    return coupling.rule.contribution(of: looked)
  }
}

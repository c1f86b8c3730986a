internal import Curricula

/// One way to arrange a set of sessions within a day.
struct DayPlan: Sendable {
  /// The soft penalty of what the day decides by itself.
  var penalty: Int
  /// For each coupling that depends on choices within the day, what the day contributes to it.
  var contributions: [Int]
  /// The placements, in the order of time.
  var placements: [Placement]
}

/// Arranges sets of sessions within days, each set of a day once.
struct DayPlanner {
  let track: Track
  /// The couplings that depend on the choice of trainers or rooms, by index.
  let choices: [Int]
  private var plans: [Key: [DayPlan]] = [:]

  private struct Key: Hashable {
    let day: Int
    let set: SessionSet
  }

  init(track: Track) {
    self.track = track
    choices = track.couplings.indices.filter { track.couplings[$0].choice != nil }
  }

  /// The cheapest plan for each different contribution; empty when the set cannot be held that day.
  mutating func plans(for set: SessionSet, on day: Int) -> [DayPlan] {
    let key = Key(day: day, set: set)
    if let known = plans[key] { return known }
    let found = arrange(set, on: day)
    plans[key] = found
    return found
  }

  private func arrange(_ set: SessionSet, on day: Int) -> [DayPlan] {
    guard !set.isEmpty else {
      return [DayPlan(penalty: 0, contributions: choices.map { _ in 0 }, placements: [])]
    }
    var arrangement = Arrangement(track: track, choices: choices, day: day, set: set)
    arrangement.extend()
    return arrangement.best
  }
}

/// A depth-first search over the orders, blocks, starts, rooms and teams of a day's sessions.
///
/// The sessions of a day never overlap, so an arrangement is a row. Starts later than the earliest
/// possible are tried only where something can gain from them: after a break that a constraint asks
/// for, or for a session whose cost depends on its start.
private struct Arrangement {
  let track: Track
  let choices: [Int]
  let day: Int
  let set: SessionSet
  let patterns: [Track.Pattern]
  let pauses: [Int]
  let orderMatters: Bool
  var best: [DayPlan] = []
  private var rest: SessionSet
  private var placements: [Placement] = []
  private var penalty = 0

  init(track: Track, choices: [Int], day: Int, set: SessionSet) {
    self.track = track
    self.choices = choices
    self.day = day
    self.set = set
    patterns = track.patterns.filter { $0.members.meets(set) }
    var pauses: [Int] = []
    var matters = track.days[day].blocks.count > 1
    for pattern in patterns {
      if case .sequence(let form) = track.problem.constraints[pattern.constraint].form {
        matters = true
        if case .unbroken(_, let pause) = form.pattern, !pauses.contains(pause) {
          pauses.append(pause)
        }
      } else if case .order = track.problem.constraints[pattern.constraint].form {
        matters = true
      }
    }
    for rank in set {
      if track.options[day][rank].contains(where: \.dependsOnStart) { matters = true }
      if track.minutes[rank] % track.problem.curriculum.grid != 0 { matters = true }
    }
    self.pauses = pauses
    orderMatters = matters
    rest = set
  }

  /// Tries every continuation of the row so far.
  mutating func extend() {
    guard !rest.isEmpty else {
      keep()
      return
    }
    if isBeaten { return }
    for rank in rest where !track.before[rank].meets(rest.removing(rank)) {
      for option in track.options[day][rank] {
        for start in starts(of: rank, option) {
          place(rank, option, at: start)
        }
      }
      if !orderMatters { break }
    }
  }

  /// Whether nothing better can come of the row: only where a single plan is looked for.
  private var isBeaten: Bool {
    guard choices.isEmpty, let found = best.first else { return false }
    return penalty >= found.penalty
  }

  /// The starts worth trying for a session behind the row so far.
  private func starts(of rank: Int, _ option: Track.Option) -> [Int] {
    let block = track.problem.blocks[option.block]
    var earliest = block.start
    if let last = placements.last {
      guard option.block >= last.block else { return [] }
      if option.block == last.block { earliest = end(of: last) }
    }
    let latest = block.end - track.minutes[rank]
    let grid = track.problem.curriculum.grid
    func onGrid(_ time: Int) -> Int {
      block.start + (time - block.start + grid - 1) / grid * grid
    }
    let first = onGrid(earliest)
    guard first <= latest else { return [] }
    if option.dependsOnStart { return Array(stride(from: first, through: latest, by: grid)) }
    var starts = [first]
    if earliest > block.start {
      for pause in pauses {
        let start = onGrid(earliest + pause)
        if start <= latest, !starts.contains(start) { starts.append(start) }
      }
    }
    return starts
  }

  private func end(of placement: Placement) -> Int {
    placement.start + track.problem.sessions[placement.session].minutes
  }

  private mutating func place(_ rank: Int, _ option: Track.Option, at start: Int) {
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
      var cost = Cost.zero
      for constraint in track.problem.constraints {
        guard case .placement(let form) = constraint.form, form.reads.contains(.start),
          form.sessions.contains(session)
        else { continue }
        cost += Cost(form.excess(placement), at: constraint.weight)
      }
      guard cost.hard == 0 else { return }
      added = added.saturatingAdded(to: cost.soft)
    }
    placements.append(placement)
    rest = rest.removing(rank)
    let former = penalty
    penalty = penalty.saturatingAdded(to: added)
    extend()
    penalty = former
    rest = rest.inserting(rank)
    placements.removeLast()
  }

  /// Keeps the complete row when it is the cheapest of its contributions.
  private mutating func keep() {
    var cost = Cost(hard: 0, soft: penalty)
    for pattern in patterns {
      let constraint = track.problem.constraints[pattern.constraint]
      let excess = PatternExcess(problem: track.problem).excess(of: constraint.form, placements)
      cost += Cost(excess, at: constraint.weight)
      guard cost.hard == 0 else { return }
    }
    let contributions = choices.map { contribution(to: track.couplings[$0]) }
    let plan = DayPlan(
      penalty: cost.soft,
      contributions: contributions,
      placements: placements
    )
    if let rival = best.firstIndex(where: { $0.contributions == contributions }) {
      if plan.penalty < best[rival].penalty { best[rival] = plan }
    } else {
      best.append(plan)
    }
  }

  /// What the row adds to a coupling that depends on its choices.
  private func contribution(to coupling: Coupling) -> Int {
    let counted = placements.filter { placement in
      switch coupling.choice {
      case .sessions(let sessions)?: sessions.contains(placement.session)
      case .trainer(let trainer)?: placement.trainers.contains(trainer)
      case .room(let room)?: placement.room == room
      case nil: false
      }
    }
    switch coupling.kind {
    case .weekLoad(let inMinutes, _, _):
      return counted.reduce(0) {
        $0 + (inMinutes ? track.problem.sessions[$1.session].minutes : 1)
      }
    case .distinct(.block, _, _): return Set(counted.map(\.block)).count
    case .distinct: return counted.isEmpty ? 0 : 1
    case .rooms: return counted.reduce(0) { $0 | ($1.room.map { 1 << $0 } ?? 0) }
    case .span, .order, .apart: return counted.isEmpty ? 0 : 1
    }
  }
}

/// Goes on from a state by every set of sessions that can be held on a day.
///
/// What is asked for each set is kept in flat arrays and bit masks, one bit a session or a coupling.
struct DayExpansion {
  let remaining: RemainingCost
  private let track: Track
  private let units: [Track.Unit]
  /// For each unit the couplings of visits that it belongs to, as bits.
  private let visitsOfUnit: [UInt128]
  private let visits: [Visit]
  /// Couplings whose cost depends on the sessions held by the end of a day alone.
  private let afterwards: [Coupling]
  private let steps: [Step]
  /// For each day and unit the least penalty of its sessions.
  private let leastPenalty: [[Int]]
  /// For each day those whose cost is not decided by the set alone.
  private let arranged: [UInt64]
  /// For each day whether without any session it has an arrangement that matters.
  private let arrangesNone: [Bool]
  private let amounts: [[Track.DayAmount]]

  private struct Visit {
    let members: UInt64
    let weight: Int
    let isFirstFree: Bool
  }

  /// A coupling followed step by step, and its place among those that depend on choices.
  private struct Step {
    let coupling: Coupling
    let scope: UInt64
    let choice: Int?
    let isWeekly: Bool
  }

  init(_ track: Track, _ choices: [Int], _ remaining: RemainingCost) {
    self.track = track
    self.remaining = remaining
    units = track.units
    var visits: [Visit] = []
    var afterwards: [Coupling] = []
    var steps: [Step] = []
    for (index, coupling) in track.couplings.enumerated() {
      switch coupling.following {
      case .visits(let weight, let isFirstFree) where visits.count < UInt128.bitWidth:
        visits.append(
          Visit(members: coupling.members.bits, weight: weight, isFirstFree: isFirstFree)
        )
      case .after: afterwards.append(coupling)
      case .visits, .step:
        steps.append(
          Step(
            coupling: coupling,
            scope: coupling.scope.bits,
            choice: choices.firstIndex(of: index),
            isWeekly: coupling.asks.contains(.everyWeek)
          )
        )
      }
    }
    self.visits = visits
    self.afterwards = afterwards
    self.steps = steps
    visitsOfUnit = track.units.map { unit in
      visits.indices.reduce(0) {
        visits[$1].members & unit.set.bits != 0 ? $0 | 1 << UInt128($1) : $0
      }
    }
    leastPenalty = track.leastPenalty.map { day in
      track.units.map { unit in
        unit.set.reduce(0) { $0.cappedSum(day[$1]) }
      }
    }
    arranged = track.arranged.map(\.bits)
    arrangesNone = track.days.indices.map { !track.patterns(of: SessionSet(), on: $0).isEmpty }
    amounts = track.days.indices.map(track.amounts)
  }

  /// A state from which a day goes on.
  private struct Origin {
    let parent: Int32
    let held: UInt64
    let carry: UInt128
    let day: Int
    let limit: Int
    /// The minutes that the day can hold.
    let capacity: Int
    /// The units that can be held, by index.
    let candidates: [Int]
    /// The sessions that must be held.
    let due: UInt64
    /// The visits that cost nothing today.
    let freeVisits: UInt128
    /// The minutes that must be held, for the later days to suffice.
    let leastMinutes: Int
  }

  /// Enters every state that can follow on a day.
  func expand(
    _ layer: StateTable,
    _ index: Int,
    _ day: Int,
    _ limit: Int,
    _ planner: inout DayPlanner,
    _ watch: inout Watch,
    into next: inout StateTable
  ) {
    let held = SessionSet(bits: layer.held[index])
    let possible = track.allowed[day].subtracting(held)
    let due = remaining.due[day].subtracting(held)
    guard due.isSubset(of: possible) else { return }
    let rest = track.amount(of: track.all.subtracting(held), .minutes)
    let origin = Origin(
      parent: Int32(index),
      held: held.bits,
      carry: layer.carries[index],
      day: day,
      limit: limit,
      capacity: track.capacity[day],
      candidates: units.indices.filter {
        units[$0].set.isSubset(of: possible) && units[$0].daysBefore.isSubset(of: held)
      },
      due: due.bits,
      freeVisits: visits.indices.reduce(0) {
        visits[$1].isFirstFree && visits[$1].members & held.bits == 0
          ? $0 | 1 << UInt128($1) : $0
      },
      leastMinutes: rest - remaining.minutesLater[day]
    )
    let start = Walk(set: 0, from: 0, minutes: 0, penalty: layer.penalties[index], least: 0)
    walk(start, origin, &planner, &watch, into: &next)
  }

  /// A set of sessions under way.
  private struct Walk {
    var set: UInt64
    /// The first of the candidates that may still be added.
    var from: Int
    var minutes: Int
    /// The penalty so far, with the visits of the set.
    var penalty: Int
    /// The least penalty of the set's placements.
    var least: Int
    var visited: UInt128 = 0
  }

  private func walk(
    _ walk: Walk,
    _ origin: Origin,
    _ planner: inout DayPlanner,
    _ watch: inout Watch,
    into next: inout StateTable
  ) {
    watch.take()
    if watch.isOver { return }
    if origin.due & ~walk.set == 0, walk.minutes >= origin.leastMinutes {
      hold(walk, origin, &planner, &watch, into: &next)
    }
    let reached = origin.held | walk.set
    for position in walk.from..<origin.candidates.count {
      let index = origin.candidates[position]
      let unit = units[index]
      let minutes = walk.minutes + unit.minutes
      guard minutes <= origin.capacity, unit.before.bits & ~reached == 0,
        unit.strangers.bits & walk.set == 0
      else { continue }
      var longer = walk
      longer.set |= unit.set.bits
      longer.from = position + 1
      longer.minutes = minutes
      longer.least = walk.least.cappedSum(leastPenalty[origin.day][index])
      longer.visited |= visitsOfUnit[index]
      var new = longer.visited & ~walk.visited & ~origin.freeVisits
      while new != 0 {
        let visit = new.trailingZeroBitCount
        longer.penalty = longer.penalty.cappedSum(visits[visit].weight)
        new &= new - 1
      }
      guard longer.penalty.cappedSum(longer.least) < origin.limit else { continue }
      self.walk(longer, origin, &planner, &watch, into: &next)
    }
  }

  /// Holds a set on the day, in every arrangement worth it.
  private func hold(
    _ walk: Walk,
    _ origin: Origin,
    _ planner: inout DayPlanner,
    _ watch: inout Watch,
    into next: inout StateTable
  ) {
    let set = SessionSet(bits: walk.set)
    var penalty = walk.penalty
    for amount in amounts[origin.day] {
      let held = track.amount(of: set.intersection(amount.members), amount.measure)
      let excess = amount.limits.excess(held)
      guard excess > 0 else { continue }
      guard case .soft(let weight) = amount.weight else { return }
      penalty = penalty.cappedSum(weight.saturatingMultiplied(by: excess))
    }
    guard walk.set & arranged[origin.day] != 0 || arrangesNone[origin.day] else {
      enter(penalty.cappedSum(walk.least), [], 0, set, origin, into: &next)
      return
    }
    guard penalty.cappedSum(walk.least) < origin.limit else { return }
    let prices = planner.prices(for: set, on: origin.day, &watch)
    for (index, price) in prices.enumerated() {
      let total = penalty.cappedSum(price.penalty)
      enter(total, price.contributions, Int32(index), set, origin, into: &next)
    }
  }

  /// Enters the state that holding a set leads to, unless a cheaper way there is known.
  private func enter(
    _ penalty: Int,
    _ contributions: [Int],
    _ plan: Int32,
    _ set: SessionSet,
    _ origin: Origin,
    into next: inout StateTable
  ) {
    guard penalty < origin.limit else { return }
    var penalty = penalty
    var carry: UInt128 = 0
    var step = DayStep(day: origin.day, before: SessionSet(bits: origin.held), set: set)
    let after = origin.held | set.bits
    for entry in steps {
      let isTouched = entry.scope & set.bits != 0 || entry.isWeekly
      let isOpen = entry.scope & origin.held != 0 && entry.scope & ~after != 0
      guard isTouched || isOpen else { continue }
      step.contribution = entry.choice.map { contributions.isEmpty ? 0 : contributions[$0] }
      let carried = entry.coupling.carry(in: origin.carry)
      guard let result = entry.coupling.advance(carried, step, in: track) else { return }
      penalty = penalty.cappedSum(result.penalty)
      carry = entry.coupling.storing(result.carry, in: carry)
    }
    guard penalty < origin.limit else { return }
    if let known = next.index(of: after, carry) {
      let total = penalty.cappedSum(next.surcharges[known])
      guard total < next.penalties[known] else { return }
      next.improve(known, penalty: total, parent: origin.parent, plan: plan)
      return
    }
    var surcharge = 0
    step.contribution = nil
    for coupling in afterwards {
      if let result = coupling.advance(0, step, in: track) {
        surcharge = surcharge.cappedSum(result.penalty)
      }
    }
    next.append(
      after,
      carry,
      penalty: penalty.cappedSum(surcharge),
      surcharge: surcharge,
      rest: remaining.bound(held: after, carry: carry, after: origin.day),
      parent: origin.parent,
      plan: plan
    )
  }
}

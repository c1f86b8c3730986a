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
    /// A penalty that no timetable is below; `Int.max` when there is proved to be none.
    var bound = Int.max
    /// The states looked at, over all days.
    var states = 0
  }

  let track: Track
  private let remaining: RemainingCost
  private var planner: DayPlanner
  private let choiceIndex: [Int?]

  init(_ track: Track) {
    self.track = track
    remaining = RemainingCost(track)
    planner = DayPlanner(track: track)
    var choiceIndex = [Int?](repeating: nil, count: track.couplings.count)
    for (position, coupling) in planner.choices.enumerated() { choiceIndex[coupling] = position }
    self.choiceIndex = choiceIndex
  }

  private struct State: Hashable {
    let held: SessionSet
    let carry: UInt128
  }

  /// The states at the end of one day.
  private struct Layer {
    var index: [State: Int32] = [:]
    var states: [State] = []
    var penalties: [Int] = []
    var bounds: [Int] = []
    var parents: [Int32] = []
    var sets: [SessionSet] = []
    var plans: [Int32] = []
  }

  /// Runs with at most `width` states a day.
  ///
  /// - Parameters:
  ///   - width: The most states kept at the end of each day.
  ///   - limit: A penalty; only timetables below it are looked for.
  ///   - shouldStop: Asked once a day; when true, the run ends with what it has.
  mutating func run(
    width: Int,
    below limit: Int,
    shouldStop: () -> Bool = { false }
  ) -> Result {
    var result = Result()
    var start = Layer()
    start.states = [State(held: SessionSet(), carry: 0)]
    start.penalties = [0]
    start.bounds = [0]
    var layers = [start]
    for day in track.days.indices {
      var next = Layer()
      let last = layers[layers.count - 1]
      for index in last.states.indices {
        expand(last, Int32(index), day, limit, into: &next)
      }
      result.states += next.states.count
      if next.states.count > width {
        result.bound = min(result.bound, trim(&next, to: width))
      }
      next.index = [:]
      layers.append(next)
      if shouldStop() {
        result.bound = min(result.bound, next.bounds.min() ?? .max)
        return result
      }
    }
    guard let final = layers.last,
      let winner = final.states.indices.filter({ final.states[$0].held == track.all })
        .min(by: { final.penalties[$0] < final.penalties[$1] })
    else { return result }
    result.penalty = final.penalties[winner]
    result.bound = min(result.bound, result.penalty)
    result.placements = placements(layers, winner)
    return result
  }

  /// Keeps the most promising states; returns the least bound among the others.
  private func trim(_ layer: inout Layer, to width: Int) -> Int {
    let order = layer.states.indices.sorted { left, right in
      (layer.bounds[left], left) < (layer.bounds[right], right)
    }
    let kept = order.prefix(width).sorted()
    let least = layer.bounds[order[width]]
    layer = Layer(
      index: [:],
      states: kept.map { layer.states[$0] },
      penalties: kept.map { layer.penalties[$0] },
      bounds: kept.map { layer.bounds[$0] },
      parents: kept.map { layer.parents[$0] },
      sets: kept.map { layer.sets[$0] },
      plans: kept.map { layer.plans[$0] }
    )
    return least
  }

  /// Adds every way to go on from a state on a day.
  private mutating func expand(
    _ layer: Layer,
    _ parent: Int32,
    _ day: Int,
    _ limit: Int,
    into next: inout Layer
  ) {
    let state = layer.states[Int(parent)]
    let candidates = track.allowed[day].subtracting(state.held)
    let due = remaining.due(by: day).subtracting(state.held)
    guard due.isSubset(of: candidates) else { return }
    var walk = Walk(candidates: candidates, held: state.held, capacity: track.capacity[day])
    while let set = walk.next(in: track) {
      guard due.isSubset(of: set) else { continue }
      step(layer, parent, set, day, limit, into: &next)
    }
  }

  private mutating func step(
    _ layer: Layer,
    _ parent: Int32,
    _ set: SessionSet,
    _ day: Int,
    _ limit: Int,
    into next: inout Layer
  ) {
    let state = layer.states[Int(parent)]
    var base = layer.penalties[Int(parent)]
    for term in track.dayTerms[day] {
      let amount = track.amount(of: set.intersection(term.members), inMinutes: term.inMinutes)
      let excess = max(0, term.least - amount, amount - term.most)
      guard excess > 0 else { continue }
      guard case .soft(let weight) = term.weight else { return }
      base = base.saturatingAdded(to: weight.saturatingMultiplied(by: excess))
    }
    guard base < limit else { return }
    let dayStep = DayStep(day: day, before: state.held, set: set)
    guard set.meets(track.arranged) else {
      for rank in set {
        let least = track.options[day][rank].map(\.penalty).min() ?? 0
        base = base.saturatingAdded(to: least)
      }
      enter(state, base, nil, dayStep, parent, 0, limit, into: &next)
      return
    }
    let plans = planner.plans(for: set, on: day)
    for (index, plan) in plans.enumerated() {
      let penalty = base.saturatingAdded(to: plan.penalty)
      enter(
        state, penalty, plan.contributions, dayStep, parent, Int32(index), limit, into: &next)
    }
  }

  /// Enters the state that a step leads to, unless a cheaper way there is known.
  private func enter(
    _ state: State,
    _ base: Int,
    _ contributions: [Int]?,
    _ step: DayStep,
    _ parent: Int32,
    _ plan: Int32,
    _ limit: Int,
    into next: inout Layer
  ) {
    var penalty = base
    var carry: UInt128 = 0
    for (index, coupling) in track.couplings.enumerated() {
      let contribution = choiceIndex[index].map { contributions?[$0] ?? 0 }
      guard
        let result = track.advance(coupling, coupling.carry(in: state.carry), contribution, step)
      else { return }
      penalty = penalty.saturatingAdded(to: result.penalty)
      carry = coupling.storing(result.carry, in: carry)
    }
    guard penalty < limit else { return }
    let entered = State(held: step.after, carry: carry)
    if let known = next.index[entered] {
      let position = Int(known)
      guard penalty < next.penalties[position] else { return }
      next.bounds[position] -= next.penalties[position] - penalty
      next.penalties[position] = penalty
      next.parents[position] = parent
      next.sets[position] = step.set
      next.plans[position] = plan
      return
    }
    guard
      let rest = remaining.bound(held: entered.held, carry: carry, after: step.day)
    else { return }
    let bound = penalty.saturatingAdded(to: rest)
    guard bound < limit else { return }
    next.index[entered] = Int32(next.states.count)
    next.states.append(entered)
    next.penalties.append(penalty)
    next.bounds.append(bound)
    next.parents.append(parent)
    next.sets.append(step.set)
    next.plans.append(plan)
  }

  /// The placements along the way to a state.
  private mutating func placements(_ layers: [Layer], _ winner: Int) -> [Placement] {
    var placements: [Placement] = []
    var position = winner
    for day in stride(from: layers.count - 1, to: 0, by: -1) {
      let layer = layers[day]
      let plans = planner.plans(for: layer.sets[position], on: day - 1)
      let index = Int(layer.plans[position])
      if plans.indices.contains(index) { placements = plans[index].placements + placements }
      position = Int(layer.parents[position])
    }
    return placements
  }
}

/// Walks through the sets of sessions that can be held on one day after others, each set once.
private struct Walk {
  private let candidates: SessionSet
  private let held: SessionSet
  private let capacity: Int
  private var stack: [(set: SessionSet, from: Int, minutes: Int)]

  init(candidates: SessionSet, held: SessionSet, capacity: Int) {
    self.candidates = candidates
    self.held = held
    self.capacity = capacity
    stack = [(SessionSet(), 0, 0)]
  }

  /// The next set; the empty set comes first.
  mutating func next(in track: Track) -> SessionSet? {
    guard let (set, from, minutes) = stack.popLast() else { return nil }
    let reached = held.union(set)
    for rank in candidates where rank >= from {
      let total = minutes + track.minutes[rank]
      guard total <= capacity, track.before[rank].isSubset(of: reached),
        track.daysBefore[rank].isSubset(of: held)
      else { continue }
      stack.append((set.inserting(rank), rank + 1, total))
    }
    return set
  }
}

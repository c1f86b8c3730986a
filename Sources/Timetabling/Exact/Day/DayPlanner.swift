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

/// Arranges sets of sessions within days; what a set costs on a day is found once.
struct DayPlanner {
  /// What a plan costs, and contributes to the couplings that depend on choices.
  struct Price {
    let penalty: Int
    let contributions: [Int]
  }

  let track: Track
  /// The couplings that depend on choices within the day, by index.
  let choices: [Int]
  /// Whether some day's best arrangement was not found for want of steps, so that costs are bounds.
  private(set) var isRelaxed = false
  private var prices: [Key: [Price]] = [:]
  /// The plans of parts of days in single blocks, by the block instead of the day.
  private var blockPlans: [Key: [DayPlan]] = [:]
  /// For each day and rank whether its blocks offer the same rooms and teams at the same penalties.
  private let isUniform: [SessionSet]
  /// For each day the first day on which every set of sessions costs the same.
  private let alike: [Int]

  private struct Key: Hashable {
    let day: Int
    let set: SessionSet
  }

  /// The steps allowed for one set on one day.
  private static let stepLimit = 2_000_000

  init(track: Track) {
    self.track = track
    choices = track.couplings.indices.filter { track.couplings[$0].choice != nil }
    isUniform = track.options.map { day in
      day.indices.reduce(into: SessionSet()) { if Self.isUniform(day[$1]) { $0.insert($1) } }
    }
    alike = Self.alike(in: track)
  }

  /// The prices of the cheapest plan for each different contribution; empty when the set cannot be
  /// held that day.
  mutating func prices(for set: SessionSet, on day: Int, _ watch: inout Watch) -> [Price] {
    let key = Key(day: alike[day], set: set)
    if let known = prices[key] { return known }
    let plans = plans(for: set, on: day, &watch)
    let found = plans.map { Price(penalty: $0.penalty, contributions: $0.contributions) }
    if !watch.isOver { prices[key] = found }
    return found
  }

  /// The cheapest plan for each different contribution, in the order of the prices.
  mutating func plans(for set: SessionSet, on day: Int, _ watch: inout Watch) -> [DayPlan] {
    isByBlocks(set, day)
      ? plansByBlocks(for: set, on: day, &watch) : plans(for: set, on: day, in: nil, &watch)
  }

  /// The most sessions whose division among blocks is tried.
  private static let divisionLimit = 12

  /// Whether a day has several blocks, and nothing but each of them alone decides what a set costs.
  private func isByBlocks(_ set: SessionSet, _ day: Int) -> Bool {
    !track.hasOneBlock(day) && set.count <= Self.divisionLimit
      && track.patterns(of: set, on: day).allSatisfy {
        $0.pattern.isByBlocks && !$0.countsAlways
      }
      && choices.allSatisfy { index in
        let coupling = track.couplings[index]
        return !coupling.asks.contains(.blocks) || !coupling.scope.meets(set)
      }
  }

  /// Divides a set among the blocks of a day in every way, and arranges each block alone.
  ///
  /// - Complexity: O(3*ⁿ*) for *n* sessions in three blocks or more, O(2*ⁿ*) in two.
  private mutating func plansByBlocks(
    for set: SessionSet,
    on day: Int,
    _ watch: inout Watch
  ) -> [DayPlan] {
    let blocks = track.days[day].blocks
    guard mayFit(set, in: blocks) else { return [] }
    let nothing = DayPlan(penalty: 0, contributions: choices.map { _ in 0 }, placements: [])
    var reached: [(held: SessionSet, plans: [DayPlan])] = [(SessionSet(), [nothing])]
    for block in blocks {
      let isLast = block == blocks.upperBound - 1
      var next: [(held: SessionSet, plans: [DayPlan])] = []
      var positions: [SessionSet: Int] = [:]
      for (held, plans) in reached {
        let rest = set.subtracting(held)
        for part in isLast ? [rest] : rest.subsets where isClosed(part, held, set) {
          watch.take()
          guard mayFit(rest.subtracting(part), in: (block + 1)..<blocks.upperBound) else {
            continue
          }
          let added = blockPlans(of: part, on: day, in: block, &watch)
          guard !added.isEmpty else { continue }
          let after = held.union(part)
          let position = positions[after] ?? next.count
          if position == next.count {
            positions[after] = position
            next.append((after, []))
          }
          for former in plans {
            for plan in added { join(former, plan, &next[position].plans) }
          }
        }
      }
      reached = next
    }
    return reached.first { $0.held == set }?.plans ?? []
  }

  /// Whether some blocks have the minutes for a set, and room for so many sessions of its shortest.
  private func mayFit(_ set: SessionSet, in blocks: Range<Int>) -> Bool {
    guard let shortest = set.map({ track.minutes[$0] }).min() else {
      return true
    }
    let lengths = blocks.map { track.problem.blocks[$0].minutes }
    return track.amount(of: set, .minutes) <= lengths.reduce(0, +)
      && set.count <= lengths.reduce(0) { $0 + $1 / max(1, shortest) }
  }

  /// Whether all of a set that must be held before a part is held before it, or with it.
  private func isClosed(_ part: SessionSet, _ held: SessionSet, _ set: SessionSet) -> Bool {
    let reached = held.union(part)
    return part.allSatisfy { track.before[$0].intersection(set).isSubset(of: reached) }
  }

  /// Adds the plan of a block to one of the blocks before, where that is the cheapest of its
  /// contributions.
  private func join(_ former: DayPlan, _ plan: DayPlan, _ plans: inout [DayPlan]) {
    let contributions = choices.indices.map { position in
      track.couplings[choices[position]].rule.combined(
        former.contributions[position],
        plan.contributions[position]
      )
    }
    let penalty = former.penalty.saturatingAdded(to: plan.penalty)
    let rival = plans.firstIndex { $0.contributions == contributions }
    if let rival, plans[rival].penalty <= penalty { return }
    let joined = DayPlan(
      penalty: penalty,
      contributions: contributions,
      placements: former.placements + plan.placements
    )
    if let rival { plans[rival] = joined } else { plans.append(joined) }
  }

  /// The plans of a part of a day's sessions in one of its blocks, found once.
  private mutating func blockPlans(
    of part: SessionSet,
    on day: Int,
    in block: Int,
    _ watch: inout Watch
  ) -> [DayPlan] {
    guard !part.isEmpty else {
      return [DayPlan(penalty: 0, contributions: choices.map { _ in 0 }, placements: [])]
    }
    guard track.amount(of: part, .minutes) <= track.problem.blocks[block].minutes else { return [] }
    let key = Key(day: block, set: part)
    if let known = blockPlans[key] { return known }
    let found = plans(for: part, on: day, in: block, &watch)
    if !watch.isOver { blockPlans[key] = found }
    return found
  }

  /// Arranges a set on a day, in one of its blocks or in all.
  private mutating func plans(
    for set: SessionSet,
    on day: Int,
    in block: Int?,
    _ watch: inout Watch
  ) -> [DayPlan] {
    let least = set.reduce(0) { $0.saturatingAdded(to: track.leastPenalty[day][$1]) }
    let separate = separated(set, day)
    let options = separate?.blocks ?? track.options[day]
    var row = Arrangement(
      track,
      choices,
      day,
      set,
      block.map { block in options.map { $0.filter { $0.block == block } } } ?? options,
      areBlocksOnly: separate != nil,
      from: separate == nil ? least : 0,
      steps: Self.stepLimit
    )
    row.search(&watch)
    if !row.isComplete { isRelaxed = true }
    guard let separate, !row.best.isEmpty else { return row.best }
    let teams = Choices(track, choices, set, separate.options).best
    return row.best.flatMap { row in teams.map { $0.applied(to: row, track, choices) } }
  }

  /// For each day the first that offers the same blocks, rooms and teams at the same penalties.
  private static func alike(in track: Track) -> [Int] {
    struct Offer: Hashable {
      let hours: [Range<Int>]
      let options: [[Track.Option]]
    }
    var first: [Offer: Int] = [:]
    return track.days.indices.map { day in
      guard !track.options[day].contains(where: { $0.contains(where: \.dependsOnStart) }) else {
        return day
      }
      let blocks = track.days[day].blocks
      let offer = Offer(
        hours: blocks.map { track.problem.blocks[$0].start..<track.problem.blocks[$0].end },
        options: track.options[day].map { $0.map { $0.moved(by: -blocks.lowerBound) } }
      )
      if let known = first[offer] { return known }
      first[offer] = day
      return day
    }
  }

  private static func isUniform(_ options: [Track.Option]) -> Bool {
    guard let first = options.first else { return true }
    if options.contains(where: \.dependsOnStart) { return false }
    func offers(_ block: Int) -> [Choices.Pick] {
      options.filter { $0.block == block }
        .map { Choices.Pick(room: $0.room, team: $0.team, penalty: $0.penalty) }
    }
    let offered = offers(first.block)
    return Set(options.map(\.block)).allSatisfy { offers($0) == offered }
  }

  /// The blocks of each session apart from its rooms and teams, `nil` where they cannot be chosen
  /// independently.
  private func separated(
    _ set: SessionSet,
    _ day: Int
  ) -> (blocks: [[Track.Option]], options: [[Choices.Pick]])? {
    let isIndependent =
      set.isSubset(of: isUniform[day])
      && track.patterns(of: set, on: day).allSatisfy { !$0.readsRooms && !$0.readsTrainers }
      && choices.allSatisfy { index in
        let coupling = track.couplings[index]
        return !coupling.asks.contains(.blocks) || !coupling.scope.meets(set)
          || coupling.choice?.isFixed == true
      }
    guard isIndependent else { return nil }
    var blocks = [[Track.Option]](repeating: [], count: track.count)
    var picks = [[Choices.Pick]](repeating: [], count: track.count)
    for rank in set {
      let options = track.options[day][rank]
      for option in options {
        if option.block == options[0].block {
          picks[rank].append(
            Choices.Pick(room: option.room, team: option.team, penalty: option.penalty)
          )
        }
        if blocks[rank].last?.block != option.block {
          blocks[rank].append(
            Track.Option(
              block: option.block,
              room: nil,
              team: 0,
              penalty: 0,
              dependsOnStart: false
            )
          )
        }
      }
    }
    return (blocks, picks)
  }
}

extension Track.Option {
  /// The same option in a block so many blocks later.
  fileprivate func moved(by blocks: Int) -> Track.Option {
    Track.Option(
      block: block + blocks,
      room: room,
      team: team,
      penalty: penalty,
      dependsOnStart: dependsOnStart
    )
  }
}

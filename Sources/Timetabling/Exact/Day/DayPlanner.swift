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
    let least = set.reduce(0) { $0.saturatingAdded(to: track.leastPenalty[day][$1]) }
    let separate = separated(set, day)
    var row = Arrangement(
      track,
      choices,
      day,
      set,
      separate?.blocks ?? track.options[day],
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

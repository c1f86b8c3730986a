/// What must still be paid once some sessions have been held: a bound from below.
///
/// The parts of the bound belong to different constraints, so that they add up.
struct RemainingCost {
  private let track: Track
  /// For each day and rank the least option penalty on any later day.
  private let leastLater: [[Int]]
  /// For each day whether any of these is above 0.
  private let hasPenalties: [Bool]
  /// For each day the minutes of all later days.
  let minutesLater: [Int]
  /// For each day the ranks that cannot be held on any later day.
  let due: [SessionSet]
  private let amounts: [AmountBound]
  private let parts: PartBounds
  private let couplings: [CouplingBound]

  private struct AmountBound {
    let members: SessionSet
    let measure: Measure
    /// For each day what all later days can take without cost.
    let most: [Int]
    /// For each day what all later days want at least.
    let least: [Int]
    let weight: Int
  }

  init(_ track: Track, _ effort: PartBounds.Effort, _ watch: inout Watch) {
    self.track = track
    let parts = PartBounds(track, effort, &watch)
    self.parts = parts
    let days = track.days.count
    var leastLater = [[Int]](repeating: Array(repeating: .max, count: track.count), count: days)
    var minutesLater = [Int](repeating: 0, count: days)
    for day in stride(from: days - 2, through: 0, by: -1) {
      minutesLater[day] = minutesLater[day + 1] + track.capacity[day + 1]
      for rank in 0..<track.count {
        let here =
          track.allowed[day + 1].contains(rank) ? track.leastPenalty[day + 1][rank] : .max
        leastLater[day][rank] = min(leastLater[day + 1][rank], here)
      }
    }
    due = leastLater.map { row in
      row.indices.reduce(into: SessionSet()) { due, rank in
        // What is due takes along what must have been held before it.
        if row[rank] == .max { due = due.inserting(rank).union(track.before[rank]) }
      }
    }
    self.leastLater = leastLater
    hasPenalties = leastLater.map { row in
      !parts.coverPlacements && row.contains { $0 > 0 && $0 < .max }
    }
    self.minutesLater = minutesLater
    amounts = track.amounts.enumerated().compactMap { index, amount in
      guard case .soft(let weight) = amount.weight, !parts.amounts.contains(index) else {
        return nil
      }
      let later = (0..<days).map { days - 1 - $0 }
      return AmountBound(
        members: amount.members,
        measure: amount.measure,
        most: later.map { amount.limits.top.saturatingMultiplied(by: $0) },
        least: later.map { amount.limits.least.saturatingMultiplied(by: $0) },
        weight: weight
      )
    }
    couplings = track.couplings.enumerated().compactMap { index, coupling in
      parts.couplings.contains(index) ? nil : CouplingBound(track, coupling)
    }
  }

  /// Whether more effort cannot bound better.
  var isComplete: Bool { parts.isWhole }

  /// The least penalty still to come after a day, `Int.max` when the rest cannot be held any more.
  func bound(held: UInt64, carry: UInt128, after day: Int) -> Int {
    let rest = track.all.subtracting(SessionSet(bits: held))
    guard !rest.meets(due[day]) else { return .max }
    var penalty = parts.rest(after: day, held: held)
    if penalty == .max { return .max }
    if hasPenalties[day] {
      for rank in rest { penalty = penalty.cappedSum(leastLater[day][rank]) }
    }
    for amount in amounts {
      let held = track.amount(of: rest.intersection(amount.members), amount.measure)
      let excess = max(held - amount.most[day], amount.least[day] - held)
      if excess > 0 {
        penalty = penalty.cappedSum(amount.weight.saturatingMultiplied(by: excess))
      }
    }
    for coupling in couplings {
      let rest = coupling.rest(after: day, held: held, carry: carry)
      if rest == .max { return .max }
      penalty = penalty.cappedSum(rest)
    }
    return penalty
  }
}

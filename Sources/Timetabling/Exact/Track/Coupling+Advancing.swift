internal import Curricula

/// What one day adds, as a coupling sees it.
struct DayStep {
  /// The index of the day.
  let day: Int
  /// The sessions held before the day.
  let before: SessionSet
  /// The sessions held on the day.
  let set: SessionSet

  /// The sessions held by the end of the day.
  var after: SessionSet { before.union(set) }
}

extension Track {
  /// The carry after a day and the cost of the day, `nil` when a hard constraint forbids the step.
  ///
  /// - Parameters:
  ///   - coupling: What couples the days.
  ///   - carry: What it remembers from the days before.
  ///   - contribution: What the day contributes, where that depends on choices within the day.
  ///   - step: The day and its sessions.
  /// - Returns: The carry and the cost.
  func advance(
    _ coupling: Coupling,
    _ carry: Int,
    _ contribution: Int?,
    _ step: DayStep
  ) -> (carry: Int, penalty: Int)? {
    let (next, excess) = advanced(coupling, carry, contribution, step)
    guard excess > 0 else { return (next, 0) }
    switch coupling.weight {
    case .hard: return nil
    case .soft(let weight): return (next, weight.saturatingMultiplied(by: excess))
    }
  }

  private func advanced(
    _ coupling: Coupling,
    _ carry: Int,
    _ contribution: Int?,
    _ step: DayStep
  ) -> (carry: Int, excess: Int) {
    let isComplete = coupling.scope.isSubset(of: step.after)
    switch coupling.kind {
    case .weekLoad(let inMinutes, let least, let most):
      let former = startsWeek[step.day] ? 0 : carry
      let amount = former + (contribution ?? amount(coupling, inMinutes, step))
      let above = max(0, amount - most) - max(0, former - most)
      guard endsWeek[step.day] else { return (amount, above) }
      return (0, above + max(0, least - amount))
    case .totalLoad(let inMinutes, let least, let most):
      let amount = carry + (contribution ?? amount(coupling, inMinutes, step))
      let above = max(0, amount - most) - max(0, carry - most)
      let isLast = isComplete && !coupling.scope.isSubset(of: step.before)
      return (isComplete ? 0 : amount, above + (isLast ? max(0, least - amount) : 0))
    case .distinct(let bucket, let least, let most):
      let added = contribution ?? (step.set.meets(coupling.members) ? 1 : 0)
      return advancedDistinct(coupling, bucket, least, most, carry, added, step)
    case .rooms(let least, let most):
      let rooms = carry | (contribution ?? 0)
      let used = rooms.nonzeroBitCount
      let above = max(0, used - most) - max(0, carry.nonzeroBitCount - most)
      let isLast = isComplete && !coupling.scope.isSubset(of: step.before)
      return (isComplete ? 0 : rooms, above + (isLast && used > 0 ? max(0, least - used) : 0))
    case .span(let mostDays):
      return advancedSpan(coupling, mostDays, carry, isComplete, step)
    case .chosenSpan(let mostDays, let bits):
      return advancedSpan(mostDays, bits, carry, contribution ?? 0, isComplete, step)
    case .order(let earlier, let later, let leastDays, let mostDays):
      return advancedOrder(earlier, later, leastDays, mostDays, carry, step)
    case .apart(let leastDays):
      let count = step.set.intersection(coupling.members).count
      guard count > 0 else { return (carry, 0) }
      var sum = leastDays.saturatingMultiplied(by: count * (count - 1) / 2)
      if carry > 0 { sum += max(0, leastDays - days(from: carry - 1, to: step.day)) }
      return (isComplete ? 0 : step.day + 1, sum)
    }
  }

  private func amount(_ coupling: Coupling, _ inMinutes: Bool, _ step: DayStep) -> Int {
    amount(of: step.set.intersection(coupling.members), inMinutes: inMinutes)
  }

  private func advancedDistinct(
    _ coupling: Coupling,
    _ bucket: Bucket,
    _ least: Int,
    _ most: Int,
    _ carry: Int,
    _ added: Int,
    _ step: DayStep
  ) -> (Int, Int) {
    let former = coupling.width > 0 ? carry >> 1 : step.before.meets(coupling.scope) ? 1 : 0
    let isWeekUsed = carry & 1 == 1 && !startsWeek[step.day]
    let count = former + (bucket == .week && isWeekUsed ? 0 : added)
    var excess = max(0, count - most) - max(0, former - most)
    guard !coupling.scope.isSubset(of: step.after) else {
      if !coupling.scope.isSubset(of: step.before), count > 0 {
        excess += max(0, least - count)
      }
      return (0, excess)
    }
    // Whoever still waits needs another bucket; where that is forbidden, nothing can come of it.
    let isBucketOver = bucket != .week || endsWeek[step.day]
    if isBucketOver, coupling.weight == .hard, coupling.choice == nil, count >= most {
      return (0, 1)
    }
    let cap = max(least, most == .max ? 0 : most)
    let flag = bucket == .week && (isWeekUsed || added > 0) && !endsWeek[step.day]
    return (coupling.width > 0 ? min(count, cap) << 1 | (flag ? 1 : 0) : 0, excess)
  }

  private func advancedSpan(
    _ coupling: Coupling,
    _ mostDays: Int,
    _ carry: Int,
    _ isComplete: Bool,
    _ step: DayStep
  ) -> (Int, Int) {
    guard !isComplete, step.after.meets(coupling.members) else { return (0, 0) }
    // The span goes on at least until the next day.
    guard step.day + 1 < days.count else { return (0, 0) }
    guard mostDays > 0 else { return (0, days(from: step.day, to: step.day + 1)) }
    let first = carry > 0 ? carry - 1 : step.day
    let reached = max(0, days(from: first, to: step.day) - mostDays)
    let next = max(0, days(from: first, to: step.day + 1) - mostDays)
    return (first + 1, next - reached)
  }

  private func advancedSpan(
    _ mostDays: Int,
    _ bits: Int,
    _ carry: Int,
    _ contribution: Int,
    _ isComplete: Bool,
    _ step: DayStep
  ) -> (Int, Int) {
    guard contribution > 0 else { return (isComplete ? 0 : carry, 0) }
    guard carry > 0 else { return (isComplete ? 0 : (step.day + 1) << bits | step.day + 1, 0) }
    let first = (carry >> bits) - 1
    let last = (carry & (1 << bits - 1)) - 1
    let excess =
      max(0, days(from: first, to: step.day) - mostDays)
      - max(0, days(from: first, to: last) - mostDays)
    return (isComplete ? 0 : (first + 1) << bits | step.day + 1, excess)
  }

  /// What the order costs within one day is left to the arrangement of the day.
  private func advancedOrder(
    _ earlier: Int,
    _ later: Int,
    _ leastDays: Int,
    _ mostDays: Int?,
    _ carry: Int,
    _ step: DayStep
  ) -> (Int, Int) {
    if step.set.contains(later) {
      if step.set.contains(earlier) { return (0, 0) }
      guard step.before.contains(earlier) else { return (0, 1) }
      guard carry > 0 else { return (0, 0) }
      let distance = days(from: carry - 1, to: step.day)
      return (0, max(0, leastDays - distance, distance - (mostDays ?? distance)))
    }
    guard leastDays > 0 || mostDays != nil, step.after.contains(earlier),
      !step.after.contains(later)
    else { return (0, 0) }
    return (step.set.contains(earlier) ? step.day + 1 : carry, 0)
  }
}

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
  @inline(__always)
  func advance(
    _ coupling: Coupling,
    _ carry: Int,
    _ contribution: Int?,
    _ step: DayStep
  ) -> (carry: Int, penalty: Int)? {
    let isPresent = step.set.meets(coupling.members)
    let isComplete = coupling.scope.isSubset(of: step.after)
    let next: Int
    let excess: Int
    switch coupling.kind {
    case .weekLoad(let inMinutes, let least, let most):
      let former = startsWeek[step.day] ? 0 : carry
      let added =
        contribution ?? amount(of: step.set.intersection(coupling.members), inMinutes: inMinutes)
      let amount = former + added
      var sum = max(0, amount - most) - max(0, former - most)
      if endsWeek[step.day] { sum += max(0, least - amount) }
      (next, excess) = (endsWeek[step.day] ? 0 : amount, sum)
    case .distinct(let bucket, let least, let most):
      let added = contribution ?? (isPresent ? 1 : 0)
      (next, excess) = advanceDistinct(
        bucket, least, most, carry, added, isComplete, step, coupling)
    case .rooms(let least, let most):
      let rooms = carry | (contribution ?? 0)
      let used = rooms.nonzeroBitCount
      let formerly = carry.nonzeroBitCount
      var sum = max(0, used - most) - max(0, formerly - most)
      let completes = isComplete && !coupling.scope.isSubset(of: step.before)
      if completes { sum += used > 0 ? max(0, least - used) : 0 }
      (next, excess) = (isComplete ? 0 : rooms, sum)
    case .span(let mostDays):
      (next, excess) = advanceSpan(mostDays, carry, isPresent, isComplete, step, coupling)
    case .order(let earlier, let later, let leastDays, let mostDays):
      (next, excess) = advanceOrder(earlier, later, leastDays, mostDays, carry, step)
    case .apart(let leastDays):
      let count = step.set.intersection(coupling.members).count
      guard count > 0 else { return (carry, 0) }
      var sum = count > 1 ? leastDays : 0
      if carry > 0 { sum += max(0, leastDays - days(from: carry - 1, to: step.day)) }
      (next, excess) = (isComplete ? 0 : step.day + 1, sum)
    }
    guard excess > 0 else { return (next, 0) }
    switch coupling.weight {
    case .hard: return nil
    case .soft(let weight): return (next, weight.saturatingMultiplied(by: excess))
    }
  }

  private func advanceDistinct(
    _ bucket: Bucket,
    _ least: Int,
    _ most: Int,
    _ carry: Int,
    _ added: Int,
    _ isComplete: Bool,
    _ step: DayStep,
    _ coupling: Coupling
  ) -> (Int, Int) {
    let former = carry >> 1
    let isWeekUsed = carry & 1 == 1 && !startsWeek[step.day]
    let new = bucket == .week && isWeekUsed ? 0 : added
    let count = former + new
    var excess = max(0, count - most) - max(0, former - most)
    guard !isComplete else {
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
    return (min(count, cap) << 1 | (flag ? 1 : 0), excess)
  }

  private func advanceSpan(
    _ mostDays: Int,
    _ carry: Int,
    _ isPresent: Bool,
    _ isComplete: Bool,
    _ step: DayStep,
    _ coupling: Coupling
  ) -> (Int, Int) {
    guard !isComplete, isPresent || step.before.meets(coupling.members) else { return (0, 0) }
    // The span goes on at least until the next day.
    guard step.day + 1 < days.count else { return (0, 0) }
    guard mostDays > 0 else { return (0, days(from: step.day, to: step.day + 1)) }
    let first = carry > 0 ? carry - 1 : step.day
    let reached = max(0, days(from: first, to: step.day) - mostDays)
    let next = max(0, days(from: first, to: step.day + 1) - mostDays)
    return (first + 1, next - reached)
  }

  private func advanceOrder(
    _ earlier: Int,
    _ later: Int,
    _ leastDays: Int,
    _ mostDays: Int?,
    _ carry: Int,
    _ step: DayStep
  ) -> (Int, Int) {
    let after = step.after
    if step.set.contains(later) {
      if step.set.contains(earlier) { return (0, min(1, leastDays)) }
      guard step.before.contains(earlier) else { return (0, 1) }
      guard carry > 0 else { return (0, 0) }
      let distance = days(from: carry - 1, to: step.day)
      return (0, max(0, leastDays - distance, distance - (mostDays ?? distance)))
    }
    guard after.contains(earlier), !after.contains(later) else { return (0, 0) }
    guard leastDays > 0 || mostDays != nil else { return (0, 0) }
    return (step.set.contains(earlier) ? step.day + 1 : carry, 0)
  }

  func days(from first: Int, to last: Int) -> Int {
    days[last].date.days(since: days[first].date)
  }

  @inline(__always)
  func amount(of set: SessionSet, inMinutes: Bool) -> Int {
    guard inMinutes else { return set.count }
    var sum = 0
    for rank in set { sum += minutes[rank] }
    return sum
  }
}

/// Carry: the earlier session's day index plus 1 while the later waits.
///
/// What the order costs within one day is left to the arrangement of the day.
struct OrderRule: PresenceRule {
  /// The ranks.
  let earlier: Int
  let later: Int
  let days: Limits
  let isRemembered: Bool

  let stateless = Coupling.Stateless.no

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    if step.set.contains(later) {
      if step.set.contains(earlier) { return (0, 0) }
      guard step.before.contains(earlier) else { return (0, 1) }
      guard carry > 0 else { return (0, 0) }
      return (0, days.excess(track.days(from: carry - 1, to: step.day)))
    }
    guard isRemembered, step.after.contains(earlier), !step.after.contains(later) else {
      return (0, 0)
    }
    return (step.set.contains(earlier) ? step.day + 1 : carry, 0)
  }
}

/// What an order costs within the day on which both sessions are held.
struct OrderPattern: DayPattern {
  let earlier: Int
  let later: Int
  let leastDays: Int

  let grows = true
  let isByBlocks = false
  let readsRooms = false
  let starts = StartDemand.none

  func excess(of row: inout DayRow, on day: Int) -> Int {
    var first = -1
    var second = -1
    for index in 0..<row.count {
      if Int(row[index].session) == earlier { first = index }
      if Int(row[index].session) == later { second = index }
    }
    if first < 0 || second < 0 { return 0 }
    return second < first ? 1 : max(0, leastDays)
  }
}

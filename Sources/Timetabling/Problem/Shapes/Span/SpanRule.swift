/// Carry: the first day's index plus 1, or nothing where it does not matter.
struct SpanRule: PresenceRule {
  let mostDays: Int

  let stateless = Coupling.Stateless.after

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    guard !coupling.isComplete(after: step), step.after.meets(coupling.members) else {
      return (0, 0)
    }
    // The span goes on at least until the next day.
    guard step.day + 1 < track.days.count else { return (0, 0) }
    guard mostDays > 0 else { return (0, track.days(from: step.day, to: step.day + 1)) }
    let first = carry > 0 ? carry - 1 : step.day
    let reached = max(0, track.days(from: first, to: step.day) - mostDays)
    let next = max(0, track.days(from: first, to: step.day + 1) - mostDays)
    return (first + 1, next - reached)
  }
}

/// The same where whether a session counts depends on choices.
///
/// Carry: the last day's index plus 1 and, above `bits` bits, the first day's.
struct ChosenSpanRule: PresenceRule {
  let mostDays: Int
  let bits: Int

  let stateless = Coupling.Stateless.no

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    let isComplete = coupling.isComplete(after: step)
    let today = step.day + 1
    guard let contribution = step.contribution, contribution > 0 else {
      return (isComplete ? 0 : carry, 0)
    }
    guard carry > 0 else { return (isComplete ? 0 : today << bits | today, 0) }
    let first = (carry >> bits) - 1
    let last = (carry & (1 << bits - 1)) - 1
    let excess =
      max(0, track.days(from: first, to: step.day) - mostDays)
      - max(0, track.days(from: first, to: last) - mostDays)
    return (isComplete ? 0 : (first + 1) << bits | today, excess)
  }
}

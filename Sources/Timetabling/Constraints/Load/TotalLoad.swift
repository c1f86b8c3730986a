/// The minutes or the number of sessions in the whole programme lie within limits.
///
/// Excess: the amount above the most, or below the least. It depends on the timetable only where a
/// trainer or a room may or may not get a session.
struct TotalLoad: Constraint {
  var origin: Origin
  let selection: Selection
  let unit: LoadForm.Unit
  let least: Int
  let most: Int?

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    let amount = placements.reduce(0) { $0 + timetable.amount(unit, of: $1) }
    let excess = max(0, least - amount, amount - (most ?? amount))
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  var form: Form { .other }
}

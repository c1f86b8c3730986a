/// The number of different blocks, days, weeks or rooms that some placements use lies within limits.
///
/// Excess: the number above the most, or below the least; 0 without any placement.
struct Distinct: Constraint {
  var origin: Origin
  let limits: DistinctForm

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: limits.selection)
    guard !placements.isEmpty else { return [] }
    let used =
      switch limits.of {
      case .bucket(let bucket): Set(placements.map { timetable.bucket(bucket, of: $0) })
      case .room: Set(placements.compactMap(\.room))
      }
    let excess = max(0, limits.least - used.count, used.count - (limits.most ?? used.count))
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  var form: Form { .distinct(limits) }
}

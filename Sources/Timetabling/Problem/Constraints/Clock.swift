internal import Curricula

/// The wall clock of a zone, on which placements are seen.
///
/// Its lead over the programme's clock is taken at the beginning of each block.
struct Clock {
  /// For each block, minutes from the beginning of 1 January 1970 to midnight in the programme's
  /// zone, as this clock counts them.
  private let midnights: [Int]
  /// For each session its minutes.
  private let lengths: [Int]

  /// The clock of a zone.
  init(of zone: Zone, in problem: Problem) {
    let home = problem.curriculum.zone
    lengths = problem.sessions.map(\.minutes)
    midnights = problem.blocks.map { block in
      let lead = home.instant(on: block.date, minutes: block.start).map {
        zone.offsetMinutes(at: $0) - home.offsetMinutes(at: $0)
      }
      return block.date.dayNumber * 1440 + (lead ?? 0)
    }
  }

  /// The minutes that a placement takes, counted from the beginning of 1 January 1970.
  func minutes(of placement: Placement) -> Range<Int> {
    let start = midnights[placement.block] + placement.start
    return start..<start + lengths[placement.session]
  }

  /// How many minutes of a placement lie within some hours of any of the days; all days without any.
  func minutes(of placement: Placement, within hours: Hours, on days: DateSpan? = nil) -> Int {
    let taken = minutes(of: placement)
    // Hours that pass midnight are hours of the day on which they begin.
    let first = CivilDate(at: taken.lowerBound).adding(days: hours.end > 1440 ? -1 : 0)
    let last = CivilDate(at: taken.upperBound)
    return (first.dayNumber...last.dayNumber).reduce(0) { sum, day in
      guard days?.contains(CivilDate(dayNumber: day)) ?? true else { return sum }
      let open = day * 1440 + hours.start..<day * 1440 + hours.end
      return sum + taken.clamped(to: open).count
    }
  }
}

extension CivilDate {
  /// The day of a minute counted from the beginning of 1 January 1970.
  fileprivate init(at minute: Int) {
    self.init(dayNumber: (minute - (minute % 1440 + 1440) % 1440) / 1440)
  }
}

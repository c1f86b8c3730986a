internal import Curricula

extension Shape where Self == Single {
  /// Placements lie within some hours of the day, on the clock of whom they concern.
  ///
  /// Excess: for each placement of the subject the minutes outside the hours.
  static func within(_ hours: Hours, on clock: Clock, of subject: Subject) -> Single {
    Single(of: subject, reads: [.block, .start], isAlike: true) { placement in
      clock.minutes(of: placement).count - clock.minutes(of: placement, within: hours)
    }
  }
}

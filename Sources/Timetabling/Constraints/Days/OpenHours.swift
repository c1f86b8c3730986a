internal import Curricula

/// Placements lie within some hours of the day, on the clock of whom they concern.
///
/// Excess: for each placement of the subject the minutes outside the hours.
struct OpenHours: PlacementConstraint {
  var origin: Origin
  let subject: Subject
  let hours: Hours
  let clock: Clock

  var reads: PlacementForm.Parts { [.block, .start] }

  var isAlike: Bool { true }

  func excess(of placement: Placement) -> Int {
    clock.minutes(of: placement).count - clock.minutes(of: placement, within: hours)
  }
}

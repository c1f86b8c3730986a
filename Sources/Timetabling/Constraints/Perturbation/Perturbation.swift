internal import Curricula

/// What was published costs to move, more the nearer it is.
///
/// Excess: for the placement of a session that was published, its ``disturbance(of:)`` times its
/// ``urgency(of:)``. Sessions that were not published, or are no longer in the curriculum, cost
/// nothing. The constraint is made from what was published; nobody declares it.
struct Perturbation: PlacementConstraint {
  let origin: Origin
  let subject: Subject
  let published: PublishedPlacement
  let today: CivilDate
  /// The date of each block.
  let dates: [CivilDate]
  /// The identifier of each room.
  let rooms: [String]
  /// The identifier of each trainer.
  let trainers: [String]

  var reads: PlacementForm.Parts { [.block, .start, .room, .trainers] }

  func excess(of placement: Placement) -> Int {
    disturbance(of: placement) * urgency(of: placement)
  }

  /// How much of what was published changes: 10 when the day does, plus 2 when the time of day does,
  /// plus 2 when the room does, plus 2 for each trainer who comes anew or no longer comes.
  private func disturbance(of placement: Placement) -> Int {
    let names = Set(placement.trainers.map { trainers[$0] })
    return (dates[placement.block] == published.date ? 0 : 10)
      + (placement.start == published.start ? 0 : 2)
      + (placement.room.map { rooms[$0] } == published.room ? 0 : 2)
      + names.symmetricDifference(published.trainers).count * 2
  }

  /// 1, plus 1 when the published day or the new one is less than 14 days from today, plus 1 when it
  /// is less than 7.
  private func urgency(of placement: Placement) -> Int {
    let days = min(dates[placement.block], published.date).days(since: today)
    return 1 + (days < 14 ? 1 : 0) + (days < 7 ? 1 : 0)
  }
}

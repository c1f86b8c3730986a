internal import Curricula

/// What was published costs to move, more the nearer it is.
///
/// Excess: for the placement of a session that was published, its ``disturbance(of:)`` times its
/// ``urgency(of:)``. Sessions that were not published, or are no longer in the curriculum, cost
/// nothing. The constraint is made from what was published; nobody declares it.
struct Perturbation {
  let published: PublishedPlacement
  let today: CivilDate
  /// The number of groups that attend.
  let groups: Int
  /// The date of each block.
  let dates: [CivilDate]
  /// The week of each block, from 1.
  let weeks: [Int]
  /// The week of the programme in which it was published; `nil` outside the programme.
  let week: Int?
  /// The identifier of each room.
  let rooms: [String]
  /// The identifier of each trainer.
  let trainers: [String]

  /// The shape of it for the session.
  func shape(of subject: Subject) -> Single {
    Single(of: subject, reads: [.block, .start, .room, .trainers]) {
      disturbance(of: $0) * urgency(of: $0)
    }
  }

  /// How much changes for all whom it concerns.
  ///
  /// For each trainer who stays, and twice for each group: 10 when the day changes, plus 5 when the
  /// week does too, plus 2 when the time of day does, plus 2 when the room does. For each trainer who
  /// comes anew or no longer comes: 10.
  private func disturbance(of placement: Placement) -> Int {
    let before = Set(published.trainers)
    let after = Set(placement.trainers.map { trainers[$0] })
    let isThatDay = dates[placement.block] == published.date
    let isThatWeek = weeks[placement.block] == week
    let change =
      (isThatDay ? 0 : isThatWeek ? 10 : 15)
      + (placement.start == published.start ? 0 : 2)
      + (placement.room.map { rooms[$0] } == published.room ? 0 : 2)
    return change * (2 * groups + before.intersection(after).count)
      + before.symmetricDifference(after).count * 10
  }

  /// 1, plus 1 when the published day or the new one is less than 14 days from today, plus 1 when it
  /// is less than 7.
  private func urgency(of placement: Placement) -> Int {
    let days = min(dates[placement.block], published.date).days(since: today)
    return 1 + (days < 14 ? 1 : 0) + (days < 7 ? 1 : 0)
  }
}

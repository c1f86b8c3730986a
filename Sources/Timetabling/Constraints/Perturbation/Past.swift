internal import Curricula

/// What was held stays as it was.
///
/// Excess: 1 when the placement differs in day, start, room or trainers from what was published. The
/// room and the trainers count only where the session can still have them. Hard.
struct Held: PlacementConstraint {
  var origin: Origin
  let subject: Subject
  /// When it was held, in minutes since midnight of its day.
  let start: Int
  /// For each block whether it is on the day when the session was held.
  let isThatDay: [Bool]
  let room: Int?
  /// The trainers, ascending.
  let trainers: [Int]?

  var reads: PlacementForm.Parts { [.block, .start, .room, .trainers] }

  func excess(of placement: Placement) -> Int {
    let isKept =
      isThatDay[placement.block] && placement.start == start
      && (room == nil || room == placement.room)
      && (trainers == nil || trainers == placement.trainers)
    return isKept ? 0 : 1
  }
}

/// Nothing new is laid before today.
///
/// Excess: 1 when the placement is on a day before today. Hard.
struct NotBefore: PlacementConstraint {
  var origin: Origin
  let subject: Subject
  let isPast: [Bool]

  var reads: PlacementForm.Parts { .block }

  func excess(of placement: Placement) -> Int { isPast[placement.block] ? 1 : 0 }
}

extension Shape where Self == Single {
  /// What was held stays as it was.
  ///
  /// Excess: 1 when the placement differs in day, start, room or trainers from what was published. The
  /// room and the trainers, ascending, count only where the session can still have them.
  ///
  /// - Parameters:
  ///   - subject: The session.
  ///   - start: When it was held, in minutes since midnight of its day.
  ///   - isThatDay: For each block whether it is on the day when the session was held.
  ///   - room: The room.
  ///   - trainers: The trainers.
  /// - Returns: The shape.
  static func held(
    _ subject: Subject,
    at start: Int,
    isThatDay: [Bool],
    in room: Int?,
    by trainers: [Int]?
  ) -> Single {
    Single(of: subject, reads: [.block, .start, .room, .trainers]) { placement in
      let isKept =
        isThatDay[placement.block] && placement.start == start
        && (room == nil || room == placement.room)
        && (trainers == nil || trainers == placement.trainers)
      return isKept ? 0 : 1
    }
  }

  /// Nothing new is laid before today.
  ///
  /// Excess: 1 when the placement is in a block that is past.
  static func notBefore(_ subject: Subject, isPast: [Bool]) -> Single {
    Single(of: subject, reads: .block) { isPast[$0.block] ? 1 : 0 }
  }
}

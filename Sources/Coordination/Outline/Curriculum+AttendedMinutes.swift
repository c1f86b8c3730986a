internal import Curricula

extension Curriculum {
  /// The minutes of some sessions for a participant: the most that any group attends.
  ///
  /// Sessions that each group has for itself, such as workshops side by side, are not added up.
  func minutes(attendedOf sessions: [Session]) -> Int {
    let sums = groups.map { group in
      sessions.filter { $0.groups.isEmpty || $0.groups.contains(group.id) }
        .reduce(0) { $0 + $1.minutes }
    }
    return sums.max() ?? sessions.reduce(0) { $0 + $1.minutes }
  }
}

extension Track {
  /// What of a problem a track follows.
  struct Part {
    /// The sessions, ascending; no two of them can be held at once.
    var sessions: [Int]
    /// The sessions whose own penalties count.
    var penalised: Set<Int>
    /// The soft constraints among several sessions that count, by index; `nil` for all.
    var softConstraints: Set<Int>?
    /// Whether which rooms are used together is followed.
    var followsRooms: Bool
  }

  /// Makes a whole problem ready, `nil` when two sessions could be held at once, there are too many,
  /// or blocks overlap.
  convenience init?(_ problem: Problem) {
    let sessions = Array(problem.sessions.indices)
    guard sessions.count <= SessionSet.capacity, problem.isOneTrack(sessions) else { return nil }
    let part = Part(
      sessions: sessions,
      penalised: Set(sessions),
      softConstraints: nil,
      followsRooms: true
    )
    self.init(problem, part)
  }
}

extension Problem {
  /// Whether no two of some sessions can be held at once, by what they certainly share.
  ///
  /// - Complexity: O(constraints × sessions).
  func isOneTrack(_ sessions: [Int]) -> Bool {
    guard sessions.count > 1 else { return true }
    return exclusiveSets.contains { Set($0).isSuperset(of: sessions) }
  }

  /// For each hard constraint on overlaps the sessions of which no two can be held at once.
  var exclusiveSets: [[Int]] {
    constraints.filter { $0.weight == .hard }.compactMap { constraint in
      guard case .overlaps = constraint.shape.outlook else { return nil }
      return self.sessions.indices(certainlyIn: constraint.shape.selection)
    }
  }
}

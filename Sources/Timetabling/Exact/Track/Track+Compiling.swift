internal import Curricula

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

  /// For each day the most minutes that it can hold by its blocks and the hard loads of everybody.
  static func capacities(of problem: Problem, _ sessions: [Int]) -> [Int] {
    var perBlock = problem.blocks.map(\.minutes)
    var perDay = [Int](repeating: .max, count: problem.days.count)
    for constraint in problem.constraints where constraint.weight == .hard {
      guard case .load(let form) = constraint.form, form.unit == .minutes, let most = form.most,
        case .sessions(let members) = form.selection, members.count >= sessions.count,
        Set(members).isSuperset(of: sessions)
      else { continue }
      switch form.per {
      case .block: perBlock = perBlock.map { min($0, most) }
      case .day, .week: perDay = perDay.map { min($0, most) }
      }
    }
    return problem.days.indices.map { day in
      min(perDay[day], problem.days[day].blocks.reduce(0) { $0 + perBlock[$1] })
    }
  }
}

extension Problem {
  /// Whether no two of some sessions can be held at once, by what they certainly share.
  ///
  /// - Complexity: O(constraints × sessions).
  func isOneTrack(_ sessions: [Int]) -> Bool {
    guard sessions.count > 1 else { return true }
    return constraints.contains { constraint in
      guard constraint.weight == .hard, case .clash(let selection) = constraint.form else {
        return false
      }
      return Set(self.sessions(certainlyIn: selection)).isSuperset(of: sessions)
    }
  }
}

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
  init?(_ problem: Problem) {
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

  /// Makes a part of a problem ready, `nil` when it has too many sessions or blocks overlap.
  ///
  /// Costs of the part are not above what the part contributes to the cost of the problem.
  init?(_ problem: Problem, _ part: Part) {
    let hasOverlaps = zip(problem.blocks, problem.blocks.dropFirst()).contains {
      $0.date == $1.date && $1.start < $0.end
    }
    guard part.sessions.count <= SessionSet.capacity, !hasOverlaps else { return nil }
    let precedence = Precedence(of: problem, part.sessions)
    var compiler = TrackCompiler(problem: problem, part: part, precedence: precedence)
    compiler.compile()
    let options = TrackOptions(compiler)
    let capacity = Self.capacities(of: problem, part.sessions)
    let minutes = precedence.sessions.map { problem.sessions[$0].minutes }
    let windows = TrackWindows(
      allowed: options.allowed,
      precedence: precedence,
      minutes: minutes,
      capacity: capacity
    )
    self.problem = problem
    sessions = precedence.sessions
    before = precedence.before
    self.minutes = minutes
    units = precedence.units(minutes: minutes, strangers: compiler.strangers)
    self.options = options.options
    leastPenalty = options.options.map { day in
      day.map { options in options.map(\.penalty).min() ?? 0 }
    }
    allowed = windows.allowed
    self.capacity = capacity
    loads = compiler.loads
    patterns = compiler.patterns
    startForms = options.startForms
    let weeks = problem.days.map(\.week)
    startsWeek = weeks.indices.map { $0 == 0 || weeks[$0 - 1] != weeks[$0] }
    endsWeek = weeks.indices.map { $0 == weeks.count - 1 || weeks[$0 + 1] != weeks[$0] }
    couplings = compiler.couplings
    arranged = compiler.arranged.union(options.arranged)
    arrangesEmptyDays = compiler.patterns.contains(where: \.countsAlways)
    base = compiler.base
    isRelaxed = compiler.isRelaxed
  }

  /// For each day the most minutes that it can hold by its blocks and the hard loads of everybody.
  private static func capacities(of problem: Problem, _ sessions: [Int]) -> [Int] {
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

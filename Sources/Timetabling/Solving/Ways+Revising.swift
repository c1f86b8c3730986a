public import Curricula

extension Ways {
  /// Lays the programme out anew, and exchanges as few of the published sessions as possible for others of
  /// their choices.
  ///
  /// The sessions that were published are held as long as that is possible; only when it is proved that
  /// they cannot be, one of them is exchanged for another one, then two, and so on. Among the ways that
  /// exchange equally many, the one that disturbs least is taken, then the cheapest.
  ///
  /// - Parameters:
  ///   - published: What was published last.
  ///   - today: The first day that can still be changed.
  ///   - minutes: The minutes of that day that have passed, in the zone of the programme.
  ///   - limits: How much is done for the ways that exchange equally many.
  ///   - seed: The source of chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known of the disturbance.
  /// - Returns: The timetable with what is proved among the ways that exchange as few sessions, and the
  ///   problem that it is of. When there is none, the problem that exchanges fewest, and why it has none.
  /// - Throws: ``Solver/Undecided`` when neither was found.
  public func revise(
    from published: [PublishedPlacement],
    today: CivilDate,
    at minutes: Int = 0,
    within limits: Solver.Limits = .standard,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws(Solver.Undecided) -> (problem: Problem, outcome: RevisionOutcome) {
    var contradicted: (problem: Problem, nearest: Problem)?
    for problems in byExchanges(from: published) {
      var revised: [(problem: Problem, timetable: RevisedTimetable)] = []
      var undecided: Solver.Undecided?
      for problem in problems {
        let found = await Solver(problem).revising(
          from: published,
          today: today,
          at: minutes,
          within: limits.shared(among: problems.count),
          seed: seed,
          shouldStop: shouldStop,
          progress: progress
        )
        switch found {
        case .revised(let timetable): revised.append((problem, timetable))
        case .impossible(let nearest):
          if contradicted == nil { contradicted = (problem, nearest) }
        case .open(let way): undecided = undecided ?? way
        }
      }
      if let best = Self.best(of: revised, undecided?.bound) {
        return (best.problem, .revised(best.timetable))
      }
      if let undecided { throw undecided }
    }
    guard let contradicted else { return (problems[0], .infeasible(.unexplained)) }
    let conflict = Solver(contradicted.nearest).conflict(asking: [], isProved: true)
    return (contradicted.problem, .infeasible(conflict ?? .unexplained))
  }

  /// The least disturbing, and then the cheapest, with what is proved of all of them; `nil` of none.
  ///
  /// - Parameters:
  ///   - revised: The timetables of ways that exchange equally many sessions.
  ///   - open: A disturbance that ways without a timetable are not below.
  /// - Returns: The problem of the way, and its timetable.
  private static func best(
    of revised: [(problem: Problem, timetable: RevisedTimetable)],
    _ open: Int?
  ) -> (problem: Problem, timetable: RevisedTimetable)? {
    let first = revised.enumerated().min { left, right in
      let (one, other) = (left.element.timetable, right.element.timetable)
      return (one.disturbance, one.solution.cost, left.offset)
        < (other.disturbance, other.solution.cost, right.offset)
    }
    guard let found = first?.element, revised.count > 1 || open != nil else {
      return first?.element
    }
    let best = found.timetable
    let least = revised.map(\.timetable.leastDisturbance) + [open].compactMap(\.self)
    // What may disturb as little, or less, may also cost less.
    let bounds = revised.map(\.timetable).filter { $0.leastDisturbance <= best.disturbance }
      .map { $0.disturbance == best.disturbance ? $0.solution.bound : 0 }
    let bound = open.map { $0 <= best.disturbance } == true ? 0 : bounds.min() ?? 0
    let solution = Solution(
      timetable: best.solution.timetable,
      cost: best.solution.cost,
      bound: min(bound, best.solution.cost)
    )
    let all = RevisedTimetable(
      solution: solution,
      disturbance: best.disturbance,
      leastDisturbance: min(least.min() ?? 0, best.disturbance)
    )
    return (found.problem, all)
  }

  /// The problems by how many of the published sessions they do not hold any more, the fewest first.
  private func byExchanges(from published: [PublishedPlacement]) -> [[Problem]] {
    let before = Set(published.map(\.session))
    let groups = Dictionary(grouping: problems) { problem in
      problem.curriculum.notHeld.count { before.contains($0.id) }
    }
    return groups.sorted { $0.key < $1.key }.map { $0.value }
  }
}

public import Curricula

/// A timetable that keeps near one that was published.
public struct RevisedTimetable: Sendable {
  /// The timetable; its cost is that of the curriculum's own constraints, and its bound holds among
  /// the timetables that disturb as little.
  public let solution: Solution
  /// How much of what was published changes, by the constraint `perturbation`.
  public let disturbance: Int
  /// A disturbance that no timetable can be below; at most ``disturbance``.
  public let leastDisturbance: Int

  /// Creates what is known of a timetable.
  public init(solution: Solution, disturbance: Int, leastDisturbance: Int) {
    self.solution = solution
    self.disturbance = disturbance
    self.leastDisturbance = leastDisturbance
  }

  /// Whether it is proved that nothing disturbs less, and that nothing that disturbs as little costs
  /// less.
  public var isOptimal: Bool { disturbance == leastDisturbance && solution.isOptimal }
}

/// What came of laying a programme out anew.
public enum RevisionOutcome: Sendable {
  /// A timetable that can be held, with what is proved about it.
  case revised(RevisedTimetable)
  /// Proof that none can be held with what was held already.
  case infeasible(Conflict)
}

extension Solver {
  /// Lays the programme out anew with the least disturbance of what was published, and among the least
  /// disturbing timetables at the least cost.
  ///
  /// What was held before stays, and nothing is laid before the present. First the disturbance alone
  /// is made least; then each unit of it weighs more than all that a timetable of that disturbance
  /// needs to cost, so that a proof for the sum proves both.
  ///
  /// - Parameters:
  ///   - published: What was published last; searches begin with it.
  ///   - today: The first day that can still be changed.
  ///   - minutes: The minutes of that day that have passed, in the zone of the programme.
  ///   - limits: How much is done, for each of the two steps.
  ///   - seed: The source of chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known of the disturbance.
  /// - Returns: A timetable with what is proved about it, or why there is none.
  /// - Throws: ``Undecided`` when neither was found.
  public func revise(
    from published: [PublishedPlacement],
    today: CivilDate,
    at minutes: Int = 0,
    within limits: Limits = .standard,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws(Undecided) -> RevisionOutcome {
    let found = await revising(
      from: published,
      today: today,
      at: minutes,
      within: limits,
      seed: seed,
      shouldStop: shouldStop,
      progress: progress
    )
    switch found {
    case .revised(let revised): return .revised(revised)
    case .impossible(let nearest):
      return .infeasible(
        Solver(nearest).conflict(asking: [], isProved: true) ?? .unexplained
      )
    case .open(let undecided): throw undecided
    }
  }

  /// What laying a programme out anew comes to, before anybody asks for a reason.
  enum Revising: Sendable {
    case revised(RevisedTimetable)
    /// Proof that there is no timetable of a problem.
    case impossible(Problem)
    case open(Undecided)
  }

  /// Lays the programme out anew, and looks for no reason where there is no timetable.
  ///
  /// See ``revise(from:today:at:within:seed:shouldStop:progress:)``.
  func revising(
    from published: [PublishedPlacement],
    today: CivilDate,
    at minutes: Int,
    within limits: Limits,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolverProgress) -> Void
  ) async -> Revising {
    @Sendable func constraints(of problem: Problem) -> [Constraint] {
      problem.constraints.filter { $0.weight == .hard }
        + problem.perturbation(from: published, today: today, at: minutes)
    }
    var nearest = problem.with(constraints: constraints(of: problem))
    nearest.remaking = constraints
    let first = await Solver(nearest).finding(
      within: limits,
      seed: seed,
      startingFrom: nearest.timetable(placing: published),
      shouldStop: shouldStop,
      progress: progress
    )
    switch first {
    case .impossible: return .impossible(nearest)
    case .open(let undecided): return .open(undecided)
    case .laidOut(let near):
      let start = Timetable(of: problem, near.timetable.placements)
      let cost = problem.cost(of: start).soft
      let weight = cost.cappedSum(1)
      let most = weight.multipliedReportingOverflow(by: near.cost.cappedSum(1))
      guard !most.overflow else { return .revised(unweighed(near, start, cost)) }
      let both = Solver(
        problem.with(
          constraints: problem.constraints
            + problem.perturbation(
              from: published,
              today: today,
              at: minutes,
              weight: .soft(weight)
            )
        )
      )
      let second = await both.finding(
        within: limits,
        seed: seed,
        startingFrom: Timetable(of: both.problem, start.placements),
        shouldStop: shouldStop
      )
      guard case .laidOut(let sum) = second else { return .revised(unweighed(near, start, cost)) }
      return .revised(revision(of: sum, near, weight: weight))
    }
  }

  /// The least disturbing timetable, where weighing it against its cost would go beyond all numbers.
  private func unweighed(_ near: Solution, _ start: Timetable, _ cost: Int) -> RevisedTimetable {
    RevisedTimetable(
      solution: Solution(timetable: start, cost: cost, bound: 0),
      disturbance: near.cost,
      leastDisturbance: near.bound
    )
  }

  /// Reads disturbance and cost out of their weighted sum.
  private func revision(of sum: Solution, _ near: Solution, weight: Int) -> RevisedTimetable {
    let timetable = Timetable(of: problem, sum.timetable.placements)
    let cost = problem.cost(of: timetable).soft
    let disturbance = (sum.cost - cost) / weight
    return RevisedTimetable(
      solution: Solution(
        timetable: timetable,
        cost: cost,
        bound: min(cost, max(0, sum.bound - disturbance * weight))
      ),
      disturbance: disturbance,
      leastDisturbance: min(near.bound, disturbance)
    )
  }
}

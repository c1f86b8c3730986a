/// The ways to choose which sessions are held, each a problem of its own: the cheapest timetable of any of
/// them is the answer.
///
/// Each way gets an equal share of the limits. A way ends once it is proved that it is not cheaper than the
/// best one before it. So a timetable is proved to be of least cost only when that is proved of every way,
/// and impossible only when every way is.
public struct Ways: Sendable {
  /// The problems, the preferred first; never empty.
  public let problems: [Problem]

  /// Takes the problems of the ways.
  public init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "there is at least one way to choose which sessions are held")
    self.problems = problems
  }

  /// Lays the programme out in the cheapest way.
  ///
  /// - Parameters:
  ///   - limits: How much is done, for all ways together.
  ///   - seed: The source of chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: The timetable and the problem that it is of. When there is none, the first problem, and why
  ///   it has none.
  /// - Throws: ``Solver/Undecided`` when neither was found.
  public func solve(
    within limits: Solver.Limits,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws(Solver.Undecided) -> (problem: Problem, outcome: Outcome) {
    let first = problems[0]
    guard problems.count > 1 else {
      let outcome = try await Solver(first).solve(
        within: limits,
        seed: seed,
        shouldStop: shouldStop,
        progress: progress
      )
      return (first, outcome)
    }
    let share = limits.shared(among: problems.count)
    var best: (problem: Problem, solution: Solution)?
    var bound = Int.max
    var undecided: Solver.Undecided?
    for problem in problems {
      let known = best?.solution.cost
      let found = await Solver(problem).finding(
        below: known ?? .max,
        within: share,
        seed: seed,
        shouldStop: shouldStop,
        progress: { progress($0.besides(known)) }
      )
      switch found {
      case .impossible: break
      case .open(let way):
        bound = min(bound, way.bound)
        if undecided == nil { undecided = way }
      case .laidOut(let solution):
        bound = min(bound, solution.bound)
        if known.map({ solution.cost < $0 }) ?? true { best = (problem, solution) }
      }
    }
    if let best {
      let (timetable, cost) = (best.solution.timetable, best.solution.cost)
      let solution = Solution(timetable: timetable, cost: cost, bound: min(bound, cost))
      return (best.problem, .laidOut(solution))
    }
    if let undecided { throw Solver.Undecided(bound: bound, obstacles: undecided.obstacles) }
    let conflict = Solver(first).conflict(asking: [], isProved: true)
    return (first, .infeasible(conflict ?? .unexplained))
  }

  /// The cheapest timetable, with proof, where the exact method soon finds it; `nil` where not.
  ///
  /// - Parameter steps: The steps allowed, for all ways together.
  /// - Returns: The timetable that ``solve(within:seed:shouldStop:progress:)`` finds with at least as many
  ///   steps.
  public func optimum(steps: Int) -> Solution? {
    var best: Solution?
    for problem in problems {
      let ceiling = best?.cost ?? .max
      switch Solver(problem).proved(below: ceiling, steps: steps / problems.count) {
      case .none: break
      case .open(let bound):
        guard bound >= ceiling else { return nil }
      case .found(let solution):
        if solution.cost < ceiling { best = solution }
      }
    }
    return best
  }

  /// A soft penalty that no timetable is below, whatever is chosen.
  ///
  /// - Parameter steps: The steps allowed, for all ways together.
  /// - Returns: The least of the bounds of all ways.
  public func bound(steps: Int) -> Int {
    problems.compactMap { Solver($0).provedBound(steps: steps / problems.count) }.min() ?? 0
  }
}

extension Solver.Limits {
  /// An equal share of the limits.
  func shared(among count: Int) -> Solver.Limits {
    Solver.Limits(
      steps: max(1, steps / count),
      boundSteps: max(1, boundSteps / count),
      earlySteps: max(1, earlySteps / count),
      moves: max(1, moves / count),
      chains: chains
    )
  }
}

extension SolverProgress {
  /// What is known together with another way: its own bound says nothing of the others.
  fileprivate func besides(_ known: Int?) -> SolverProgress {
    SolverProgress(cost: [cost, known].compactMap(\.self).min(), bound: 0)
  }
}

extension Solver {
  /// How much is done to lay a programme out.
  public struct Limits: Hashable, Sendable {
    /// The steps of the exact method, each a fraction of a microsecond.
    public var steps: Int
    /// The steps to bound the cost of what is beyond the exact method.
    public var boundSteps: Int
    /// The trial changes of each search.
    public var moves: Int
    /// The searches beside one another.
    public var chains: Int

    /// What suffices for programmes of some sixty sessions: less than a minute in all.
    public static let standard = Limits()

    /// Creates limits.
    ///
    /// Without steps for the bound, it has as many as the exact method.
    public init(
      steps: Int = 300_000_000,
      boundSteps: Int? = nil,
      moves: Int = 20_000_000,
      chains: Int = 1
    ) {
      self.steps = steps
      self.boundSteps = boundSteps ?? steps
      self.moves = moves
      self.chains = chains
    }
  }

  /// Neither a timetable that can be held was found, nor a proof that there is none.
  public struct Undecided: Error, Hashable, Sendable {
    /// A soft penalty that no timetable can be below.
    public let bound: Int
  }

  /// Lays the programme out: with proof where the limits suffice, else as well as they allow.
  ///
  /// Equal seeds and limits lay out equal timetables, unless somebody asks to stop.
  ///
  /// - Parameters:
  ///   - limits: How much is done.
  ///   - seed: The source of chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: A timetable with its bound, or why there is none.
  /// - Throws: ``Undecided`` when neither was found.
  public func solve(
    within limits: Limits = .standard,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) throws(Undecided) -> Outcome {
    var attempt = Attempt(self, limits, shouldStop: shouldStop, progress: progress)
    if attempt.needsSearch {
      let found = Search(problem).runAlone(
        within: .moves(limits.moves),
        seed: seed,
        bound: attempt.bound,
        bounding: bounding(attempt.bound, limits, shouldStop: shouldStop, progress: progress),
        shouldStop: shouldStop,
        progress: attempt.reporting(to: progress)
      )
      attempt.take(found)
    }
    return try attempt.outcome()
  }

  /// Lays the programme out as ``solve(within:seed:shouldStop:progress:)`` does, with several searches
  /// beside one another.
  ///
  /// - Parameters:
  ///   - limits: How much is done.
  ///   - seed: The source of chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: A timetable with its bound, or why there is none.
  /// - Throws: ``Undecided`` when neither was found.
  public func solveInParallel(
    within limits: Limits = .standard,
    seed: UInt64,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws(Undecided) -> Outcome {
    var attempt = Attempt(self, limits, shouldStop: shouldStop, progress: progress)
    if attempt.needsSearch {
      let found = await Search(problem).run(
        within: .moves(limits.moves),
        seed: seed,
        chains: limits.chains,
        bound: attempt.bound,
        bounding: bounding(attempt.bound, limits, shouldStop: shouldStop, progress: progress),
        shouldStop: shouldStop,
        progress: attempt.reporting(to: progress)
      )
      attempt.take(found)
    }
    return try attempt.outcome()
  }

  /// Bounds what is beyond the exact method by its parts, once a search has a timetable.
  private func bounding(
    _ bound: Int,
    _ limits: Limits,
    shouldStop: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolverProgress) -> Void
  ) -> Search.Bounding {
    { cost in
      let isHeld = cost.hard == 0
      guard Track(problem) == nil, !isHeld || cost.soft > bound else { return bound }
      let cover = TrackCover(problem)
      guard let sum = cover.bound(steps: limits.boundSteps, shouldStop: shouldStop) else {
        return nil
      }
      let best = max(bound, sum)
      progress(SolverProgress(cost: isHeld ? cost.soft : nil, bound: best))
      return best
    }
  }
}

/// What is known of a problem on the way to its outcome: first what the exact method proves, then what
/// a search finds.
private struct Attempt {
  private let solver: Solver
  private var best: Incumbent?
  private(set) var bound = 0
  private var isInfeasible = false

  init(
    _ solver: Solver,
    _ limits: Solver.Limits,
    shouldStop: @escaping () -> Bool,
    progress: (SolverProgress) -> Void
  ) {
    self.solver = solver
    let verdict = solver.exactly(
      steps: limits.steps,
      shouldStop: shouldStop,
      progress: progress
    )
    switch verdict {
    case .found(let solution):
      best = Incumbent(solution.timetable, of: solver.problem)
      bound = solution.bound
    case .none: isInfeasible = true
    case .open(let bound): self.bound = bound
    }
  }

  /// Whether neither an optimum nor a contradiction is proved.
  var needsSearch: Bool {
    !isInfeasible && best.map { $0.cost > bound } ?? true
  }

  /// Reports a search's progress with the bound.
  func reporting(
    to progress: @escaping @Sendable (SolverProgress) -> Void
  ) -> @Sendable (SearchProgress) -> Void {
    let (bound, known) = (bound, best?.cost)
    return { found in
      let costs = [known, found.cost.hard == 0 ? found.cost.soft : nil].compactMap(\.self)
      progress(SolverProgress(cost: costs.min(), bound: bound))
    }
  }

  /// Takes what a search found, where it is better.
  mutating func take(_ search: Search.Found) {
    guard let proved = search.bound else {
      isInfeasible = true
      return
    }
    bound = max(bound, proved)
    guard let found = Incumbent(search.timetable, of: solver.problem),
      best.map({ found.cost < $0.cost }) ?? true
    else { return }
    best = found
  }

  func outcome() throws(Solver.Undecided) -> Outcome {
    if let best { return .laidOut(best.solution(bound: bound)) }
    guard isInfeasible else { throw Solver.Undecided(bound: bound) }
    return .infeasible(solver.explainConflict() ?? .unexplained)
  }
}

extension Solver {
  /// Neither a timetable that can be held was found, nor a proof that there is none.
  public struct Undecided: Error, Hashable, Sendable {
    /// A soft penalty that no timetable can be below.
    public let bound: Int
    /// What stood in the way of the timetable that came nearest; `nil` where there was none.
    public let obstacles: Obstacles?
  }

  /// Lays the programme out: with proof where the limits suffice, else as well as they allow.
  ///
  /// Equal seeds and limits lay out equal timetables on any number of cores, unless somebody asks to
  /// stop.
  ///
  /// - Parameters:
  ///   - limits: How much is done.
  ///   - seed: The source of chance.
  ///   - timetable: A timetable from which searches go on, which may lack sessions or break what must
  ///     hold; without one they begin by chance.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: A timetable with its bound, or why there is none.
  /// - Throws: ``Undecided`` when neither was found.
  public func solve(
    within limits: Limits = .standard,
    seed: UInt64,
    startingFrom timetable: Timetable? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws(Undecided) -> Outcome {
    let found = await finding(
      within: limits,
      seed: seed,
      startingFrom: timetable,
      shouldStop: shouldStop,
      progress: progress
    )
    switch found {
    case .laidOut(let solution): return .laidOut(solution)
    case .impossible: return .infeasible(conflict(asking: [], isProved: true) ?? .unexplained)
    case .open(let undecided): throw undecided
    }
  }

  /// What laying a programme out comes to, before anybody asks for a reason.
  enum Finding: Sendable {
    case laidOut(Solution)
    /// Proof that there is no timetable.
    case impossible
    /// Neither a timetable nor a proof; or none that costs less than asked.
    case open(Undecided)
  }

  /// Lays the programme out, and looks for no reason where there is no timetable.
  ///
  /// - Parameters:
  ///   - ceiling: Work ends once it is proved that no timetable costs less.
  ///   - limits: How much is done.
  ///   - seed: The source of chance.
  ///   - timetable: A timetable from which searches go on.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: What was found.
  func finding(
    below ceiling: Int = .max,
    within limits: Limits,
    seed: UInt64,
    startingFrom timetable: Timetable? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async -> Finding {
    var attempt = Attempt(
      self,
      below: ceiling,
      limits,
      startingFrom: timetable,
      shouldStop: shouldStop,
      progress: progress
    )
    if attempt.needsSearch {
      progress(attempt.known)
      let found = await Search(problem).run(
        within: .moves(limits.moves),
        seed: seed,
        chains: limits.chains,
        startingFrom: timetable,
        besides: attempt.timetable,
        bound: attempt.bound,
        bounding: bounding(
          attempt.bound,
          attempt.blocks,
          limits,
          startingFrom: timetable,
          progress: progress
        ),
        shouldStop: shouldStop,
        progress: attempt.reporting(to: progress)
      )
      attempt.take(found)
      attempt.cheapen(limits, shouldStop)
    }
    return attempt.finding
  }

  /// The cheapest timetable, with proof, where the exact method soon finds it.
  ///
  /// It is the one that ``solve(within:seed:startingFrom:shouldStop:progress:)`` lays out with at least
  /// as many steps, whatever the seed.
  ///
  /// - Parameter steps: The steps allowed, each a fraction of a microsecond.
  /// - Returns: `nil` when the problem is beyond the method, the steps do not suffice, or no timetable
  ///   can be held.
  public func optimum(steps: Int) -> Solution? {
    if case .found(let solution) = proved(steps: steps) { solution } else { nil }
  }

  /// The cheapest timetable, with proof, or proof that there is none, where that is soon known.
  ///
  /// - Parameters:
  ///   - ceiling: Only timetables that cost less are looked for.
  ///   - steps: The steps allowed.
  /// - Returns: A timetable of least cost, or what else is proved.
  func proved(below ceiling: Int = .max, steps: Int) -> Verdict {
    switch exactly(below: ceiling, steps: steps) {
    case .found(let solution):
      return solution.isOptimal ? .found(solution) : .open(bound: solution.bound)
    case .none: return .none
    case .open(let bound) where bound >= ceiling: return .open(bound: bound)
    case .open(let bound):
      var blocks = BlockBound(problem)
      switch blocks.raise(to: .max, steps: steps, shouldStop: { false }) {
      case .impossible: return .none
      case .bound(let raised):
        let inBlocks = blocks.timetable(of: problem, byMoves: Attempt.movesWithinBlocks)
        guard let found = Incumbent(inBlocks, of: problem), found.cost == raised else {
          return .open(bound: max(bound, raised))
        }
        return .found(found.solution(bound: raised))
      }
    }
  }

  /// A soft penalty that no timetable is below.
  ///
  /// - Parameter steps: The steps allowed, each a fraction of a microsecond.
  /// - Returns: What the exact method proves, or where the problem is beyond it the sum of what parts of
  ///   the programme cost at least.
  public func bound(steps: Int) -> Int { provedBound(steps: steps) ?? 0 }

  /// The same; `nil` when it is proved that there is no timetable.
  func provedBound(steps: Int) -> Int? {
    switch exactly(steps: steps) {
    case .found(let solution): solution.bound
    case .none: nil
    case .open(let bound):
      Track(problem) == nil
        ? max(bound, boundByParts(steps: steps, startingFrom: nil, shouldStop: { false }) ?? 0)
        : bound
    }
  }

  /// A bound by single sessions, or by parts of the programme where that is higher; `nil` when it is
  /// proved that no timetable can be held.
  private func boundByParts(
    steps: Int,
    startingFrom timetable: Timetable?,
    shouldStop: @escaping () -> Bool
  ) -> Int? {
    let single = PlacementBound(problem, startingFrom: timetable)
      .bound(evaluations: steps / 50, shouldStop: shouldStop)
    return TrackCover(problem).bound(steps: steps, shouldStop: shouldStop).map { max($0, single) }
  }

  /// Bounds what is beyond the exact method by its parts, once a search has a timetable.
  private func bounding(
    _ bound: Int,
    _ blocks: BlockBound?,
    _ limits: Limits,
    startingFrom timetable: Timetable?,
    progress: @escaping @Sendable (SolverProgress) -> Void
  ) -> Search.Bounding {
    { cost, shouldStop in
      var (bound, least) = (bound, cost.hard == 0 ? cost.soft : nil)
      var found: Timetable?
      guard least ?? .max > bound else { return Search.Proof(bound: bound) }
      if var blocks, !blocks.isExact {
        let steps = min(limits.boundSteps / 3, 75_000_000)
        switch blocks.raise(to: least ?? .max, steps: steps, shouldStop: shouldStop) {
        case .impossible: return Search.Proof(bound: nil)
        case .bound(let raised): bound = max(bound, raised)
        }
        if blocks.isExact {
          let moves = Attempt.movesWithinBlocks
          found = blocks.timetable(of: problem, byMoves: moves, shouldStop: shouldStop)
          let cost = Incumbent(found, of: problem)?.cost
          least = [least, cost].compactMap(\.self).min()
        }
        progress(SolverProgress(cost: least, bound: bound))
      }
      if Track(problem) == nil, least ?? .max > bound {
        let parts = boundByParts(
          steps: limits.boundSteps,
          startingFrom: timetable,
          shouldStop: shouldStop
        )
        guard let parts else { return Search.Proof(bound: nil) }
        bound = max(bound, parts)
        progress(SolverProgress(cost: least, bound: bound))
      }
      return Search.Proof(bound: bound, timetable: found)
    }
  }
}

/// What is known of a problem on the way to its outcome: first what the exact method proves, then what
/// a search finds.
struct Attempt {
  private let solver: Solver
  private let ceiling: Int
  private var best: Incumbent?
  /// The timetable that comes nearest while there is none that can be held.
  private var nearest: Timetable?
  private(set) var bound = 0
  /// The bound by blocks as far as it was raised; `nil` where the exact method knows enough.
  private(set) var blocks: BlockBound?
  private var isInfeasible = false

  init(
    _ solver: Solver,
    below ceiling: Int,
    _ limits: Solver.Limits,
    startingFrom timetable: Timetable?,
    shouldStop: @escaping () -> Bool,
    progress: (SolverProgress) -> Void
  ) {
    self.solver = solver
    self.ceiling = ceiling
    best = Incumbent(timetable, of: solver.problem)
    takeExact(limits.earlySteps, shouldStop, progress)
    guard needsSearch else { return }
    raise(limits, shouldStop)
    progress(self.known)
    if needsSearch, !shouldStop(), Track(solver.problem) != nil {
      takeExact(limits.wideSteps, shouldStop, progress)
    }
    if best == nil, needsSearch, !shouldStop() {
      var descent = PartDescent(solver.problem, steps: limits.steps)
      best = Incumbent(descent.feasible(shouldStop), of: solver.problem)
    }
  }

  /// Lays the programme out by the exact method, as far as it gets.
  private mutating func takeExact(
    _ steps: Int,
    _ shouldStop: @escaping () -> Bool,
    _ progress: (SolverProgress) -> Void
  ) {
    let verdict = solver.exactly(
      improving: best?.timetable,
      below: ceiling,
      steps: steps,
      shouldStop: shouldStop,
      progress: progress
    )
    switch verdict {
    case .found(let solution):
      best = Incumbent(solution.timetable, of: solver.problem)
      bound = max(bound, solution.bound)
    case .none: isInfeasible = true
    case .open(let proved): bound = max(bound, proved)
    }
  }

  /// The trial changes with which times are found once blocks are chosen.
  static let movesWithinBlocks = 400_000

  /// Raises the bound by what the choice of blocks alone costs.
  private mutating func raise(_ limits: Solver.Limits, _ shouldStop: @escaping () -> Bool) {
    var blocks = BlockBound(solver.problem)
    let verdict = blocks.raise(
      to: min(best?.cost ?? .max, ceiling),
      steps: limits.earlySteps,
      shouldStop: shouldStop
    )
    switch verdict {
    case .impossible: isInfeasible = true
    case .bound(let raised): bound = max(bound, raised)
    }
    if blocks.chosen == nil, needsSearch, !shouldStop() {
      _ = blocks.descend(
        from: best?.timetable,
        below: min(best?.cost ?? .max, ceiling),
        steps: limits.earlySteps / 2,
        shouldStop: shouldStop
      )
      bound = max(bound, blocks.bound)
    }
    defer { self.blocks = blocks }
    guard needsSearch, !shouldStop() else { return }
    let inBlocks = blocks.timetable(
      of: solver.problem,
      byMoves: Self.movesWithinBlocks,
      shouldStop: shouldStop
    )
    let found = Incumbent(inBlocks, of: solver.problem)
    if let found, best.map({ found.cost < $0.cost }) ?? true { best = found }
  }

  /// The best timetable so far.
  var timetable: Timetable? { best?.timetable }

  /// Makes the best timetable cheaper, part by part, where that is not proved to be impossible.
  ///
  /// That takes about as long as the search took for its moves.
  mutating func cheapen(_ limits: Solver.Limits, _ shouldStop: @escaping () -> Bool) {
    guard needsSearch, let known = best, !shouldStop() else { return }
    var descent = PartDescent(
      solver.problem,
      startingFrom: known.timetable,
      steps: limits.moves / 8
    )
    best = Incumbent(descent.cheaper(shouldStop), of: solver.problem) ?? known
  }

  /// Whether neither an optimum nor a contradiction is proved, nor that nothing costs less than asked.
  var needsSearch: Bool {
    !isInfeasible && bound < ceiling && best.map { $0.cost > bound } ?? true
  }

  /// What is known of the least cost.
  var known: SolverProgress { SolverProgress(cost: best?.cost, bound: bound) }

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
    nearest = search.timetable
    guard let found = Incumbent(search.timetable, of: solver.problem),
      best.map({ found.cost < $0.cost }) ?? true
    else { return }
    best = found
  }

  private var undecided: Solver.Undecided {
    Solver.Undecided(bound: bound, obstacles: nearest.map { Obstacles(to: $0, of: solver.problem) })
  }

  var finding: Solver.Finding {
    if let best { return .laidOut(best.solution(bound: bound)) }
    return isInfeasible ? .impossible : .open(undecided)
  }
}

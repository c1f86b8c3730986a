/// An anytime search for cheap timetables of problems of any size.
///
/// Several chains of simulated annealing search beside one another, each with a seed derived from the
/// one given; the cheapest timetable counts, and among equals that of the first chain. So the same
/// seed, budget of moves and number of chains give the same timetable on any number of cores.
public struct Search: Sendable {
  private let problem: Problem
  private let compiled: CompiledProblem

  /// What a search found.
  public struct Found: Sendable {
    /// The cheapest timetable.
    public let timetable: Timetable
    /// Its cost by the readable definitions.
    public let cost: Cost
    /// The trial changes judged, in all chains together.
    public let moves: Int
    /// The soft penalty that is known to be the least; `nil` when no timetable can be held.
    let bound: Int?
  }

  /// What is worked out beside a search.
  struct Proof: Sendable {
    /// A soft penalty that is known to be the least; `nil` when no timetable can be held.
    var bound: Int?
    /// A timetable that was found on the way.
    var timetable: Timetable?
  }

  /// Works a bound out, once there is a timetable, until somebody asks to stop.
  typealias Bounding = @Sendable (Cost, _ shouldStop: @escaping @Sendable () -> Bool) -> Proof

  /// Makes a problem ready for searching.
  ///
  /// - Complexity: Linear in sessions × blocks × constraints on single placements.
  public init(_ problem: Problem) {
    self.problem = problem
    compiled = CompiledProblem(problem)
  }

  /// Searches for a cheap timetable.
  ///
  /// - Parameters:
  ///   - budget: How long to search.
  ///   - seed: The source of chance.
  ///   - chains: The number of searches beside one another, at least 1.
  ///   - timetable: A timetable to go on from; sessions that it does not place, or not where they may
  ///     be, are placed by chance. Without one, each chain begins anew several times first.
  ///   - bound: A soft penalty that is known to be the least; the search ends when it is reached
  ///     without hard violation.
  ///   - shouldStop: Asked every few thousand moves; the best so far counts when it says so.
  ///   - progress: Told, by any chain, when it has found a cheaper timetable than before.
  /// - Returns: The cheapest timetable found. It may have hard violations.
  public func run(
    within budget: Budget,
    seed: UInt64,
    chains: Int = 1,
    startingFrom timetable: Timetable? = nil,
    bound: Int = 0,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async -> Found {
    await run(
      within: budget,
      seed: seed,
      chains: chains,
      startingFrom: timetable,
      bound: bound,
      bounding: { _, _ in Proof(bound: bound) },
      shouldStop: shouldStop,
      progress: progress
    )
  }

  /// Searches for a cheap timetable, and has the bound worked out beside the search: from the beginning
  /// where a timetable is known, else after the first part, which finds one.
  func run(
    within budget: Budget,
    seed: UInt64,
    chains: Int,
    startingFrom timetable: Timetable? = nil,
    besides known: Timetable? = nil,
    bound: Int,
    bounding: @escaping Bounding,
    shouldStop: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async -> Found {
    @Sendable func annealing(_ chain: Int, _ places: [Place?], _ stage: Int, _ goal: Goal)
      -> Annealing
    {
      Annealing(
        compiled,
        startingFrom: places,
        using: SeededGenerator(seed: seed, stream: UInt64(2 * chain + stage)),
        chain: chain,
        goal: goal,
        progress: progress
      )
    }
    let share = Schedule.beginningShare
    let beginning = Pace(budget: budget, start: 0, shouldStop: shouldStop)
    let start = timetable.map(compiled.places)
    let goal = goal(bound)
    let cost = known.map(problem.cost(of:)).flatMap { $0.hard == 0 ? $0 : nil }
    @Sendable func proof(from cost: Cost?) async -> Proof? {
      guard let cost else { return nil }
      return await self.proof(by: bounding, from: cost, raising: goal, above: bound, shouldStop)
    }
    async let early = proof(from: cost)
    var results = await self.results(of: chains) { chain in
      var annealing = annealing(chain, start ?? [], 0, goal)
      if start == nil {
        annealing.begin(beginning, until: share)
      } else {
        annealing.goOn(beginning, until: share)
      }
      return ChainResult(chain, annealing)
    }
    let places = better(known, than: results[0].places)
    async let late = proof(
      from: cost == nil ? problem.cost(of: compiled.timetable(places)) : nil
    )
    let pace = Pace(budget: budget, start: share, shouldStop: shouldStop)
    results += await self.results(of: chains) { chain in
      var annealing = annealing(chain, places, 1, goal)
      annealing.goOn(pace, until: 1)
      annealing.settleRooms()
      return ChainResult(chain, annealing)
    }
    let proof = await [early, late].compactMap(\.self).first ?? Proof(bound: bound)
    return found(results, beside: proof, above: bound)
  }

  /// Has the bound worked out, until a chain reaches what is known to be the least.
  private func proof(
    by bounding: Bounding,
    from cost: Cost,
    raising goal: Goal,
    above bound: Int,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) async -> Proof {
    guard goal.hard == 0 else {
      goal.end()
      return Proof(bound: nil)
    }
    let proof = bounding(cost) { goal.isReached || shouldStop() }
    if proof.bound == nil || isOptimal(proof, above: bound) {
      goal.end()
    } else if compiled.draft.reduction == 0, let proved = proof.bound {
      goal.raise(to: proved)
    }
    return proof
  }

  /// Whether a proof has a timetable of the least cost, which is more than was known before, so that no
  /// chain can have ended the proof.
  private func isOptimal(_ proof: Proof, above bound: Int) -> Bool {
    guard let proved = proof.bound, let timetable = proof.timetable else { return false }
    return proved > bound && problem.cost(of: timetable) <= Cost(hard: 0, soft: proved)
  }

  /// The cheapest timetable that a single chain finds; it may have hard violations.
  ///
  /// It goes on from a timetable, or begins by chance.
  func timetable(
    byMoves moves: Int,
    seed: UInt64,
    startingFrom timetable: Timetable? = nil
  ) -> Timetable {
    let start = timetable.map(compiled.places)
    var annealing = Annealing(
      compiled,
      startingFrom: start ?? [],
      using: SeededGenerator(seed: seed, stream: 0),
      chain: 0,
      goal: goal(0),
      progress: { _ in }
    )
    let pace = Pace(budget: .moves(moves), start: 0, shouldStop: { false })
    if start == nil {
      annealing.begin(pace, until: 1, times: 1)
    } else {
      annealing.goOn(pace, until: 1)
    }
    return compiled.timetable(annealing.best.array)
  }

  /// The places of a timetable where it costs less than others.
  private func better(_ known: Timetable?, than places: [Place]) -> [Place] {
    guard let known, problem.cost(of: known) < problem.cost(of: compiled.timetable(places)) else {
      return places
    }
    return compiled.places(known).map { $0 ?? .none }
  }

  /// The cheapest of what the chains and the proof found; it does not depend on which of them was faster.
  private func found(
    _ results: [ChainResult],
    beside proof: Proof,
    above bound: Int
  ) -> Found {
    var found = compiled.timetable(results.min()?.places ?? [])
    if let timetable = proof.timetable,
      isOptimal(proof, above: bound) || problem.cost(of: timetable) < problem.cost(of: found)
    {
      found = timetable
    }
    return Found(
      timetable: found,
      cost: problem.cost(of: found),
      moves: results.reduce(0) { $0 + $1.moves },
      bound: proof.bound
    )
  }

  /// The cost at which nothing is left to do; where weights had to be reduced, only at none.
  private func goal(_ bound: Int) -> Goal {
    Goal(hard: compiled.draft.constant.hard, soft: compiled.draft.reduction == 0 ? bound : 0)
  }

  /// What chains beside one another come to, the cheapest first.
  private func results(
    of chains: Int,
    _ search: @escaping @Sendable (Int) -> ChainResult
  ) async -> [ChainResult] {
    await withTaskGroup(of: ChainResult.self) { group in
      for chain in 0..<max(1, chains) { group.addTask { search(chain) } }
      var results: [ChainResult] = []
      for await result in group { results.append(result) }
      return results.sorted()
    }
  }
}

/// What a chain came to.
private struct ChainResult: Comparable, Sendable {
  let chain: Int
  let cost: Change
  let places: [Place]
  let moves: Int

  init(_ chain: Int, _ annealing: borrowing Annealing) {
    self.chain = chain
    cost = annealing.best.cost
    places = annealing.best.array
    moves = annealing.moves
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.cost.hard, left.cost.soft, left.chain) < (right.cost.hard, right.cost.soft, right.chain)
  }
}

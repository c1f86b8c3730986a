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
  }

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
  ///   - shouldStop: Asked every few thousand moves; the best so far counts when it says so.
  ///   - progress: Told, by any chain, whenever it finds a cheaper timetable of its own.
  /// - Returns: The cheapest timetable found. It may have hard violations.
  public func run(
    within budget: Budget,
    seed: UInt64,
    chains: Int = 1,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async -> Found {
    let results = await withTaskGroup(of: ChainResult.self) { group in
      for chain in 0..<max(1, chains) {
        group.addTask {
          var annealing = Annealing(compiled, seed: seed, chain: chain)
          annealing.run(
            Pace(budget: budget, shouldStop: shouldStop),
            progress: progress
          )
          return ChainResult(
            chain: chain,
            best: annealing.best,
            timetable: annealing.bestTimetable(of: problem),
            moves: annealing.moves
          )
        }
      }
      var results: [ChainResult] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.chain < $1.chain }
    }
    let best = results.min { ($0.best.hard, $0.best.soft) < ($1.best.hard, $1.best.soft) }
    let timetable = best?.timetable ?? Timetable(of: problem)
    return Found(
      timetable: timetable,
      cost: problem.cost(of: timetable),
      moves: results.reduce(0) { $0 + $1.moves }
    )
  }

  private struct ChainResult: Sendable {
    let chain: Int
    let best: Change
    let timetable: Timetable
    let moves: Int
  }
}

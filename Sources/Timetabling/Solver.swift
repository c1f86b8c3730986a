/// Lays a programme out: finds a timetable, and proves what can be proved about its cost.
public struct Solver: Sendable {
  /// The problem.
  public let problem: Problem

  /// Takes a problem.
  public init(_ problem: Problem) {
    self.problem = problem
  }

  /// What the exact method can say.
  enum Verdict {
    /// A timetable that can be held, with a bound.
    case found(Solution)
    /// Proof that there is none.
    case none
    /// Nothing: the problem is beyond the method, or the states allowed did not suffice.
    case open(bound: Int)
  }

  /// The widths with which the exact method is run, one after the other.
  static let widths = [64, 1_024, 16_384, 262_144, 4_194_304]

  /// Lays the programme out by the exact method alone.
  ///
  /// - Parameters:
  ///   - known: A timetable that can be held; only better ones are looked for.
  ///   - widths: The widths to try, ascending.
  ///   - shouldStop: Asked from time to time; when true, the best so far is the answer.
  func exactly(
    improving known: Timetable? = nil,
    widths: [Int] = Solver.widths,
    shouldStop: @escaping () -> Bool = { false }
  ) -> Verdict {
    guard let track = Track(problem) else { return .open(bound: 0) }
    var watch = Watch(shouldStop: shouldStop)
    var method = ExactMethod(track, &watch)
    var best = known.map { (timetable: $0, cost: problem.cost(of: $0)) }
    if let found = best, found.cost.hard > 0 { best = nil }
    var bound = 0
    for width in widths {
      let limit = best?.cost.soft ?? .max
      if bound >= limit { break }
      let result = method.run(width: width, below: limit, &watch)
      if let placements = result.placements {
        let timetable = Timetable(of: problem, placements)
        let cost = problem.cost(of: timetable)
        if cost.hard == 0, cost < best?.cost ?? Cost(hard: 1, soft: 0) {
          best = (timetable, cost)
        }
      }
      bound = max(bound, min(limit, result.bound))
      if result.bound == .max || result.bound >= best?.cost.soft ?? .max { break }
      if result.placements != nil, result.bound == result.penalty { break }
      if watch.isOver { break }
    }
    guard let best else { return bound == .max ? .none : .open(bound: bound) }
    return .found(
      Solution(
        timetable: best.timetable,
        cost: best.cost.soft,
        bound: min(bound, best.cost.soft)
      )
    )
  }
}

extension Solver {
  /// Lays the programme out.
  ///
  /// - Parameter seed: The source of chance.
  public func solve(seed: UInt64) -> Outcome {
    switch exactly() {
    case .found(let solution): .laidOut(solution)
    case .none, .open: .infeasible(explainConflict() ?? .unexplained)
    }
  }
}

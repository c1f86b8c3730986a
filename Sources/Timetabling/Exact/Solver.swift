internal import Curricula

/// Lays a programme out: finds a timetable, and proves what can be proved about its cost.
///
/// A problem in which one session is held at a time is solved by the exact method. What is beyond it,
/// or beyond the steps allowed, is searched, and its cost bounded from below.
public struct Solver: Sendable {
  /// The problem.
  public let problem: Problem

  /// Takes a problem in which it is decided which sessions are held; see ``Ways`` for others.
  public init(_ problem: Problem) {
    precondition(!problem.curriculum.isUndecided, "it is open which sessions are held")
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
  ///   - ceiling: Only timetables that cost less are looked for.
  ///   - widths: The widths to try, ascending.
  ///   - steps: The steps allowed, each a fraction of a microsecond.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told after each width what is known.
  /// - Returns: What is found and proved.
  func exactly(
    improving known: Timetable? = nil,
    below ceiling: Int = .max,
    widths: [Int] = Solver.widths,
    steps: Int = .max,
    shouldStop: @escaping () -> Bool = { false },
    progress: (SolverProgress) -> Void = { _ in }
  ) -> Verdict {
    guard let track = Track(problem) else { return .open(bound: 0) }
    var method = ExactMethod(track)
    var watch = Watch(steps: steps, shouldStop: shouldStop)
    var best = Incumbent(known, of: problem)
    var bound = 0
    for width in widths where bound < min(best?.cost ?? .max, ceiling) {
      let limit = min(best?.cost ?? .max, ceiling)
      let result = method.run(width: width, below: limit, &watch)
      if let placements = result.placements,
        let found = Incumbent(Timetable(of: problem, placements), of: problem),
        best.map({ found.cost < $0.cost }) ?? true
      {
        best = found
      }
      bound = max(bound, min(limit, result.bound))
      progress(SolverProgress(cost: best?.cost, bound: bound))
      if watch.isOver || result.bound == .max || result.bound == result.penalty { break }
    }
    guard let best else { return bound == .max ? .none : .open(bound: bound) }
    return .found(best.solution(bound: bound))
  }
}

/// What is known of the least cost while a programme is laid out.
public struct SolverProgress: Hashable, Sendable {
  /// The soft penalty of the cheapest timetable so far; `nil` while there is none that can be held.
  public let cost: Int?
  /// A soft penalty that no timetable can be below; above any cost when none can be held.
  public let bound: Int

  /// Creates what is known.
  public init(cost: Int?, bound: Int) {
    self.cost = cost
    self.bound = bound
  }
}

/// The cheapest timetable so far that can be held.
struct Incumbent {
  let timetable: Timetable
  let cost: Int

  /// Judges a timetable, `nil` when it cannot be held.
  init?(_ timetable: Timetable?, of problem: Problem) {
    guard let timetable else { return nil }
    let cost = problem.cost(of: timetable)
    guard cost.hard == 0 else { return nil }
    self.timetable = timetable
    self.cost = cost.soft
  }

  /// The timetable with what is proved.
  func solution(bound: Int) -> Solution {
    Solution(timetable: timetable, cost: cost, bound: min(bound, cost))
  }
}

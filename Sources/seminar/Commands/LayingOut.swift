import Terminal
import Timetabling

/// A programme being laid out: with progress on standard error, and an end when somebody asks for it.
struct LayingOut: Sendable {
  let problem: Timetabling.Problem
  let seed: UInt64
  let budget: BudgetOptions

  /// Lays the programme out.
  ///
  /// - Returns: What came of it, and whether it was interrupted, so that a timetable is the best so
  ///   far.
  /// - Throws: `Solver.Undecided`, or a `Failure` when it was interrupted before there was a
  ///   timetable.
  func outcome() async throws -> (outcome: Outcome, isInterrupted: Bool) {
    try await budget.run { shouldStop, progress in
      try await Solver(problem).solve(
        within: budget.limits,
        seed: seed,
        shouldStop: shouldStop,
        progress: progress
      )
    }
  }
}

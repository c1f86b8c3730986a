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
    let report = ProgressReport(isAsked: budget.progress)
    let deadline = budget.seconds.map { ContinuousClock.now + .seconds($0) }
    Interruption.remember()
    defer {
      Interruption.forget()
      report.end()
    }
    do {
      let outcome = try await Solver(problem).solveInParallel(
        within: budget.limits,
        seed: seed,
        shouldStop: {
          report.showIfDue()
          return Interruption.hasCome || deadline.map { ContinuousClock.now >= $0 } ?? false
        },
        progress: { report.note($0) }
      )
      return (outcome, Interruption.hasCome)
    } catch {
      guard Interruption.hasCome else { throw error }
      throw Failure(.interrupted, "interrupted before a timetable was found")
    }
  }
}

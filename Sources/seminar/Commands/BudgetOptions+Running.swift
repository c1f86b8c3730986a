import Terminal
import Timetabling

extension BudgetOptions {
  /// Does long work with progress on standard error, and an end when the time is up or somebody asks
  /// for it.
  ///
  /// - Parameters:
  ///   - measure: What the work makes small.
  ///   - work: The work, which asks from time to time whether to stop and tells what is known.
  /// - Returns: What came of it, and whether it was interrupted, so that it is the best so far.
  /// - Throws: What the work throws, or a `Failure` when it was interrupted before there was a
  ///   timetable.
  func run<Result>(
    makingSmall measure: String = "cost",
    _ work: (
      _ shouldStop: @escaping @Sendable () -> Bool,
      _ progress: @escaping @Sendable (SolverProgress) -> Void
    ) async throws -> Result
  ) async throws -> (outcome: Result, isInterrupted: Bool) {
    let report = ProgressReport(of: measure, isAsked: progress)
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    Interruption.remember()
    defer {
      Interruption.forget()
      report.end()
    }
    do {
      let outcome = try await work(
        {
          report.showIfDue()
          return Interruption.hasCome || deadline.map { ContinuousClock.now >= $0 } ?? false
        },
        { report.note($0) }
      )
      return (outcome, Interruption.hasCome)
    } catch {
      guard Interruption.hasCome else { throw error }
      throw Failure(.interrupted, "interrupted before a timetable was found")
    }
  }
}

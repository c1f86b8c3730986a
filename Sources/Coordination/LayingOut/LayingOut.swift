public import Curricula
public import Publishing
public import Timetabling

/// A programme that is laid out within limits, and what can be asked about the result.
///
/// Whoever asks for it follows it and ends it: the work tells what is known, and asks from time to time
/// whether to stop.
public struct LayingOut: Sendable {
  /// What is laid out.
  public let problem: Timetabling.Problem
  /// What decides the search.
  public let seed: UInt64
  /// How much is done.
  public let limits: Solver.Limits

  /// Prepares a programme to be laid out.
  public init(_ problem: Timetabling.Problem, seed: UInt64, within limits: Solver.Limits) {
    self.problem = problem
    self.seed = seed
    self.limits = limits
  }

  /// Lays the programme out.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what one of the searches knows.
  /// - Returns: The timetable or why there is none, ready to be shown.
  /// - Throws: `Solver.Undecided` when neither was found.
  public func publication(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (SolverProgress) -> Void = { _ in }
  ) async throws -> Publication {
    let outcome = try await Solver(problem).solve(
      within: limits,
      seed: seed,
      shouldStop: shouldStop,
      progress: progress
    )
    return Publication(outcome, of: problem, seed: seed)
  }

  /// What holding a session on a day would cost, or why it cannot be held.
  ///
  /// - Parameters:
  ///   - session: The session's identifier.
  ///   - date: The day.
  ///   - best: The cheapest timetable known.
  /// - Returns: The session, and the answer.
  /// - Throws: ``UnknownName``.
  public func why(
    _ session: String,
    on date: CivilDate,
    comparedWith best: Solution
  ) throws(UnknownName) -> (session: Session, answer: WhyNot) {
    guard let index = problem.session(named: session) else {
      throw .session(session, among: problem.curriculum.sessions.map(\.id))
    }
    let answer = Solver(problem).why(index, on: date, comparedWith: best)
    return (problem.curriculum.sessions[index], answer)
  }

  /// What happens if each trainer cannot come on each of their days, and what would help.
  ///
  /// - Parameters:
  ///   - timetable: The timetable.
  ///   - shouldStop: Asked every few milliseconds; when true, the rest stays open.
  /// - Returns: The absences, and the advice.
  public func robustness(
    of timetable: Timetable,
    shouldStop: @escaping () -> Bool = { false }
  ) -> RobustnessReport {
    Solver(problem).robustnessReport(of: timetable, shouldStop: shouldStop)
  }
}

extension Publication {
  /// The timetable with its cost and its bound; `nil` where there is none.
  public var solution: Solution? {
    switch outcome {
    case .laidOut(let solution): solution
    case .infeasible: nil
    }
  }
}

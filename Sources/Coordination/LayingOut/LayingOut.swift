public import Curricula
public import Diagnostics
public import Publishing
public import Timetabling

/// A programme that is laid out within limits, and what can be asked about the result.
///
/// Whoever asks for it follows it and ends it: the work tells what is known, and asks from time to time
/// whether to stop.
public struct LayingOut: Sendable {
  /// What is laid out, one problem for each way to choose which sessions are held.
  public let ways: Ways
  /// What decides the search.
  public let seed: UInt64
  /// How much is done.
  public let limits: Solver.Limits

  /// Prepares a programme to be laid out.
  ///
  /// - Throws: That no way to choose the sessions holds what they need.
  public init(
    _ problem: Timetabling.Problem,
    seed: UInt64,
    within limits: Solver.Limits
  ) throws(Findings) {
    self.init(ways: Ways(try problem.ways()), seed: seed, within: limits)
  }

  /// Prepares a programme to be laid out in one of several ways.
  public init(ways: Ways, seed: UInt64, within limits: Solver.Limits) {
    self.ways = ways
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
    let (problem, outcome) = try await ways.solve(
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
  /// - Returns: The session, the answer, and the problem that it is about.
  /// - Throws: ``UnknownName``, or that no way to choose the sessions holds it.
  public func why(
    _ session: String,
    on date: CivilDate,
    comparedWith best: Solution
  ) throws -> (session: Session, answer: WhyNot, problem: Timetabling.Problem) {
    let curriculum = ways.problems[0].curriculum
    let all = curriculum.sessions + curriculum.notHeld
    guard let asked = all.first(where: { $0.id.lowercased() == session.lowercased() }) else {
      throw UnknownName.session(session, among: all.map(\.id))
    }
    guard let (answer, problem) = ways.why(asked.id, on: date, comparedWith: best) else {
      throw Findings(.notHeldInAnyWay(asked))
    }
    return (asked, answer, problem)
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
    Solver(timetable.problem).robustnessReport(of: timetable, shouldStop: shouldStop)
  }
}

extension Diagnostic {
  /// A session asked about is in a choice and never held.
  fileprivate static func notHeldInAnyWay(_ session: Session) -> Diagnostic {
    Diagnostic(
      .error,
      at: session.location,
      "'\(session.id)' cannot be held: other sessions of its choice are pinned, or were held already",
      remedy: "remove a pin, or raise 'hold'"
    )
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

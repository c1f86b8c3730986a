public import Timetabling

extension Solver.Limits {
  /// The limits that a budget of trial changes and of time sets.
  ///
  /// The number of searches is the same on every machine, so that what they find is too.
  ///
  /// - Parameters:
  ///   - moves: The trial changes of each search; the proof gets fifteen times as many steps.
  ///   - seconds: The time after which somebody ends the work; `nil` when nobody does. The proof gets
  ///     a part of it before there is a search, and goes on beside that.
  public init(moves: Int, seconds: Double?) {
    self.init(
      steps: 15 * moves,
      earlySteps: seconds.map { Int($0 * 500_000) } ?? .max,
      moves: moves,
      chains: 2
    )
  }
}

extension SolverProgress {
  /// What two searches that go on beside one another know together.
  public func joined(with other: SolverProgress) -> SolverProgress {
    SolverProgress(
      cost: [cost, other.cost].compactMap(\.self).min(),
      bound: max(bound, other.bound)
    )
  }
}

public import Curricula

extension Ways {
  /// What the cheapest timetable with a session on a day would cost, whatever else is chosen, or why there
  /// is none.
  ///
  /// - Parameters:
  ///   - session: The identifier of the session.
  ///   - date: The day.
  ///   - best: The timetable to compare with, normally the best there is.
  /// - Returns: The answer and the problem that it is about; `nil` when no way holds the session.
  public func why(
    _ session: String,
    on date: CivilDate,
    comparedWith best: Solution
  ) -> (answer: WhyNot, problem: Problem)? {
    let holding = problems.compactMap { problem in
      problem.session(named: session).map { (problem: problem, session: $0) }
    }
    let own = holding.first { $0.problem.holdsTheSame(as: best.timetable.problem) }
    guard let first = own ?? holding.first else { return nil }
    func answer(of way: (problem: Problem, session: Int)) -> WhyNot {
      // Of a timetable with other sessions nothing can be compared place by place.
      let known =
        way.problem.holdsTheSame(as: best.timetable.problem)
        ? best
        : Solution(timetable: Timetable(of: way.problem), cost: best.cost, bound: best.bound)
      return Solver(way.problem).why(way.session, on: date, comparedWith: known)
    }
    let isHeldThen = own.flatMap { best.timetable.placement(of: $0.session) }.map { placement in
      best.timetable.problem.blocks[placement.block].date == date
    }
    let hasBlocks = first.problem.days.contains { $0.date == date }
    guard holding.count > 1, hasBlocks, isHeldThen != true else {
      return (answer(of: first), first.problem)
    }
    var found: (problem: Problem, solution: Solution)?
    var (bound, isOpen) = (Int.max, false)
    for (problem, session) in holding {
      let ceiling = found?.solution.cost ?? .max
      switch Solver(problem).holding(session, on: date, below: ceiling) {
      case .none: break
      case .open(let least):
        isOpen = isOpen || least < ceiling
        bound = min(bound, least)
      case .found(let solution):
        bound = min(bound, solution.bound)
        if solution.cost < ceiling { found = (problem, solution) }
      }
    }
    guard let found else { return (isOpen ? .open : answer(of: first), first.problem) }
    let (timetable, cost) = (found.solution.timetable, found.solution.cost)
    let comparison = WhyNot.Comparison(
      solution: Solution(timetable: timetable, cost: cost, bound: min(bound, cost)),
      extra: cost - best.cost,
      differences: found.problem.differences(from: best.timetable, to: timetable)
    )
    return (.possible(comparison), found.problem)
  }
}

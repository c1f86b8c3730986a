public import Curricula

extension Solver {
  /// What a timetable with a session on a day would cost, by constraint, or why there is none.
  ///
  /// - Parameters:
  ///   - session: The session, by its index.
  ///   - date: The day.
  ///   - best: The timetable to compare with, normally the best there is.
  ///   - shouldStop: Asked from time to time; when true, the best found so far is the answer.
  /// - Returns: The comparison, or the conflict.
  public func why(
    _ session: Int,
    on date: CivilDate,
    comparedWith best: Solution,
    shouldStop: @escaping () -> Bool = { false }
  ) -> WhyNot {
    guard problem.days.contains(where: { $0.date == date }) else {
      return .noBlock(
        nearest: problem.daysNearest(to: date),
        opening: ExtraBlocks(problem.asked(for: session, on: date), on: date)?.asked ?? []
      )
    }
    if let placement = best.timetable.placement(of: session),
      best.timetable.date(of: placement) == date
    {
      return .heldAlready(placement)
    }
    let solver = Solver(problem.asked(for: session, on: date))
    switch solver.exactly(shouldStop: shouldStop) {
    case .found(let solution):
      return .possible(
        WhyNot.Comparison(
          solution: solution,
          extra: solution.cost - best.cost,
          differences: problem.differences(from: best.timetable, to: solution.timetable)
        )
      )
    case .open where shouldStop(): return .open
    case .none, .open:
      return solver.conflict(asking: [problem.constraints.count], on: date)
        .map { .impossible($0) } ?? .open
    }
  }
}

extension Solver {
  /// The cheapest timetable with a session on a day, or proof that there is none.
  func holding(_ session: Int, on date: CivilDate, below ceiling: Int) -> Verdict {
    Solver(problem.asked(for: session, on: date)).exactly(below: ceiling)
  }
}

extension Problem {
  /// The problem in which a session is held on a day.
  fileprivate func asked(for session: Int, on date: CivilDate) -> Problem {
    var asked = with(constraints: constraints + [asking(session, on: date)])
    guard remade(from: curriculum) != nil else { return asked }
    let remaking = remaking
    asked.remaking = { made in
      (remaking?(made) ?? made.constraints) + [made.asking(session, on: date)]
    }
    return asked
  }

  /// That a session is held on a day.
  fileprivate func asking(_ session: Int, on date: CivilDate) -> Constraint {
    let declared = curriculum.sessions[session]
    let rule = Single(of: [session], reads: .block) { [blocks] placement in
      blocks[placement.block].date == date ? 0 : 1
    }
    let statement = Statement(
      Subject(session: session, declared.id),
      "is to be held on \(date.spelled), as asked"
    )
    let origin = Origin("asked", .hard, .given, statement, at: declared.location)
    return Constraint(origin, rule)
  }

  /// The last day with a block before a day and the first after it.
  fileprivate func daysNearest(to date: CivilDate) -> [CivilDate] {
    let dates = days.map(\.date)
    return [dates.last { $0 < date }, dates.first { $0 > date }].compactMap(\.self)
  }

  /// The declarations whose penalties differ between two timetables, the greatest increase first.
  public func differences(from former: Timetable, to latter: Timetable) -> [WhyNot.Difference] {
    func sums(_ timetable: Timetable) -> [Origin: Int] {
      // Another way to choose the sessions that are held is another problem.
      let isOther =
        timetable.problem.sessions.count != sessions.count
        || timetable.problem.curriculum.decision != curriculum.decision
      let problem = isOther ? timetable.problem : self
      return problem.penalties(of: timetable).reduce(into: [:]) { sums, penalty in
        let origin = problem.constraints[penalty.constraint].origin
        let cost = Cost(penalty.violation.excess, at: origin.weight)
        sums[origin, default: 0] = sums[origin, default: 0].saturatingAdded(to: cost.soft)
      }
    }
    let (before, after) = (sums(former), sums(latter))
    return Set(before.keys).union(after.keys)
      .map { origin in
        WhyNot.Difference(
          origin: origin,
          before: before[origin] ?? 0,
          after: after[origin] ?? 0
        )
      }
      .filter { $0.before != $0.after }
      .sorted { left, right in
        let increases = (left.after - left.before, right.after - right.before)
        guard increases.0 == increases.1 else { return increases.0 > increases.1 }
        return left.origin.location == right.origin.location
          ? left.origin.sentence < right.origin.sentence
          : left.origin.location < right.origin.location
      }
  }
}

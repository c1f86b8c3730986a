internal import Curricula

extension Solver {
  /// What happens to a timetable when trainers cannot come, and which single changes of the curriculum
  /// would make most absences survivable.
  ///
  /// - Parameters:
  ///   - timetable: A timetable of the problem that can be held.
  ///   - shouldStop: Asked from time to time; when true, the rest stays open.
  /// - Returns: The absences, and the advice.
  public func robustnessReport(
    of timetable: Timetable,
    shouldStop: @escaping () -> Bool = { false }
  ) -> RobustnessReport {
    let absences = robustness(of: timetable, shouldStop: shouldStop)
    let search = PrecautionSearch(timetable, absences, shouldStop: shouldStop)
    return RobustnessReport(absences: absences, advice: search.advice)
  }

  /// For every trainer and every day on which they hold something: whether the programme survives when
  /// they cannot come, and how few sessions have to move to another block.
  ///
  /// Whoever stands in counts as no move, and so do other times and rooms within a block. Among the
  /// timetables found with the fewest moves a cheap one is given.
  ///
  /// - Parameters:
  ///   - timetable: A timetable of the problem that can be held.
  ///   - shouldStop: Asked from time to time; when true, the rest stays open.
  /// - Returns: One entry for each trainer and day, in the order of days, then of trainers.
  /// - Complexity: Two runs of the exact method for each entry, or of the choice of blocks and a short
  ///   search where sessions can be held at the same time.
  public func robustness(
    of timetable: Timetable,
    shouldStop: @escaping () -> Bool = { false }
  ) -> [Robustness] {
    problem.days.indices.flatMap { day in
      problem.curriculum.trainers.indices.compactMap { trainer in
        let held = timetable.placements(of: .trainer(trainer))
          .filter { timetable.day(of: $0) == day }.map(\.session).sorted()
        guard !held.isEmpty else { return nil }
        return Robustness(
          trainer: trainer,
          date: problem.days[day].date,
          sessions: held,
          effect: effect(of: timetable, without: trainer, on: day, shouldStop)
        )
      }
    }
  }

  private func effect(
    of timetable: Timetable,
    without trainer: Int,
    on day: Int,
    _ shouldStop: @escaping () -> Bool
  ) -> Robustness.Effect {
    let absence = problem.absence(of: trainer, on: problem.days[day].date)
    let hard = problem.constraints.filter { $0.weight == .hard } + [absence]
    let fewest = problem.with(constraints: hard + [timetable.staying(weight: 1)])
    switch Solver(fewest).exactly(widths: Self.robustnessWidths, shouldStop: shouldStop) {
    case .none: return .fails
    case .open: return effect(of: timetable, byBlocksOf: fewest, absence, shouldStop)
    case .found(let solution):
      let moved = timetable.moved(to: solution.timetable)
      let cheaper = cheap(solution.timetable, of: timetable, absence, shouldStop)
      let kept = timetable.moved(to: cheaper).count == moved.count ? cheaper : solution.timetable
      return .survives(
        Robustness.Change(
          moved: timetable.moved(to: kept),
          bound: solution.bound,
          timetable: Timetable(of: problem, kept.placements)
        )
      )
    }
  }

  private static let robustnessWidths = [64, 1_024, 16_384, 262_144]

  /// What becomes of a timetable whose sessions can be held at the same time: the fewest moves follow
  /// from the choice of blocks.
  private func effect(
    of timetable: Timetable,
    byBlocksOf fewest: Problem,
    _ absence: Constraint,
    _ shouldStop: @escaping () -> Bool
  ) -> Robustness.Effect {
    var blocks = BlockBound(fewest)
    switch blocks.raise(to: .max, steps: Self.robustnessSteps, shouldStop: shouldStop) {
    case .impossible: return .fails
    case .bound(let bound):
      guard let chosen = blocks.chosen else { return .open }
      let trial = problem.with(constraints: problem.constraints + [absence])
      let found = Search.timetable(
        of: trial,
        in: chosen,
        byMoves: Self.robustnessMoves,
        startingFrom: timetable
      )
      guard trial.cost(of: found).hard == 0 else { return .open }
      return .survives(
        Robustness.Change(
          moved: timetable.moved(to: found),
          bound: bound,
          timetable: Timetable(of: problem, found.placements)
        )
      )
    }
  }

  private static let robustnessSteps = 2_000_000
  private static let robustnessMoves = 200_000

  /// A cheaper timetable with as few moves, where a short search finds one.
  private func cheap(
    _ known: Timetable,
    of timetable: Timetable,
    _ absence: Constraint,
    _ shouldStop: @escaping () -> Bool
  ) -> Timetable {
    // A move costs more than all else together does now.
    let weight = problem.cost(of: known).soft.saturatingAdded(to: 1)
    let trial = problem.with(
      constraints: problem.constraints + [absence, timetable.staying(weight: weight)]
    )
    let verdict = Solver(trial).exactly(
      improving: Timetable(of: trial, known.placements),
      widths: [64],
      shouldStop: shouldStop
    )
    guard case .found(let solution) = verdict else { return known }
    return solution.timetable
  }
}

extension Problem {
  /// That a trainer cannot come on a day.
  func absence(of trainer: Int, on date: CivilDate) -> Constraint {
    let held = sessions.indices(possiblyIn: .trainer(trainer))
    let absence = Single(of: held, reads: [.block, .trainers]) { [blocks] placement in
      blocks[placement.block].date == date && placement.trainers.contains(trainer) ? 1 : 0
    }
    return rule(absence)
  }
}

extension Timetable {
  /// That sessions stay in their blocks.
  fileprivate func staying(weight: Int) -> Constraint {
    var blocks = [Int?](repeating: nil, count: problem.sessions.count)
    for placement in placements { blocks[placement.session] = placement.block }
    let rule = Single(of: placements.map(\.session), reads: .block) { [blocks] placement in
      blocks[placement.session] == placement.block ? 0 : 1
    }
    return problem.rule(rule, .soft(weight))
  }

  /// The sessions that another timetable holds in another block, ascending.
  fileprivate func moved(to other: Timetable) -> [Int] {
    placements.map(\.session).filter { session in
      placement(of: session)?.block != other.placement(of: session)?.block
    }
  }
}

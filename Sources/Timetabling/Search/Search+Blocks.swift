extension Search {
  /// A timetable in which each session is held in a block that is given; it may break what must hold.
  ///
  /// The search goes on from a timetable, or begins by chance.
  static func timetable(
    of problem: Problem,
    in blocks: [Int],
    byMoves moves: Int,
    startingFrom timetable: Timetable? = nil
  ) -> Timetable {
    let there = Single(of: Array(problem.sessions.indices), reads: .block) {
      blocks[$0.session] == $0.block ? 0 : 1
    }
    let pinned = problem.with(constraints: problem.constraints + [problem.rule(there)])
    return Timetable(
      of: problem,
      Search(pinned).timetable(
        byMoves: moves,
        seed: 1,
        startingFrom: timetable.map { Timetable(of: pinned, $0.placements) }
      ).placements
    )
  }
}

extension BlockBound {
  /// The choices of blocks that are tried, and the steps with which each is looked for.
  private static let (choices, choiceSteps) = (16, 2_000_000)

  /// The cheapest timetable that a short search finds in the chosen blocks; where it costs more than
  /// they do, other choices that cost as little are tried.
  ///
  /// - Parameters:
  ///   - problem: The problem of the bound.
  ///   - moves: The trial changes for the first choice; the others get a quarter.
  ///   - shouldStop: Asked every few milliseconds.
  /// - Returns: A timetable, which may break what must hold; `nil` where no blocks are chosen.
  mutating func timetable(
    of problem: Problem,
    byMoves moves: Int,
    shouldStop: @escaping () -> Bool = { false }
  ) -> Timetable? {
    var best = byDays.map { (timetable: $0, cost: problem.cost(of: $0)) }
    var last = byDays
    if let best, best.cost <= Cost(hard: 0, soft: bound) { return best.timetable }
    for choice in 0..<Self.choices {
      guard let chosen else { break }
      let found = Search.timetable(
        of: problem,
        in: chosen,
        byMoves: choice == 0 ? moves : moves / 4,
        startingFrom: last
      )
      let cost = problem.cost(of: found)
      if best.map({ cost < $0.cost }) ?? true { best = (found, cost) }
      last = found
      guard cost > Cost(hard: 0, soft: bound), !shouldStop(),
        chooseAnother(than: found, steps: Self.choiceSteps, shouldStop: shouldStop)
      else { break }
    }
    return best?.timetable
  }
}

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

/// Constraints of no known form: each move asks for all their violations.
///
/// - Complexity: That of the readable definitions, at every move.
struct OtherCounters: ~Copyable, Counters {
  private let problem: Problem
  private let constraints: [(constraint: any Constraint, level: Level)]

  init(_ draft: Draft) {
    problem = draft.problem
    constraints = draft.others
  }

  var isEmpty: Bool { constraints.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    let before = board.timetable(of: problem)
    let after = Timetable(
      of: problem,
      before.placements + [board.placement(of: session, at: to)]
    )
    return cost(of: after) - cost(of: before)
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {}

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {}

  mutating func total(on board: inout Board) -> Change {
    cost(of: board.timetable(of: problem))
  }

  private func cost(of timetable: Timetable) -> Change {
    constraints.reduce(.none) { sum, term in
      term.constraint.violations(in: timetable).reduce(sum) {
        $0 + Change($1.excess, at: term.level)
      }
    }
  }
}

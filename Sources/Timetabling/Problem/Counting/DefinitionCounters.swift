/// Shapes without counters of their own: each move asks for all their violations.
///
/// - Complexity: That of the readable definitions, at every move.
struct DefinitionCounters: ~Copyable, Counters {
  private let problem: Problem
  private let shapes: [(shape: any Shape, level: Level)]

  init(_ draft: Draft) {
    problem = draft.problem
    shapes = draft.others
  }

  var isEmpty: Bool { shapes.isEmpty }

  mutating func change(by move: Move, on board: inout Board) -> Change {
    let before = board.timetable(of: problem)
    let after = Timetable(
      of: problem,
      before.placements + [board.placement(of: move.session, at: move.to)]
    )
    return cost(of: after) - cost(of: before)
  }

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {}

  mutating func total(on board: inout Board) -> Change {
    cost(of: board.timetable(of: problem))
  }

  private func cost(of timetable: Timetable) -> Change {
    shapes.reduce(.none) { sum, term in
      term.shape.violations(in: timetable).reduce(sum) {
        $0 + Change($1.excess, at: term.level)
      }
    }
  }
}

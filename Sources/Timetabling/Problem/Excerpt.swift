internal import Curricula

/// Some sessions of a problem with some of its constraints, as a problem of its own.
///
/// Leaving out sessions or constraints never makes a problem harder: a constraint that sessions left
/// out could help to satisfy, such as a least load, is left out with them. So what is impossible in an
/// excerpt is impossible in the whole.
struct Excerpt {
  /// The problem that it is taken from.
  let source: Problem
  /// The sessions, by their indices in the source, ascending.
  let sessions: [Int]
  /// The constraints, by their indices in the source.
  let constraints: [Int]
  /// For each session of the source its index here.
  private let positions: [Int?]

  init(of source: Problem, sessions: [Int], constraints: [Int]) {
    self.source = source
    self.sessions = sessions
    self.constraints = constraints
    var positions = [Int?](repeating: nil, count: source.sessions.count)
    for (position, session) in sessions.enumerated() { positions[session] = position }
    self.positions = positions
  }

  /// The same constraints on fewer of the sessions.
  func restricted(to sessions: [Int]) -> Excerpt {
    Excerpt(of: source, sessions: sessions, constraints: constraints)
  }

  /// The minutes of its sessions together.
  var minutes: Int {
    sessions.reduce(0) { $0 + source.sessions[$1].minutes }
  }

  /// The excerpt as a problem: sessions have their index here, and constraints follow.
  var problem: Problem {
    let held = sessions.indices.map { source.rule(InsideBlock(session: $0)) }
    var problem = source.with(constraints: held + constraints.compactMap(excerpted))
    problem.sessions = sessions.map { source.sessions[$0] }
    return problem
  }

  /// Placements of the source as a timetable of the excerpt's problem, those of its sessions.
  func timetable(of problem: Problem, _ placements: [Placement]) -> Timetable {
    Timetable(
      of: problem,
      placements.compactMap { placement in
        positions[placement.session].map {
          var placement = placement
          placement.session = $0
          return placement
        }
      }
    )
  }

  /// A timetable of the excerpt's problem as placements of the source.
  func placements(of timetable: Timetable) -> [Placement] {
    timetable.placements.map { placement in
      var placement = placement
      placement.session = sessions[placement.session]
      return placement
    }
  }

  private func excerpted(_ index: Int) -> Constraint? {
    let constraint = source.constraints[index]
    return constraint.shape.excerpt(in: self).map { Constraint(constraint.origin, $0) }
  }

  /// The index here of a session of the source; `nil` when it is left out.
  func position(_ session: Int) -> Int? { positions[session] }

  /// Whether all that a selection may take in is here.
  func hasAll(of selection: Selection) -> Bool {
    source.sessions.indices(possiblyIn: selection).allSatisfy { positions[$0] != nil }
  }
}

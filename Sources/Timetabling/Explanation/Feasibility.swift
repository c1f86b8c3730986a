internal import Curricula

/// Whether an excerpt has a timetable.
struct Feasibility {
  private(set) var answer: FeasibilityOracle.Answer
  /// The timetable that was found, as placements of the source.
  private(set) var placements: [Placement]?

  /// Decides, or finds that it cannot.
  ///
  /// - Complexity: That of ``ExactMethod`` for each row of sessions that cannot overlap.
  init(of excerpt: Excerpt, _ effort: RowSearch.Effort = .thorough) {
    answer = .possible
    placements = []
    guard !excerpt.sessions.isEmpty else {
      // Even then something may be missing: what nobody holds cannot fill a least load.
      let problem = excerpt.problem
      if problem.cost(of: Timetable(of: problem)).hard > 0 { answer = .impossible }
      return
    }
    placements = nil
    answer = .impossible
    guard !excerpt.isOverfull else { return }
    let row = Row(excerpt)
    guard !row.hasCircle else { return }
    var all: [Placement] = []
    var isOpen = false
    for part in row.parts {
      let (answer, found) = Self.decide(excerpt.restricted(to: part), row, effort)
      if answer == .impossible { return }
      if answer == .unknown { isOpen = true }
      all += found ?? []
    }
    answer = isOpen ? .unknown : .possible
    placements = isOpen ? nil : all
  }

  /// Decides for sessions that constraints tie together.
  private static func decide(
    _ part: Excerpt,
    _ row: Row,
    _ effort: RowSearch.Effort
  ) -> (FeasibilityOracle.Answer, [Placement]?) {
    let isRow = row.isExclusive(part.sessions)
    if isRow, part.minutes > part.source.blocks.reduce(0, { $0 + $1.minutes }) {
      return (.impossible, nil)
    }
    let isFollowed = isRow && part.sessions.count <= SessionSet.capacity
    if isFollowed {
      // What days alone tell soon, and what the choice of blocks tells, come before laborious proofs.
      let (answer, placements) = decideInRow(part, effort.first)
      if answer != .unknown { return (answer, placements) }
    }
    var blocks = BlockBound(part.problem)
    let verdict = blocks.raise(to: .max, steps: effort.blockSteps, shouldStop: { false })
    if case .impossible = verdict { return (.impossible, nil) }
    if isFollowed {
      if let chosen = blocks.chosen, let placements = arranged(part, within: chosen, effort) {
        return (.possible, placements)
      }
      if effort != effort.first {
        let (answer, placements) = decideInRow(part, effort)
        if answer != .unknown { return (answer, placements) }
      }
      guard Track(part.problem)?.isRelaxed ?? true else { return (.unknown, nil) }
    }
    if let placements = searched(part, effort) { return (.possible, placements) }
    if let chosen = blocks.chosen,
      let placements = searched(part, within: chosen, effort)
    {
      return (.possible, placements)
    }
    for row in row.exclusiveSets(in: part.sessions) {
      let (answer, _) = decideInRow(part.restricted(to: row), effort)
      if answer == .impossible { return (.impossible, nil) }
    }
    // One at a time is more than is asked; what can be done so can be done.
    let (answer, placements) = decideInRow(part, effort)
    return answer == .possible ? (.possible, placements) : (.unknown, nil)
  }

  /// A timetable that a short search finds.
  private static func searched(
    _ excerpt: Excerpt,
    _ effort: RowSearch.Effort
  ) -> [Placement]? {
    let problem = excerpt.problem
    let found = Search(problem).timetable(byMoves: effort.moves, seed: 0)
    return problem.cost(of: found).hard == 0 ? excerpt.placements(of: found) : nil
  }

  /// A timetable in which each session is held in a block that is given.
  private static func searched(
    _ excerpt: Excerpt,
    within blocks: [Int],
    _ effort: RowSearch.Effort
  ) -> [Placement]? {
    let problem = excerpt.problem
    let found = Search.timetable(of: problem, in: blocks, byMoves: effort.moves)
    return problem.cost(of: found).hard == 0 ? excerpt.placements(of: found) : nil
  }

  /// A timetable of sessions of which one is held at a time, each in a block that is given.
  private static func arranged(
    _ excerpt: Excerpt,
    within blocks: [Int],
    _ effort: RowSearch.Effort
  ) -> [Placement]? {
    RowSearch(excerpt.problem, effort).timetable(within: blocks).map(excerpt.placements)
  }

  /// Decides for sessions of which one is held at a time.
  private static func decideInRow(
    _ excerpt: Excerpt,
    _ effort: RowSearch.Effort
  ) -> (FeasibilityOracle.Answer, [Placement]?) {
    let problem = excerpt.problem
    let (verdict, timetable) = RowSearch(problem, effort).verdict
    return (verdict, timetable.map(excerpt.placements))
  }
}

extension Feasibility {
  /// Whether a whole problem has a timetable, whatever it costs; decided as far as it is quick.
  init(ofAll problem: Problem, _ effort: RowSearch.Effort = .brief) {
    self.init(
      of: Excerpt(
        of: problem,
        sessions: Array(problem.sessions.indices),
        constraints: problem.constraints.indices.filter {
          problem.constraints[$0].weight == .hard
        }
      ),
      effort
    )
  }
}

extension Excerpt {
  /// Whether sessions that cannot overlap have more minutes than all blocks.
  ///
  /// - Complexity: O(constraints × sessions).
  fileprivate var isOverfull: Bool {
    var isHere = [Bool](repeating: false, count: source.sessions.count)
    for session in sessions { isHere[session] = true }
    let most = source.blocks.reduce(0) { $0 + $1.minutes }
    return constraints.contains { index in
      let shape = source.constraints[index].shape
      guard case .overlaps = shape.outlook else { return false }
      let row = source.sessions.indices(certainlyIn: shape.selection).filter { isHere[$0] }
      return row.reduce(0) { $0 + source.sessions[$1].minutes } > most
    }
  }
}

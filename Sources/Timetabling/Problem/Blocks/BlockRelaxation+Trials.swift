internal import Curricula

// Other choices of blocks that cost as little, where times showed that one does not work.
extension BlockRelaxation {
  /// What is avoided by assumption alone: nothing of it is proved.
  struct Trials: Sendable {
    /// Where this is true, the rows of sessions that did not work are avoided.
    let rows: Literal
    /// Where this is true, whole blocks that did not work are avoided.
    let blocks: Literal
  }

  /// Something in a timetable that costs more than the choice of blocks does.
  private struct Obstacle {
    /// The sessions with their blocks.
    let held: [(session: Int, block: Int)]
    /// The sessions of the same rows that are not there, where all is in one block.
    let absent: [Int]
  }

  /// Looks for another choice that costs no more than the bound.
  ///
  /// Avoids what of a timetable in the chosen blocks costs more than they do: first the sessions of the
  /// rows concerned, in all blocks that begin and end alike; where no choice is left without these, only
  /// all sessions of the blocks concerned. That is a trial, not a proof: no bound rises by it.
  mutating func chooseAnother(than timetable: Timetable, _ watch: inout Watch) -> Bool {
    let obstacles = obstacles(in: timetable)
    guard !obstacles.isEmpty else { return false }
    let trials =
      self.trials
      ?? Trials(
        rows: penalty.solver.variable(trying: true),
        blocks: penalty.solver.variable(trying: true)
      )
    self.trials = trials
    for obstacle in obstacles {
      avoid(obstacle, where: trials.rows)
      avoid(whole(obstacle, in: timetable), where: trials.blocks)
    }
    for assumed in [[trials.rows, trials.blocks], [trials.blocks]] {
      while penalty.another(assuming: assumed, &watch, conflicts: Self.trialPatience) {
        if !ruleOutCrowds(&watch) { return true }
      }
    }
    return false
  }

  /// The contradictions after which no other choice is looked for.
  private static let trialPatience = 5_000

  /// What costs more in a timetable than the last answer says.
  private func obstacles(in timetable: Timetable) -> [Obstacle] {
    var found: [Obstacle] = []
    for (constraint, wishes) in zip(problem.constraints, wishes) {
      let violations = constraint.shape.violations(in: timetable).filter { $0.excess > 0 }
      let cost = violations.reduce(Cost.zero) { $0 + Cost($1.excess, at: constraint.weight) }
      guard cost.hard > 0 || cost.soft > penalty.cost(of: wishes) else { continue }
      // What single placements cost is in the ways to hold them.
      if constraint.single != nil, cost.hard == 0 { continue }
      found += violations.map { obstacle($0.sessions, in: timetable) }
    }
    if found.isEmpty {
      found = timetable.placements.filter { placement in
        let own = Timetable(of: problem, [placement])
        let cost = problem.constraints.reduce(0) { sum, constraint in
          guard constraint.single != nil else { return sum }
          return constraint.shape.violations(in: own).reduce(sum) {
            $0 + Cost($1.excess, at: constraint.weight).soft
          }
        }
        return cost > self.cost(of: placement)
      }.map { obstacle([$0.session], in: timetable) }
    }
    return found
  }

  /// What some sessions are an example of: where they are in one block, all of the rows to which each of
  /// them belongs.
  private func obstacle(_ sessions: [Int], in timetable: Timetable) -> Obstacle {
    let held = timetable.placements(of: sessions).map { (session: $0.session, block: $0.block) }
    guard let block = held.first?.block, held.allSatisfy({ $0.block == block }) else {
      return Obstacle(held: held, absent: [])
    }
    let rows = exclusions.map { problem.constraints[$0].shape.selection }.filter(\.isFixed)
      .map(members(certainlyIn:)).filter { Set($0).isSuperset(of: sessions) }
    let row = rows.reduce(into: Set(sessions)) { $0.formUnion($1) }.sorted()
    let there = Set(timetable.placements(of: row).filter { $0.block == block }.map(\.session))
    return Obstacle(
      held: there.sorted().map { ($0, block) },
      absent: row.filter { !there.contains($0) }
    )
  }

  /// The same with all sessions of the blocks concerned.
  private func whole(_ obstacle: Obstacle, in timetable: Timetable) -> Obstacle {
    let blocks = Set(obstacle.held.map(\.block))
    return Obstacle(
      held: timetable.placements.filter { blocks.contains($0.block) }
        .map { (session: $0.session, block: $0.block) },
      absent: obstacle.absent
    )
  }

  /// Avoids an obstacle, and its like in blocks that begin and end alike, where a literal is true.
  private mutating func avoid(_ obstacle: Obstacle, where assumed: Literal) {
    guard let first = obstacle.held.first?.block else { return }
    let isInOne = obstacle.held.allSatisfy { $0.block == first }
    func hours(_ block: Int) -> Range<Int> {
      problem.blocks[block].start..<problem.blocks[block].end
    }
    let own = hours(first)
    let like = isInOne ? problem.blocks.indices.filter { hours($0) == own } : [first]
    for block in like {
      let there = obstacle.held.compactMap { held($0.session, in: isInOne ? block : $0.block) }
      guard there.count == obstacle.held.count else { continue }
      let others = obstacle.absent.compactMap { held($0, in: block) }
      penalty.solver.require(anyOf: [!assumed] + there.map { !$0 } + others)
    }
  }
}

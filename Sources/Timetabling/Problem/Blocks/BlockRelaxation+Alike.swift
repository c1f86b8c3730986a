internal import Curricula

/// What tells sessions apart in a lesson: any so many that are alike would have taught the same.
private struct Kind: Hashable {
  let block: Int
  let minutes: Int
  let choices: [DayTrial.Choice]
  /// What of that counts which the lesson looks at.
  let occupies: Set<Int>
  /// For each statement by which a constraint of the lesson tells sessions apart, whether it takes one in.
  let memberships: [Bool]
  /// Who holds it, and where it could be held, where a constraint looks at that.
  let trainers: [Int]?
  let rooms: [Int]?
  /// The session itself, where nothing is like it.
  let itself: Int?
}

// Lessons of sessions that are alike.
extension BlockRelaxation {
  /// Literals of which one is true where a lesson about a day says nothing: fewer sessions than in it are
  /// held so, or more than it has seen of those that it asked for.
  mutating func conditions(of excerpt: DayLessons.Excerpt, on day: Int) -> [Literal] {
    var kinds: [(kind: Kind, count: Int)] = []
    for held in excerpt.held {
      let kind = kind(of: held.session, in: held.way, by: excerpt)
      if let place = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[place].count += 1
      } else {
        kinds.append((kind, 1))
      }
    }
    var conditions: [Literal] = []
    for (kind, count) in kinds {
      let alike = literals(ofAll: kind, by: excerpt)
      conditions.append(!literal(where: count, areAmong: alike))
    }
    let asked = asked(by: excerpt)
    for block in problem.days[day].blocks {
      let count = excerpt.held.count { $0.way.block == block && asked.contains($0.session) }
      let here = asked.sorted().compactMap { held($0, in: block) }
      if count == 0 {
        conditions += here
      } else if here.count > count {
        conditions.append(literal(onlyWhere: count + 1, areAmong: here))
      }
    }
    return conditions
  }

  /// A session as an excerpt holds it.
  func entry(_ session: Int, in way: Way, by excerpt: DayLessons.Excerpt) -> DayTrial.Entry {
    let trainers = trainers(of: way.team, session)
    var choices: [DayTrial.Choice] = []
    for run in placements.runs[way.team] where Int(run.block) == way.block {
      for choice in placements.choices(
        ofTeam: way.team,
        of: trainers,
        holding: session,
        in: run,
        problem
      ) {
        let room = excerpt.hasRooms ? choice.room : nil
        let taken = room.map { self.taken(by: $0).filter(takenRooms.contains) } ?? []
        let cost = excerpt.hasSingles ? placements.blockCost(way) + choice.cost : 0
        choices.append(
          DayTrial.Choice(start: choice.start, room: room, taken: taken, cost: cost)
        )
      }
    }
    if !excerpt.hasRooms { choices = choices.cheapestPerStart }
    return DayTrial.Entry(
      session: session,
      block: way.block,
      trainers: trainers,
      choices: choices.sorted { ($0.cost, $0.start) < ($1.cost, $1.start) },
      occupies: excerpt.exclusions.intersection(occupied(by: session, trainers: trainers))
    )
  }

  private func kind(
    of session: Int,
    in way: Way,
    by excerpt: DayLessons.Excerpt
  ) -> Kind {
    let entry = entry(session, in: way, by: excerpt)
    var memberships: [Bool] = []
    // What single placements cost is on the ways of the sessions themselves.
    var (needsTrainers, needsRooms, isAlone) = (false, false, excerpt.hasSingles)
    for rule in excerpt.rules.map({ rule($0) }) {
      var selections = [rule.scope, rule.shape.selection]
      if case .overlaps = rule.shape.outlook {
        // It counts whatever it takes in.
      } else if rule.shape.distinctions.isEmpty {
        isAlone = true
      }
      for distinction in rule.shape.distinctions {
        switch distinction {
        case .membership(let selection): selections.append(selection)
        case .rooms: needsRooms = true
        case .everything: isAlone = true
        }
      }
      for selection in selections {
        memberships.append(problem.sessions.indices(possiblyIn: selection).contains(session))
        if selection.dependsOnTrainers { needsTrainers = true }
        if selection.dependsOnRooms { needsRooms = true }
      }
    }
    let others = Set(excerpt.held.map(\.session))
    let isOrdered =
      excerpt.hasOrders
      && orders.contains {
        $0.earlier == session && others.contains($0.later)
          || $0.later == session && others.contains($0.earlier)
      }
    return Kind(
      block: way.block,
      minutes: problem.sessions[session].minutes,
      choices: entry.choices,
      occupies: entry.occupies,
      memberships: memberships,
      trainers: needsTrainers ? entry.trainers : nil,
      rooms: needsRooms ? problem.sessions[session].rooms : nil,
      itself: isAlone || isOrdered ? session : nil
    )
  }

  /// For each session that can be held as a kind says the literal that it is.
  private mutating func literals(ofAll kind: Kind, by excerpt: DayLessons.Excerpt) -> [Literal] {
    var literals: [Literal] = []
    for session in problem.sessions.indices
    where problem.sessions[session].minutes == kind.minutes
      && (kind.itself ?? session) == session
    {
      let own = ways[session].filter {
        $0.block == kind.block && self.kind(of: session, in: $0, by: excerpt) == kind
      }.map(\.literal)
      guard !own.isEmpty else { continue }
      literals.append(own.count == 1 ? own[0] : literal(where: 1, areAmong: own))
    }
    return literals
  }

  /// A literal that is true where so many of some literals are.
  private mutating func literal(where count: Int, areAmong literals: [Literal]) -> Literal {
    if literals.count == 1 { return literals[0] }
    let key = DayLessons.Count(literals: literals, least: count, isCertain: false)
    if let known = lessons.counts[key] { return known }
    let literal = penalty.solver.variable()
    if count == 1 {
      for one in literals { penalty.solver.require(anyOf: [!one, literal]) }
    } else {
      penalty.solver.require(
        literals.map { Term(1, $0) } + [Term(literals.count - count + 1, !literal)],
        atMost: literals.count
      )
    }
    lessons.counts[key] = literal
    return literal
  }

  /// A literal that is false where fewer than so many of some literals are true.
  private mutating func literal(onlyWhere count: Int, areAmong literals: [Literal]) -> Literal {
    let key = DayLessons.Count(literals: literals, least: count, isCertain: true)
    if let known = lessons.counts[key] { return known }
    let literal = penalty.solver.variable()
    penalty.solver.require(
      literals.map { Term(1, !$0) } + [Term(count, literal)],
      atMost: literals.count
    )
    lessons.counts[key] = literal
    return literal
  }
}

extension PlacementDraft {
  /// What holding a session in a way costs for the block alone.
  fileprivate func blockCost(_ way: BlockRelaxation.Way) -> Int {
    byBlock[way.team, way.block].soft
  }
}

internal import Curricula

/// Looks for a smallest set of facts that cannot hold together.
struct ConflictSearch {
  let problem: Problem
  let facts: [Fact]
  private(set) var oracle: FeasibilityOracle

  /// The most sessions whose lengths are told one by one.
  static let tellable = 8

  /// - Parameters:
  ///   - problem: The problem.
  ///   - background: Constraints that are not to be blamed, by their indices.
  init(_ problem: Problem, background: [Int] = []) {
    self.problem = problem
    facts = problem.facts.filter { fact in
      !fact.constraints.contains(where: background.contains)
    }
    oracle = FeasibilityOracle(problem, facts: facts, background: background)
  }

  /// A smallest set of facts, by their indices, in the order of their standing; `nil` when it is not
  /// proved that they cannot all hold.
  ///
  /// Simple reasons are looked for first: those about one session, then those about too little room.
  mutating func conflict() -> [Int]? {
    guard answer(for: Array(facts.indices)) == .impossible else { return nil }
    for some in simpleReasons where answer(for: some) == .impossible {
      return smallest(among: some)
    }
    return smallest(among: Array(facts.indices))
  }

  private mutating func smallest(among facts: [Int]) -> [Int] {
    QuickXplain.smallest(among: facts) { oracle.answer(for: $0) == .impossible }.sorted()
  }

  /// Parts of the facts in which a conflict is easily understood, the simplest first.
  var simpleReasons: [[Int]] {
    let sessions = facts.indices.filter { facts[$0].session != nil }
    let constraints = facts.indices.filter { facts[$0].session == nil }
    let closed = constraints.filter { facts[$0].standing == .given }
    let loads = constraints.filter { fact in
      facts[fact].constraints.allSatisfy {
        if case .load = problem.constraints[$0].form { true } else { false }
      }
    }
    return sessions.map { constraints + [$0] }
      + [sessions, sessions + closed, loads + sessions + closed]
  }

  /// Whether the facts of some indices can hold together.
  mutating func answer(for indices: [Int]) -> FeasibilityOracle.Answer {
    oracle.answer(for: indices)
  }

  /// Whether it is proved that without any one of some facts the others can hold.
  mutating func isMinimal(_ conflict: [Int]) -> Bool {
    conflict.allSatisfy { fact in
      oracle.answer(for: conflict.filter { $0 != fact }) == .possible
    }
  }

  /// The sessions of a conflict that would not be in its way if they were as short as can be.
  func sessionsTooLong(in conflict: [Int]) -> Set<Int> {
    let excerpt = oracle.excerpt(of: conflict)
    func isPossible(shortening sessions: [Int]) -> Bool {
      let shorter = sessions.reduce(problem) { problem, session in
        let least = min(problem.curriculum.grid, problem.sessions[session].minutes)
        return problem.with(minutes: least, of: session)
      }
      let trial = Excerpt(
        of: shorter,
        sessions: excerpt.sessions,
        constraints: excerpt.constraints
      )
      return Feasibility(of: trial).answer == .possible
    }
    guard isPossible(shortening: excerpt.sessions) else { return [] }
    let isLong = excerpt.sessions.count > Self.tellable
    let single = isLong ? [] : excerpt.sessions.filter { isPossible(shortening: [$0]) }
    return Set(single.isEmpty ? excerpt.sessions : single)
  }
}

extension Problem {
  /// The same problem with other minutes for a session.
  func with(minutes: Int, of session: Int) -> Problem {
    let facts = sessions[session]
    return with(
      SessionFacts(
        minutes: minutes,
        module: facts.module,
        groups: facts.groups,
        teams: facts.teams,
        rooms: facts.rooms,
        size: facts.size
      ),
      for: session
    )
  }

  /// The same problem with nobody to hold a session but somebody from outside.
  func withoutTrainers(of session: Int) -> Problem {
    let facts = sessions[session]
    return with(
      SessionFacts(
        minutes: facts.minutes,
        module: facts.module,
        groups: facts.groups,
        teams: [Team(trainers: [], standIns: 0)],
        rooms: facts.rooms,
        size: facts.size
      ),
      for: session
    )
  }

  private func with(_ facts: SessionFacts, for session: Int) -> Problem {
    var sessions = sessions
    sessions[session] = facts
    return Problem(
      curriculum: curriculum,
      sessions: sessions,
      blocks: blocks,
      days: days,
      dayOfBlock: dayOfBlock,
      constraints: constraints
    )
  }
}

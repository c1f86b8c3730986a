internal import Curricula

/// Looks for a smallest set of facts that cannot hold together.
struct ConflictSearch {
  let problem: Problem
  let facts: [Fact]
  private(set) var oracle: FeasibilityOracle

  /// In a problem, without blaming the constraints of the background, by their indices.
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
  /// Simple reasons are looked for first: those about one session, those about one module, then those
  /// about too little room. Where all facts together are too much to decide, a part of them may not be.
  ///
  /// - Parameter isProved: Whether it is known already that they cannot all hold.
  /// - Returns: The set.
  mutating func conflict(isProved: Bool = false) -> [Int]? {
    let all = Array(facts.indices)
    let answer = answer(for: all)
    guard answer != .possible else { return nil }
    for some in answer == .impossible ? simpleReasons : crowds + simpleReasons {
      let some = some()
      if self.answer(for: some) == .impossible { return smallest(among: some) }
    }
    if answer == .impossible { return smallest(among: all) }
    return isProved ? smallKnown(among: all) : nil
  }

  /// Facts that are impossible together as far as that can be told with few questions, `nil` where it
  /// cannot; perhaps not all of them are needed.
  private mutating func smallKnown(among facts: [Int]) -> [Int]? {
    var brief = FeasibilityOracle(
      problem,
      facts: self.facts,
      background: oracle.background,
      effort: .brief
    )
    let found = QuickXplain.smallest(among: facts) {
      brief.checks < Self.questionLimit && brief.answer(for: $0) == .impossible
    }
    return answer(for: found) == .impossible ? found.sorted() : nil
  }

  /// The most questions about facts that are too much to decide together.
  private static let questionLimit = 100

  /// Parts of the facts in which sessions must share blocks that are too short for them.
  private var crowds: [() -> [Int]] {
    let declared = facts.indices.filter { facts[$0].session == nil }
    let reach = Reach(
      of: Array(problem.sessions.indices),
      by: oracle.background + declared.flatMap { facts[$0].constraints },
      in: problem
    )
    let rows = problem.constraints.compactMap { constraint -> [Int]? in
      guard constraint.weight == .hard, case .overlaps = constraint.shape.outlook else {
        return nil
      }
      return problem.sessions.indices(certainlyIn: constraint.shape.selection)
    }
    return reach.crowds(in: rows).map { crowd in
      { declared + facts.indices.filter { facts[$0].session.map(crowd.contains) == true } }
    }
  }

  /// A smallest set among facts that are impossible together: by proofs that are not laborious, then
  /// without what harder proofs can do without.
  private mutating func smallest(among facts: [Int]) -> [Int] {
    var moderate = FeasibilityOracle(
      problem,
      facts: self.facts,
      background: oracle.background,
      effort: .moderate
    )
    var found = QuickXplain.smallest(among: facts) { moderate.answer(for: $0) == .impossible }
    for fact in found.sorted().reversed() {
      let others = found.filter { $0 != fact }
      if oracle.answer(for: others) == .impossible { found = others }
    }
    return found.sorted()
  }

  /// Parts of the facts in which a conflict is easily understood, the simplest first.
  ///
  /// With many sessions, those that are soon looked at come first.
  private var simpleReasons: [() -> [Int]] {
    let sessions = facts.indices.filter { facts[$0].session != nil }
    let constraints = facts.indices.filter { facts[$0].session == nil }
    let closed = constraints.filter { facts[$0].standing == .given }
    let loads = constraints.filter { fact in
      facts[fact].constraints.allSatisfy {
        if case .amounts = problem.constraints[$0].shape.outlook { true } else { false }
      }
    }
    let modules = Dictionary(grouping: sessions) { fact in
      facts[fact].session.map { problem.sessions[$0].module } ?? 0
    }
    let single = sessions.map { session in { constraints + [session] } }
    let ofModule = modules.sorted { $0.key < $1.key }.map { module in
      { constraints + module.value }
    }
    let room = [sessions, sessions + closed, loads + sessions + closed].map { some in { some } }
    return sessions.count > Self.many ? room + ofModule + single : single + ofModule + room
  }

  /// More sessions than anybody attends.
  private static let many = 200

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

  /// Facts that together are enough to give up, none of which could be kept, by their indices; `nil`
  /// when giving up all that can be changed is not enough.
  ///
  /// - Returns: The facts, sessions among them.
  func leastGivenUp() -> [Int]? {
    // Of more there may be thousands to give up, one question for each.
    guard problem.sessions.count <= SessionSet.capacity else { return nil }
    let changeable = facts.indices.filter { fact in
      facts[fact].session != nil || facts[fact].origin.remedies.isPossible
    }
    let fixed = facts.indices.filter { !changeable.contains($0) }
    var cursory = FeasibilityOracle(
      problem,
      facts: facts,
      background: oracle.background,
      effort: .cursory
    )
    return FastDiag.smallest(among: changeable, besides: fixed) { facts in
      cursory.answer(for: facts) == .possible
    }?.sorted()
  }

  /// What of its sessions matters in a conflict.
  func circumstances(of conflict: [Int]) -> Circumstances {
    let sessions = conflict.compactMap { facts[$0].session }
    let heldByBlamed = sessions.filter { session in
      conflict.contains { fact in
        facts[fact].standing == .trainers
          && facts[fact].constraints.contains {
            let selection = problem.constraints[$0].shape.selection
            return problem.sessions.indices(possiblyIn: selection).contains(session)
          }
      }
    }
    let long = needed(in: conflict, among: sessions) { problem, session in
      let least = min(problem.curriculum.grid, problem.sessions[session].minutes)
      return problem.with(minutes: least, of: session)
    }
    let bound = needed(in: conflict, among: heldByBlamed) { problem, session in
      problem.withoutTrainers(of: session)
    }
    return Circumstances(
      tooLong: long.all,
      shortenable: long.single,
      bound: bound.all,
      releasable: dependsOnTrainers(conflict)
        ? sessions.filter { session in
          problem.sessions[session].teams.contains { !$0.trainers.isEmpty }
            && isPossible(oracle.excerpt(of: conflict), in: problem.withoutTrainers(of: session))
        } : []
    )
  }

  /// Whether it can matter to a conflict who holds its sessions.
  ///
  /// It does not where only one of the sessions is held at a time in any case, and nothing else asks for
  /// trainers.
  private func dependsOnTrainers(_ conflict: [Int]) -> Bool {
    let excerpt = oracle.excerpt(of: conflict)
    let others = excerpt.constraints.filter { index in
      let shape = problem.constraints[index].shape
      return !shape.selection.dependsOnTrainers
        && !(problem.constraints[index].single?.reads.contains(.trainers) ?? false)
    }
    let isMeant = excerpt.constraints.contains { index in
      guard !others.contains(index) else { return false }
      if case .overlaps = problem.constraints[index].shape.outlook { return false }
      return true
    }
    let rest = Excerpt(of: problem, sessions: excerpt.sessions, constraints: others)
    return isMeant || !Row(rest).isExclusive(excerpt.sessions)
  }

  /// Whether an excerpt would be possible in a problem that differs in its sessions.
  private func isPossible(_ excerpt: Excerpt, in problem: Problem) -> Bool {
    let trial = Excerpt(
      of: problem,
      sessions: excerpt.sessions,
      constraints: excerpt.constraints
    )
    return Feasibility(of: trial, .brief).answer == .possible
  }

  /// The sessions for which a change alone makes the conflict possible, and the same or all, where only the
  /// change to all of them does.
  private func needed(
    in conflict: [Int],
    among sessions: [Int],
    change: (Problem, Int) -> Problem
  ) -> (single: [Int], all: Set<Int>) {
    let excerpt = oracle.excerpt(of: conflict)
    guard !sessions.isEmpty, isPossible(excerpt, in: sessions.reduce(problem, change)) else {
      return ([], [])
    }
    let single = sessions.filter { isPossible(excerpt, in: change(problem, $0)) }
    return (single, Set(single.isEmpty ? sessions : single))
  }
}

/// What of its sessions matters in a conflict.
struct Circumstances {
  /// The sessions whose length matters.
  let tooLong: Set<Int>
  /// Those that alone make the conflict possible when they are shorter.
  let shortenable: [Int]
  /// The sessions of blamed trainers for which it matters who holds them.
  let bound: Set<Int>
  /// The sessions that alone make the conflict possible when somebody else holds them.
  let releasable: [Int]

  /// Nothing of them matters.
  static let none = Circumstances(tooLong: [], shortenable: [], bound: [], releasable: [])
}

extension Problem {
  /// The same problem with other minutes for a session.
  func with(minutes: Int, of session: Int) -> Problem {
    var problem = self
    problem.sessions[session].minutes = minutes
    return problem
  }

  /// The same problem with nobody to hold a session but somebody from outside.
  func withoutTrainers(of session: Int) -> Problem {
    var problem = self
    problem.sessions[session].teams = [Team(trainers: [], standIns: 0)]
    return problem
  }
}

internal import Curricula

/// Decides whether some facts of a problem can hold together.
///
/// Decided exactly wherever the sessions concerned cannot overlap, by the method of ``ExactMethod``
/// without the soft constraints; elsewhere as far as rows of sessions that cannot overlap tell.
struct FeasibilityOracle {
  /// What is known of some facts.
  enum Answer: Hashable, Sendable {
    /// They can hold: a timetable was found and checked.
    case possible
    /// It is proved that they cannot hold.
    case impossible
    /// Neither.
    case unknown
  }

  let problem: Problem
  let facts: [Fact]
  /// Constraints that hold in any case, by their indices.
  let background: [Int]
  private let effort: RowSearch.Effort
  private var known: [[Int]: Answer] = [:]
  /// The timetables found last, as placements; each may hold for other facts too.
  private var witnesses: [[Placement]] = []
  /// The most timetables that are kept.
  private static let witnessLimit = 8
  /// The questions that stayed open.
  private var openCount = 0
  /// The open questions after which others are asked briefly: laborious proofs fail again and again then.
  private static let patience = 12
  /// The sets of facts looked at so far.
  var checks: Int { known.count }

  /// Of facts that can be left out, beside constraints that cannot; that sessions do not clash and lie
  /// in blocks holds in any case.
  init(
    _ problem: Problem,
    facts: [Fact],
    background: [Int] = [],
    effort: RowSearch.Effort = .thorough
  ) {
    self.effort = effort
    self.problem = problem
    self.facts = facts
    self.background =
      background
      + problem.constraints.indices.filter {
        problem.constraints[$0].weight == .hard && problem.isInherent($0)
      }
  }

  /// Whether the facts of some indices can hold together.
  mutating func answer(for indices: [Int]) -> Answer {
    let key = indices.sorted()
    if let answer = known[key] { return answer }
    let excerpt = excerpt(of: key)
    let answer = isWitnessed(excerpt) ? .possible : decide(excerpt)
    known[key] = answer
    return answer
  }

  private mutating func decide(_ excerpt: Excerpt) -> Answer {
    let decided = Feasibility(of: excerpt, openCount < Self.patience ? effort : effort.atMostBrief)
    if decided.answer == .unknown { openCount += 1 }
    if let placements = decided.placements, !placements.isEmpty {
      witnesses.insert(placements, at: 0)
      if witnesses.count > Self.witnessLimit { witnesses.removeLast() }
    }
    return decided.answer
  }

  /// Whether a timetable known from other facts holds for these, as it is or with the one session that
  /// it lacks in the place of one that is not asked for.
  private func isWitnessed(_ excerpt: Excerpt) -> Bool {
    guard !witnesses.isEmpty, !excerpt.sessions.isEmpty else { return false }
    let problem = excerpt.problem
    let asked = Members(excerpt.sessions, below: self.problem.sessions.count)
    return witnesses.contains { witness in
      let held = Members(witness.map(\.session), below: self.problem.sessions.count)
      let missing = asked.subtracting(held).indices
      guard missing.count <= 1 else { return false }
      let trials = missing.first.map { replacements(by: $0, in: witness, keeping: asked) }
      return (trials ?? [witness]).contains { trial in
        problem.cost(of: excerpt.timetable(of: problem, trial)).hard == 0
      }
    }
  }

  /// A timetable with a session, in turn, in the place of each that is not to be kept.
  private func replacements(
    by session: Int,
    in witness: [Placement],
    keeping asked: Members
  ) -> [[Placement]] {
    let facts = problem.sessions[session]
    return witness.filter { other in
      !asked.contains(other.session) && facts.minutes <= problem.sessions[other.session].minutes
    }.flatMap { other in
      facts.teams.map { team in
        var placement = other
        placement.session = session
        placement.trainers = team.trainers
        if !facts.rooms.contains(where: { $0 == other.room }) { placement.room = facts.rooms.first }
        return witness + [placement]
      }
    }
  }

  /// The sessions and constraints of some facts.
  func excerpt(of indices: [Int]) -> Excerpt {
    Excerpt(
      of: problem,
      sessions: indices.compactMap { facts[$0].session }.sorted(),
      constraints: (background + indices.flatMap { facts[$0].constraints }).sorted()
    )
  }
}

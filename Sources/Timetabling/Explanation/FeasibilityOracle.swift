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
  /// The sets of facts looked at so far.
  var checks: Int { known.count }

  /// - Parameters:
  ///   - problem: The problem.
  ///   - facts: The facts that can be left out.
  ///   - background: Constraints that cannot, beside that sessions do not clash and lie in blocks.
  ///   - effort: How hard each answer is sought.
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
    let answer = Feasibility(of: excerpt, effort).answer
    known[key] = answer
    return answer
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

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
  private var known: [[Int]: Answer] = [:]
  /// The sets of facts looked at so far.
  var checks: Int { known.count }

  /// - Parameters:
  ///   - problem: The problem.
  ///   - facts: The facts that can be left out.
  ///   - background: Constraints that cannot, beside that sessions do not clash and lie in blocks.
  init(_ problem: Problem, facts: [Fact], background: [Int] = []) {
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
    let answer = Feasibility(of: excerpt).answer
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

/// Whether an excerpt has a timetable.
struct Feasibility {
  private(set) var answer: FeasibilityOracle.Answer
  /// The timetable that was found, as placements of the source.
  private(set) var placements: [Placement]?

  /// The most states a day that one question may take.
  private static let widths = [64, 1_024, 16_384, 131_072]

  /// Decides, or finds that it cannot.
  ///
  /// - Complexity: That of ``ExactMethod`` for each row of sessions that cannot overlap.
  init(of excerpt: Excerpt) {
    answer = .possible
    placements = []
    let row = Row(excerpt)
    guard !row.hasCircle else {
      (answer, placements) = (.impossible, nil)
      return
    }
    var isOpen = false
    for part in row.parts {
      let part = excerpt.restricted(to: part)
      let (answer, found) = Self.decide(part, row)
      if answer == .impossible {
        (self.answer, placements) = (.impossible, nil)
        return
      }
      if answer == .unknown { isOpen = true }
      if let found { placements?.append(contentsOf: found) }
    }
    if isOpen { (answer, placements) = (.unknown, nil) }
  }

  /// Decides for sessions that constraints tie together.
  private static func decide(
    _ part: Excerpt,
    _ row: Row
  ) -> (FeasibilityOracle.Answer, [Placement]?) {
    if row.isExclusive(part.sessions) {
      if part.minutes > part.source.blocks.reduce(0, { $0 + $1.minutes }) {
        return (.impossible, nil)
      }
      if part.sessions.count <= SessionSet.capacity { return decideInRow(part) }
    }
    // One at a time is more than is asked; what can be done so can be done.
    let (answer, placements) = decideInRow(part)
    if answer == .possible { return (.possible, placements) }
    for row in row.exclusiveSets(in: part.sessions) {
      if decideInRow(part.restricted(to: row)).0 == .impossible { return (.impossible, nil) }
    }
    return (.unknown, nil)
  }

  /// Decides for sessions of which one is held at a time.
  private static func decideInRow(
    _ excerpt: Excerpt
  ) -> (FeasibilityOracle.Answer, [Placement]?) {
    let hard = excerpt.problem
    let problem = hard.with(constraints: hard.constraints + [hard.oneAtATime, hard.earliness])
    guard let track = Track(problem) else { return (.unknown, nil) }
    let orders = Interchange(of: hard, track).orders.map { form in
      Order(origin: hard.silent(.hard), earlier: form.earlier, later: form.later)
    }
    let reduced = problem.with(constraints: problem.constraints + orders)
    guard let track = orders.isEmpty ? track : Track(reduced) else { return (.unknown, nil) }
    var method = ExactMethod(track)
    var watch = Watch(shouldStop: { false })
    for width in widths {
      let result = method.run(width: width, below: .max, &watch)
      if let placements = result.placements {
        let timetable = Timetable(of: hard, placements)
        guard hard.cost(of: timetable).hard == 0 else { continue }
        return (.possible, excerpt.placements(of: timetable))
      }
      if result.bound == .max { return (.impossible, nil) }
    }
    return (.unknown, nil)
  }
}

extension Problem {
  /// That no two sessions are held at once.
  fileprivate var oneAtATime: any Constraint {
    Clash(origin: silent(.hard), selection: .sessions(Array(sessions.indices)))
  }

  /// What leads the exact method to full days first, so that it soon finds a timetable.
  fileprivate var earliness: any Constraint {
    let form = PlacementForm(
      sessions: Array(sessions.indices),
      reads: .block
    ) { [dayOfBlock] in dayOfBlock[$0.block] }
    return PlacementRule(origin: silent(.soft(1)), rule: form)
  }

  /// The origin of a constraint that nobody declared and nobody sees.
  func silent(_ weight: Weight) -> Origin {
    Origin("", weight, "", relaxation: nil, at: curriculum.location)
  }
}

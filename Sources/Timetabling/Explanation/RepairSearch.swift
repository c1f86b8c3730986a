internal import Curricula
internal import Diagnostics

/// Looks for changes that make a timetable possible, each verified by laying the programme out.
struct RepairSearch {
  let search: ConflictSearch
  /// The conflict, as indices of facts.
  let conflict: [Int]
  let circumstances: Circumstances

  /// How hard the timetable of a repair is sought; its cost is compared, not proved.
  static let widths = [64, 512]
  private static let steps = 1_000_000
  private static let moves = 100_000
  /// The most repairs of one fact that are told.
  private static let perFact = 3
  /// The most changes in one repair.
  static let changeLimit = 6

  /// A repair with what it is sorted by.
  private struct Candidate {
    let repair: Conflict.Repair
    let standing: Standing
    let fact: Int
  }

  /// The single repairs, the cheapest first; or one repair of several changes when none suffices.
  func repairs() -> [Conflict.Repair] {
    let relaxations = Relaxations(
      search: search,
      conflict: conflict,
      circumstances: circumstances
    )
    var found: [Candidate] = []
    for fact in conflict {
      var ofFact = relaxations.finer(of: fact).compactMap(candidate)
      if ofFact.isEmpty, let whole = relaxations.whole(of: fact).flatMap(candidate) {
        ofFact = [whole]
      }
      found += sorted(ofFact).prefix(Self.perFact)
    }
    if found.isEmpty { found = declarations(in: relaxations) }
    let blocks = ExtraBlocks(search.problem)
    let rooms = RoomRepairs(
      problem: search.problem,
      facts: conflict.map { search.facts[$0] },
      tooLong: circumstances.tooLong
    )
    let opened = blocks?.singleRepairs(of: search.oracle.excerpt(of: conflict)) ?? []
    let repairs = (rooms.repairs + sorted(found).map(\.repair) + opened).enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    guard repairs.isEmpty else { return repairs }
    let joint = JointRepair(search, adding: circumstances.tooLong.isEmpty ? nil : blocks)
    return (joint.repair ?? (joint.isTooMuch ? nil : withoutSessions())).map { [$0] } ?? []
  }

  /// The declarations that have to go as a whole, where no part of them suffices.
  private func declarations(in relaxations: Relaxations) -> [Candidate] {
    var places: Set<Diagnostic.Location> = []
    return conflict.filter { places.insert(search.facts[$0].origin.location).inserted }
      .compactMap(relaxations.declaration).compactMap(candidate)
  }

  private func sorted(_ candidates: [Candidate]) -> [Candidate] {
    candidates.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.repair.cost, first.standing, first.fact, left.offset)
        < (second.repair.cost, second.standing, second.fact, right.offset)
    }.map(\.element)
  }

  /// The change as a repair, `nil` when it does not make a timetable possible.
  private func candidate(_ relaxation: Relaxation) -> Candidate? {
    guard let cost = Self.cost(of: relaxation.applied(to: search.problem)) else { return nil }
    let blamed = search.facts[relaxation.fact]
    let change = Conflict.Change(blamed.origin, relaxation.instruction)
    return Candidate(
      repair: Conflict.Repair([change], cost: cost),
      standing: blamed.standing,
      fact: relaxation.fact
    )
  }

  /// The soft penalty of a timetable of the problem, `nil` when none is found.
  static func cost(of problem: Problem) -> Int? {
    guard let placements = Feasibility(ofAll: problem).placements else { return nil }
    let feasible = Timetable(of: problem, placements)
    let cost = problem.cost(of: feasible)
    guard cost.hard == 0 else { return nil }
    if case .found(let solution) = Solver(problem).exactly(
      improving: feasible,
      widths: widths,
      steps: steps
    ) {
      return solution.cost
    }
    guard Track(problem) == nil else { return cost.soft }
    let other = problem.cost(of: Search(problem).timetable(byMoves: moves, seed: 0))
    return other.hard == 0 ? min(cost.soft, other.soft) : cost.soft
  }

  /// Sessions, and other facts, that together are enough to give up, none of which could be kept.
  private func withoutSessions() -> Conflict.Repair? {
    search.leastGivenUp().flatMap(repair)
  }

  /// The repair that gives some facts up, `nil` when it is too much to tell or does not help.
  private func repair(without left: [Int]) -> Conflict.Repair? {
    let problem = search.problem
    let sessions = Set(left.compactMap { search.facts[$0].session })
    let dropped = Set(left.flatMap { search.facts[$0].constraints })
    let rest = Excerpt(
      of: problem,
      sessions: problem.sessions.indices.filter { !sessions.contains($0) },
      constraints: problem.constraints.indices.filter { !dropped.contains($0) }
    )
    let relaxations = Relaxations(search: search, conflict: left)
    let changes = left.map { fact in
      let blamed = search.facts[fact]
      let instruction =
        blamed.session.map { Instruction("leave out", "'\(problem.curriculum.sessions[$0].id)'") }
        ?? relaxations.whole(of: fact)?.instruction ?? Instruction("")
      return Conflict.Change(blamed.origin, instruction)
    }.gathered
    guard changes.count <= Self.changeLimit, let cost = Self.cost(of: rest.problem) else {
      return nil
    }
    return Conflict.Repair(changes, cost: cost)
  }
}

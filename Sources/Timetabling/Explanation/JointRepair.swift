internal import Curricula
internal import Diagnostics

/// Looks for several changes that make a timetable possible together, where no single one does.
///
/// A short search lays the whole programme out as if everything that can be changed were a wish: what
/// is changed most readily weighs least, and blocks may be added where they are too short. What its
/// timetable breaks, and the blocks that it adds, are enough together; then whatever the rest can do
/// without is left out again.
struct JointRepair {
  /// The facts, those of the problem with every block that could be added.
  private let search: ConflictSearch
  private let blocks: ExtraBlocks?
  /// Changes that are enough together, by a timetable; `nil` when none were found.
  private let enough: Changes?

  /// The trial changes of the search.
  private static let moves = 200_000
  /// The most changes that are looked into.
  private static let mostTried = 16
  /// From how many exceptions on a declaration is taken away as a whole.
  private static let whole = 2

  /// Among the facts of a problem, and the blocks that can be added, `nil` where that is of no use.
  init(_ search: ConflictSearch, adding blocks: ExtraBlocks?) {
    if let blocks, let wide = blocks.problem(with: blocks.candidates) {
      self.search = ConflictSearch(wide)
      self.blocks = blocks
    } else {
      self.search = search
      self.blocks = nil
    }
    enough = Self.enough(self.search, self.blocks)
  }

  /// Whether so much would have to be changed that nobody would want to know.
  var isTooMuch: Bool { enough.map { sentences($0).count > Self.mostTried } ?? false }

  /// What is changed.
  private struct Changes {
    /// The facts given up, by their indices.
    var facts: [Int]
    /// The blocks added.
    var blocks: [Block]
  }

  /// The repair, `nil` when none is found or it asks for too much.
  var repair: Conflict.Repair? {
    guard let enough, !isTooMuch else { return nil }
    let changes = spared(enough)
    let told = sentences(changes)
    guard told.count <= RepairSearch.changeLimit,
      let cost = problem(with: changes).flatMap(RepairSearch.cost(of:))
    else { return nil }
    return Conflict.Repair(told, cost: cost)
  }

  /// Changes that are enough together, by a timetable.
  private static func enough(_ search: ConflictSearch, _ blocks: ExtraBlocks?) -> Changes? {
    let wishes = Search(search.problem.wishing(for: search.facts, besides: blocks?.candidates))
      .timetable(byMoves: moves, seed: 0)
    let timetable = Timetable(of: search.problem, wishes.placements)
    guard timetable.placements.count == search.problem.sessions.count else { return nil }
    var broken: [Int] = []
    for (index, fact) in search.facts.enumerated() {
      let isBroken = fact.constraints.contains { index in
        !search.problem.constraints[index].violations(in: timetable).isEmpty
      }
      guard isBroken else { continue }
      guard fact.origin.remedies.isPossible else { return nil }
      broken.append(index)
    }
    let used = Set(timetable.placements.map { search.problem.blocks[$0.block] })
    return Changes(facts: broken, blocks: blocks?.candidates.filter(used.contains) ?? [])
  }

  /// The changes without those that the others can do without: what is given up least readily first,
  /// then the blocks.
  private func spared(_ enough: Changes) -> Changes {
    var changes = enough
    func keepsPossible(_ trial: Changes) -> Bool {
      problem(with: trial).map { Feasibility(ofAll: $0, .cursory).answer == .possible } ?? false
    }
    for fact in enough.facts.reversed() {
      var trial = changes
      trial.facts.removeAll { $0 == fact }
      if keepsPossible(trial) { changes = trial }
    }
    for block in enough.blocks {
      var trial = changes
      trial.blocks.removeAll { $0 == block }
      if keepsPossible(trial) { changes = trial }
    }
    return changes
  }

  /// The problem after the changes.
  private func problem(with changes: Changes) -> Problem? {
    let problem = blocks.map { $0.problem(with: changes.blocks) } ?? search.problem
    return problem?.without(changes.facts.map { search.facts[$0].origin })
  }

  /// The changes as instructions.
  private func sentences(_ changes: Changes) -> [Conflict.Change] {
    let relaxations = Relaxations(search: search, conflict: changes.facts)
    let places = Dictionary(grouping: changes.facts) { search.facts[$0].origin.location }
    var told: Set<Diagnostic.Location> = []
    let facts = changes.facts.compactMap { fact -> Conflict.Change? in
      let origin = search.facts[fact].origin
      let isMuch = places[origin.location, default: []].count > Self.whole
      if isMuch || origin.statement.subject == nil, let whole = relaxations.declaration(of: fact) {
        return told.insert(origin.location).inserted
          ? Conflict.Change(origin, whole) : nil
      }
      return Conflict.Change(origin, relaxations.whole(of: fact))
    }
    return facts.gathered + changes.blocks.compactMap { blocks?.change($0) }
  }
}

extension Problem {
  /// The problem without the constraints of some origins.
  fileprivate func without(_ origins: [Origin]) -> Problem {
    with(constraints: constraints.filter { !origins.contains($0.origin) })
  }

  /// The hard constraints, those that can be changed as wishes, and none other; more blocks than there
  /// are without those that would have to be added cost as much each as to change a wish.
  fileprivate func wishing(for facts: [Fact], besides extra: [Block]?) -> Problem {
    var reluctances: [Int: Int] = [:]
    for fact in facts where fact.origin.remedies.isPossible {
      for index in fact.constraints { reluctances[index] = fact.standing.reluctance }
    }
    let wishes = constraints.enumerated().compactMap { index, constraint -> Constraint? in
      guard let reluctance = reluctances[index] else {
        return constraint.weight == .hard ? constraint : nil
      }
      var wish = constraint
      wish.origin.weight = .soft(reluctance * (constraint.shape.isInMinutes ? 1 : 30))
      return wish
    }
    let all = Array(sessions.indices)
    let added = Set(extra ?? [])
    let rule = Single(of: all, reads: .block) { [blocks] in
      added.contains(blocks[$0.block]) ? 1 : 0
    }
    let weight = Weight.soft(30 * Standing.wishes.reluctance)
    let sparing = [
      self.rule(rule, .soft(1)),
      usingBlocks(atMost: blocks.count - added.count, weight),
    ]
    return with(constraints: wishes + sparing)
  }
}

extension Standing {
  /// How much it weighs to change a fact.
  fileprivate var reluctance: Int { 1 + rawValue }
}

/// Makes a choice of blocks cheaper, a few sessions at a time.
struct BlockDescent {
  /// What is asked; what was learnt on the way stays in it.
  private(set) var relaxation: BlockRelaxation
  /// For each session the block of the cheapest choice that was found; `nil` where there was none.
  private(set) var chosen: [Int]?
  /// Whether nothing is cheaper than the cheapest choice.
  private(set) var isProved = false
  /// For each session the literal of the way in which it is held now; none at the beginning.
  private var current: [Literal]
  private let limit: Int
  /// For each session those that a constraint ties to it.
  private let neighbours: [[Int]]
  private var generator = SeededGenerator(seed: 1)

  init(_ relaxation: BlockRelaxation, from timetable: Timetable?, below limit: Int) {
    self.relaxation = relaxation
    self.limit = limit
    let problem = relaxation.problem
    current = []
    if let timetable {
      current = problem.sessions.indices.compactMap { session in
        timetable.placement(of: session).flatMap { relaxation.way(of: $0) }
      }
      if current.count < problem.sessions.count { current = [] }
    }
    var neighbours = [[Int]](repeating: [], count: problem.sessions.count)
    for constraint in problem.constraints {
      let scope = problem.sessions.indices(possiblyIn: constraint.shape.selection)
      guard scope.count > 1, scope.count <= Self.scopeLimit else { continue }
      for session in scope { neighbours[session] += scope }
    }
    self.neighbours = neighbours
  }

  /// The sessions of a constraint above which it ties all to all, and says nothing.
  private static let scopeLimit = 12
  /// The contradictions after which a trial is given up.
  private static let patience = 400
  /// The contradictions after which the first answer is given up.
  private static let firstPatience = 20_000

  /// Makes the choice cheaper until the watch is over or nothing is cheaper.
  mutating func run(_ watch: inout Watch) {
    if limit < .max { relaxation.penalty.require(below: limit, &watch) }
    for literal in current { relaxation.penalty.solver.suggest(literal) }
    if current.isEmpty {
      guard tryOut([], conflicts: Self.firstPatience, &watch) == .better else { return }
    }
    var size = 6.0
    let all = Double(current.count)
    while !watch.isOver, !isProved {
      let free = Members(neighbourhood(of: Int(size)), below: current.count)
      let kept = size >= all ? [] : current.indices.filter { !free.contains($0) }
      let conflicts = size >= all ? Int(size / all) * 20 * Self.patience : Self.patience
      switch tryOut(kept.map { current[$0] }, conflicts: conflicts, &watch) {
      case .better: size = max(4, min(size, all) * 0.9)
      case .none: size = size >= all ? size * 2 : min(all, size * 1.03 + 0.05)
      case .open: size = size >= all ? size * 2 : max(4, size * 0.97)
      }
    }
  }

  private enum Result {
    case better
    case none
    case open
  }

  /// Looks for something cheaper in which some ways stay.
  private mutating func tryOut(
    _ kept: [Literal],
    conflicts: Int,
    _ watch: inout Watch
  ) -> Result {
    while true {
      switch relaxation.penalty.answer(assuming: kept, &watch, conflicts: conflicts) {
      case .unknown: return .open
      case .impossible(let core):
        isProved = core.assumptions.isEmpty
        return .none
      case .possible:
        if relaxation.ruleOutCrowds(&watch) { continue }
        chosen = relaxation.chosenBlocks
        current = relaxation.chosenWays
        relaxation.penalty.require(below: relaxation.penalty.cost, &watch)
        return .better
      }
    }
  }

  /// Sessions that constraints tie to one another, drawn by chance.
  private mutating func neighbourhood(of size: Int) -> [Int] {
    var found: [Int] = []
    var members = Set<Int>()
    var next = generator.below(current.count)
    while found.count < min(size, current.count) {
      if members.insert(next).inserted { found.append(next) }
      let from = found[generator.below(found.count)]
      let tied = neighbours[from]
      next =
        tied.isEmpty || generator.below(8) == 0
        ? generator.below(current.count) : tied[generator.below(tied.count)]
    }
    return found
  }
}

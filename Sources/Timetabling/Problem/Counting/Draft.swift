internal import Curricula

/// The constraints of a problem as their shapes enter them, gathered and made ready for counters.
///
/// Only sessions that fit a block are placed; the others count as hard violations once and for all.
struct Draft: Sendable {
  let problem: Problem
  /// For each session whether it fits a block.
  let isPlaced: [Bool]
  /// Whether every session takes a whole block, and no two blocks overlap.
  let hasPeriods: Bool
  /// By how many bits the weights are reduced so that no sum of penalties can overflow.
  let reduction: Int
  var singles: [(shape: Single, level: Level)] = []
  var clashes = Gathered<Selection>()
  var orders: [(shape: Order, level: Level)] = []
  var loads: [Entry<LoadFormula>] = []
  var distincts: [Entry<DistinctFormula>] = []
  var spans: [Entry<SpanFormula>] = []
  var aparts: [Entry<ApartFormula>] = []
  var weekRuns: [Entry<WeekFormula>] = []
  var weekLoads: [Entry<WeeksLoadFormula>] = []
  var isolations = Gathered<Selection>()
  var patterns: [Entry<any PatternShape>] = []
  private(set) var others: [(shape: any Shape, level: Level)] = []
  /// What no placing changes.
  var constant: Change
  /// For each session the most that a move of it can save in what is judged last.
  private(set) var slack: [Change]
  /// Whether a move can save only so much in what is judged last.
  private var isSlackBounded = true

  init(_ problem: Problem) {
    self.problem = problem
    isPlaced = problem.sessions.map { session in
      problem.blocks.contains { $0.minutes >= session.minutes }
    }
    hasPeriods = problem.hasPeriods
    reduction = Self.reduction(for: problem)
    constant = Change(hard: isPlaced.count { !$0 }, soft: 0)
    slack = Array(repeating: .none, count: problem.sessions.count)
    for constraint in problem.constraints {
      let level =
        switch constraint.weight {
        case .hard: Level(hard: 1, soft: 0)
        case .soft(let weight): Level(hard: 0, soft: weight == 0 ? 0 : max(1, weight >> reduction))
        }
      if level != .none { constraint.shape.count(in: &self, at: level) }
    }
    if !isSlackBounded { slack = slack.map { _ in Change(hard: 1 << 40, soft: 1 << 61) } }
  }

  /// What is counted of the placements that a selection takes in.
  struct Entry<Formula: Sendable>: Sendable {
    let selection: Selection
    let formula: Formula
    let level: Level
  }

  /// What is counted of the placements that a selection takes in, where it can be by sessions.
  func entry<Formula>(_ formula: Formula, of selection: Selection, at level: Level)
    -> Entry<Formula>
  {
    Entry(selection: settled(selection), formula: formula, level: level)
  }

  /// Enters a shape without counters: each move asks for all its violations.
  mutating func countByDefinition(_ shape: any Shape, at level: Level) {
    others.append((shape, level))
    savesAnything()
  }

  /// Notes how much excess a move of a session can save, by its minutes, in a shape that is judged
  /// last.
  mutating func saves(in selection: Selection, _ level: Level, _ amount: (Int) -> Int) {
    guard selection.isFixed else {
      savesAnything()
      return
    }
    for session in selection.named {
      slack[session] += Change(amount(problem.sessions[session].minutes), at: level)
    }
  }

  /// Notes that a move can save anything in a shape that is judged last.
  mutating func savesAnything() { isSlackBounded = false }

  /// The selection by sessions where it does not depend on the placements, else as it is.
  func settled(_ selection: Selection) -> Selection {
    guard !selection.dependsOnRooms else { return selection }
    let certain = problem.sessions.indices(certainlyIn: selection).filter { isPlaced[$0] }
    guard !selection.isFixed else { return .sessions(certain) }
    let possible = problem.sessions.indices(possiblyIn: selection).filter { isPlaced[$0] }
    return certain == possible ? .sessions(certain) : selection
  }

  /// The bits by which weights must shrink so that the sum of all penalties stays below 2⁶².
  private static func reduction(for problem: Problem) -> Int {
    let weights = problem.constraints.reduce(0.0) { sum, constraint in
      switch constraint.weight {
      case .hard: sum
      case .soft(let weight): sum + Double(weight)
      }
    }
    let most = weights * 1440 * Double(max(1, problem.sessions.count))
    return most < 0x1p62 ? 0 : Int((most / 0x1p62).exponent) + 1
  }
}

/// Things with their levels, each thing once, in the order in which they came.
struct Gathered<Thing: Hashable & Sendable>: Sendable {
  private(set) var things: [Thing] = []
  private(set) var levels: [Level] = []
  private var index: [Thing: Int] = [:]

  /// Adds a thing; returns its index among ``things``.
  @discardableResult
  mutating func add(_ thing: Thing, _ level: Level) -> Int {
    if let known = index[thing] {
      levels[known] += level
      return known
    }
    index[thing] = things.count
    things.append(thing)
    levels.append(level)
    return things.count - 1
  }
}

extension Problem {
  /// Whether every session takes a whole block, and no two blocks overlap.
  fileprivate var hasPeriods: Bool {
    guard let minutes = blocks.first?.minutes else { return false }
    return sessions.allSatisfy { $0.minutes == minutes }
      && blocks.allSatisfy { $0.minutes == minutes }
      && zip(blocks, blocks.dropFirst()).allSatisfy { $0.date < $1.date || $0.end <= $1.start }
  }
}

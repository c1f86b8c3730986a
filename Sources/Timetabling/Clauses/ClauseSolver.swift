/// Decides whether statements can all be true: clauses, of which one literal must hold, and sums of
/// literals with a limit.
///
/// It decides, follows what must be, and where that ends in a contradiction learns a sum, or a clause,
/// that says why, so that the same mistake is never made again. Sums are added up to learn from them:
/// clauses alone would have to go through all ways to fill what is full.
///
/// Sources: Marques-Silva and Sakallah, *GRASP*, 1999, for learning; Cook, Coullard and Turán, *On the
/// complexity of cutting-plane proofs*, 1987, for sums; Elffers and Nordström, *Divide and conquer:
/// towards faster pseudo-Boolean solving*, 2018, for learning them; Moskewicz and others, *Chaff*, 2001,
/// for watched literals and activities; Eén and Sörensson, *An extensible SAT-solver*, 2003, for the
/// interface with assumptions; Audemard and Simon, *Predicting learnt clauses quality*, 2009, for what
/// is forgotten.
struct ClauseSolver: Sendable {
  /// What is known after a question.
  enum Answer {
    /// All can be true; ``isTrue(_:)`` tells how.
    case possible
    /// Not all can be true together with some of the assumptions; with none of them, never.
    case impossible(Core)
    /// The watch was over before the answer was known.
    case unknown
  }

  /// Why a literal is true.
  enum Reason: BitwiseCopyable {
    /// It was decided, or is true for good.
    case none
    /// The clause that begins at a place of the arena.
    case clause(Int32)
    /// The limit of a sum.
    case sum(Int32)
  }

  /// A clause that is looked at when a literal becomes false.
  struct Watcher: BitwiseCopyable {
    let clause: Int32
    /// Another literal of the clause; where it is true, nothing has to be looked at.
    let blocker: Literal
  }

  /// A sum of literals with a limit.
  struct Sum: BitwiseCopyable {
    /// The places of its terms, those with large coefficients first.
    let first: Int32
    let end: Int32
    var limit: Int
    /// How much is left below the limit after what is true and was followed.
    var slack: Int
    /// The largest coefficient; only where less is left, something is implied.
    let largest: Int
  }

  /// A sum that was learnt, by its place among all.
  struct LearntSum: BitwiseCopyable {
    let index: Int32
    /// The number of levels in it; fewer are better.
    let quality: Int32
  }

  /// How a sum depends on a literal.
  struct Occurrence: BitwiseCopyable {
    let sum: Int32
    let coefficient: Int32
  }

  /// By literal: 1 for true, -1 for false, 0 for open.
  var values: [Int8] = []
  var levels: [Int32] = []
  var positions: [Int32] = []
  var reasons: [Reason] = []
  var trail: [Literal] = []
  var levelStarts: [Int] = []
  var head = 0
  /// Clauses one after the other: the number of literals, the quality of a learnt one or 0, literals.
  var arena: [Int32] = []
  var learnt: [Int32] = []
  var learntSums: [LearntSum] = []
  /// The places of sums that were forgotten.
  var spareSums: [Int] = []
  var watchers: [[Watcher]] = []
  var sums: [Sum] = []
  var terms: [Term] = []
  var occurrences: [[Occurrence]] = []
  var queue = ActivityQueue()
  var phases: [Bool] = []
  /// What is worked out while something is learnt.
  var inequality = Inequality()
  /// Sums of which something may be implied.
  var pressed: [Int32] = []
  /// By level: the last lesson that has a literal of it.
  var lessonOfLevel: [Int] = []
  /// The lessons learnt so far.
  var lessons = 0
  /// Whether a contradiction holds without any assumption.
  var isRefuted = false
  /// The values of all variables in the last answer that was `possible`.
  private(set) var model: [Int8] = []

  /// The number of variables.
  var variableCount: Int { levels.count }

  /// Adds a variable; decisions first try it with a value.
  mutating func variable(trying value: Bool = false) -> Literal {
    let literal = Literal(levels.count)
    levels.append(0)
    positions.append(0)
    reasons.append(.none)
    phases.append(value)
    values += [0, 0]
    watchers += [[], []]
    occurrences += [[], []]
    queue.add()
    return literal
  }

  /// Whether a literal was true in the last answer that was `possible`.
  func isTrue(_ literal: Literal) -> Bool { model[literal.index] > 0 }

  /// Requires that one of some literals is true.
  mutating func require(anyOf literals: [Literal]) {
    backtrack(to: 0)
    var kept: [Literal] = []
    for literal in literals {
      if values[literal.index] > 0 || kept.contains(!literal) { return }
      if values[literal.index] == 0, !kept.contains(literal) { kept.append(literal) }
    }
    switch kept.count {
    case 0: isRefuted = true
    case 1: enqueue(kept[0], .none)
    default: attach(kept, quality: 0)
    }
  }

  /// Requires that the coefficients, above 0, of literals that are true add up to at most a limit.
  mutating func require(_ sum: [Term], atMost limit: Int) {
    backtrack(to: 0)
    guard limit >= 0 else {
      isRefuted = true
      return
    }
    let index = Int32(sums.count)
    let first = Int32(terms.count)
    let sorted = sum.sorted { $0.coefficient > $1.coefficient }
    terms += sorted
    var slack = limit
    for term in sorted {
      occurrences[term.literal.index].append(
        Occurrence(sum: index, coefficient: term.coefficient)
      )
      // What is on the trail already and was followed would not be counted any more.
      let isFollowed =
        values[term.literal.index] > 0 && positions[term.literal.variable] < Int32(head)
      if isFollowed { slack -= Int(term.coefficient) }
    }
    sums.append(
      Sum(
        first: first,
        end: Int32(terms.count),
        limit: limit,
        slack: slack,
        largest: sorted.first.map { Int($0.coefficient) } ?? 0
      )
    )
    if slack < 0 || !followLimit(of: Int(index)) { isRefuted = true }
  }

  /// Lowers the limit of a sum, by its place among all.
  mutating func lower(limitOf index: Int, to limit: Int) {
    backtrack(to: 0)
    let by = sums[index].limit - limit
    guard by > 0 else { return }
    sums[index].limit = limit
    sums[index].slack -= by
    if !followLimit(of: index) { isRefuted = true }
  }

  /// Enters a clause with its first two literals watched; returns its place.
  @discardableResult
  mutating func attach(_ literals: [Literal], quality: Int32) -> Int32 {
    let place = Int32(arena.count)
    arena.append(Int32(literals.count))
    arena.append(quality)
    for literal in literals { arena.append(literal.code) }
    watchers[literals[0].index].append(Watcher(clause: place, blocker: literals[1]))
    watchers[literals[1].index].append(Watcher(clause: place, blocker: literals[0]))
    if quality > 0 { learnt.append(place) }
    return place
  }

  /// Has decisions try a literal first.
  mutating func suggest(_ literal: Literal) { phases[literal.variable] = literal.code & 1 == 0 }

  /// Keeps the values of all variables as the answer.
  mutating func keepModel() { model = values }

  /// Makes a former answer the last one again.
  mutating func restore(_ model: [Int8]) { self.model = model }
}

internal import Curricula

/// The counters of all shapes, each with its own type, so that none is asked through a table.
struct AllCounters: ~Copyable {
  /// Whether every block holds one session of any resource.
  let hasPeriods: Bool
  /// Whether two sessions that exchange places are judged at once.
  let exchangesAtOnce: Bool
  /// Whether all sessions of a selection that is to have none alone clash with one another.
  let chainsAtOnce: Bool
  /// Whether whole days have to be looked through for some constraint.
  let hasPatterns: Bool
  var placements: PlacementCounters
  var periodClashes: PeriodClashCounters
  var clashes: ClashCounters
  private var orders: OrderCounters
  private var distincts: BucketCounters<DistinctFormula>
  private var isolations: IsolationCounters
  /// What is counted one by one, and not exchanged at once.
  private var amounts:
    Both<
      Both<BucketCounters<LoadFormula>, BucketCounters<ApartFormula>>,
      Both<
        Both<BucketCounters<WeekFormula>, BucketCounters<WeeksLoadFormula>>, DefinitionCounters
      >
    >
  private var spans: BucketCounters<SpanFormula>
  private var patterns: PatternCounters
  private let constant: Change

  init(_ compiled: CompiledProblem, _ board: borrowing Board) {
    let draft = compiled.draft
    let periods = PeriodClashes(draft)
    let rest = periods?.rest ?? (selections: draft.clashes.things, levels: draft.clashes.levels)
    hasPeriods = periods != nil
    let clashing = Set(draft.clashes.things)
    chainsAtOnce = draft.isolations.things.allSatisfy(clashing.contains)
    placements = PlacementCounters(compiled.placements, grid: draft.problem.curriculum.grid)
    periodClashes = PeriodClashCounters(periods, draft, board)
    clashes = ClashCounters(draft, of: rest.selections, rest.levels, board)
    orders = OrderCounters(draft)
    distincts = BucketCounters(draft.distincts, draft, board)
    isolations = IsolationCounters(draft, board)
    amounts = Both(
      Both(BucketCounters(draft.loads, draft, board), BucketCounters(draft.aparts, draft, board)),
      Both(
        Both(
          BucketCounters(draft.weekRuns, draft, board),
          BucketCounters(draft.weekLoads, draft, board)
        ),
        DefinitionCounters(draft)
      )
    )
    spans = BucketCounters(draft.spans, draft, board)
    patterns = PatternCounters(draft, board)
    constant = draft.constant
    hasPatterns = !spans.isEmpty || !patterns.isEmpty
    exchangesAtOnce =
      periods?.trainers.isEmpty == true && clashes.isEmpty && orders.isEmpty && amounts.isEmpty
      && !hasPatterns && distincts.isFixed
  }
}

// MARK: - Judging

extension AllCounters {
  /// What forbids most moves, and costs little to look up.
  @inline(__always)
  mutating func firstChange(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if hasPeriods { sum += periodClashes.change(by: move, on: &board) }
    if !placements.isEmpty { sum += placements.change(by: move, on: &board) }
    if !orders.isEmpty { sum += orders.change(by: move, on: &board) }
    if !clashes.isEmpty { sum += clashes.change(by: move, on: &board) }
    return sum
  }

  /// What is counted one by one.
  @inline(__always)
  mutating func countedChange(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if !distincts.isEmpty { sum += distincts.change(by: move, on: &board) }
    if !isolations.isEmpty { sum += isolations.change(by: move, on: &board) }
    sum += amounts.change(by: move, on: &board)
    return sum
  }

  /// What whole days, or all of them, have to be looked through for.
  mutating func patternChange(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if !spans.isEmpty { sum += spans.change(by: move, on: &board) }
    if !patterns.isEmpty { sum += patterns.change(by: move, on: &board) }
    return sum
  }

  /// The most that ``patternChange(by:on:)`` can save: what is there to be saved.
  mutating func mostSavedByPatterns(by move: Move, on board: inout Board) -> Change {
    var sum = Change.none
    if !spans.isEmpty { sum += spans.mostSaved(by: move, on: &board) }
    if !patterns.isEmpty { sum += patterns.mostSaved(by: move, on: &board) }
    return sum
  }

  /// What two sessions that exchange places change in what is counted one by one, where
  /// ``exchangesAtOnce``.
  @inline(__always)
  mutating func countedChange(by first: Move, and second: Move, on board: inout Board) -> Change {
    var sum = distincts.change(by: first, and: second, on: &board)
    if first.from.block != second.from.block {
      sum += isolations.change(by: first, and: second, on: &board)
    }
    return sum
  }

  /// Whether two sessions are counted together, so that moves of both cannot be judged one by one.
  @inline(__always)
  func areTogether(_ first: Int, _ second: Int) -> Bool { distincts.areTogether(first, second) }

  /// What a session adds that goes over with all it clashes with.
  ///
  /// Of a group that both sides of the chain have, as many go one way as the other. `nil` where there
  /// are clashes to begin with.
  mutating func change(chained move: Move, on board: inout Board) -> Change? {
    if periodClashes.hasClash(move.session, at: move.from, on: &board) { return nil }
    guard let change = isolations.change(chained: move, on: &board) else { return nil }
    return change + placements.change(by: move, on: &board) + distincts.change(by: move, on: &board)
  }
}

// MARK: - Counting

extension AllCounters {
  /// Counts a session in, with a sign of 1, or out, with -1; the board still shows it then.
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    if hasPeriods { periodClashes.count(session, at: place, sign, on: &board) }
    if !clashes.isEmpty { clashes.count(session, at: place, sign, on: &board) }
    if !distincts.isEmpty { distincts.count(session, at: place, sign, on: &board) }
    if !isolations.isEmpty { isolations.count(session, at: place, sign, on: &board) }
    amounts.count(session, at: place, sign, on: &board)
    if !spans.isEmpty { spans.count(session, at: place, sign, on: &board) }
    if !patterns.isEmpty { patterns.count(session, at: place, sign, on: &board) }
  }

  /// The cost by what is counted.
  mutating func total(on board: inout Board) -> Change {
    var sum = constant
    if hasPeriods { sum += periodClashes.total(on: &board) }
    sum += placements.total(on: &board)
    sum += orders.total(on: &board)
    sum += clashes.total(on: &board)
    sum += distincts.total(on: &board)
    sum += isolations.total(on: &board)
    sum += amounts.total(on: &board)
    sum += spans.total(on: &board)
    sum += patterns.total(on: &board)
    return sum
  }
}

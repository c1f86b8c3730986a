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
  private var loads: LoadCounters
  private var distincts: DistinctCounters
  private var spans: SpanCounters
  private var aparts: ApartCounters
  private var weekRuns: WeekRunCounters
  private var isolations: IsolationCounters
  private var patterns: PatternCounters
  private var others: DefinitionCounters
  private let constant: Change

  init(_ compiled: CompiledProblem, _ board: borrowing Board) {
    let draft = compiled.draft
    let periods = PeriodClashes(draft)
    let rest = periods?.rest ?? (selections: draft.clashes.things, levels: draft.clashes.levels)
    hasPeriods = periods != nil
    let clashing = Set(draft.clashes.things)
    chainsAtOnce = draft.isolations.things.allSatisfy(clashing.contains)
    exchangesAtOnce =
      periods?.trainers.isEmpty == true && rest.selections.isEmpty && draft.orders.isEmpty
      && draft.loads.isEmpty && draft.spans.isEmpty && draft.aparts.isEmpty
      && draft.weekRuns.isEmpty && draft.patterns.isEmpty && draft.others.isEmpty
      && draft.distincts.allSatisfy(\.shape.selection.isFixed)
    hasPatterns = !draft.spans.isEmpty || !draft.patterns.isEmpty
    placements = PlacementCounters(compiled.placements, grid: draft.problem.curriculum.grid)
    periodClashes = PeriodClashCounters(periods, draft, board)
    clashes = ClashCounters(draft, of: rest.selections, rest.levels, board)
    orders = OrderCounters(draft)
    loads = LoadCounters(draft, board)
    distincts = DistinctCounters(draft, board)
    spans = SpanCounters(draft, board)
    aparts = ApartCounters(draft, board)
    weekRuns = WeekRunCounters(draft)
    isolations = IsolationCounters(draft, board)
    patterns = PatternCounters(draft, board)
    others = DefinitionCounters(draft)
    constant = draft.constant
  }
}

// MARK: - Judging

extension AllCounters {
  /// What forbids most moves, and costs little to look up.
  @inline(__always)
  mutating func firstChange(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    if hasPeriods {
      sum += periodClashes.change(moving: session, from: from, to: to, on: &board)
    }
    if !placements.isEmpty {
      sum += placements.change(moving: session, from: from, to: to, on: &board)
    }
    if !orders.isEmpty {
      sum += orders.change(moving: session, from: from, to: to, on: &board)
    }
    if !clashes.isEmpty {
      sum += clashes.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// What is counted one by one.
  @inline(__always)
  mutating func countedChange(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    if !distincts.isEmpty {
      sum += distincts.change(moving: session, from: from, to: to, on: &board)
    }
    if !isolations.isEmpty {
      sum += isolations.change(moving: session, from: from, to: to, on: &board)
    }
    if !loads.isEmpty {
      sum += loads.change(moving: session, from: from, to: to, on: &board)
    }
    if !aparts.isEmpty {
      sum += aparts.change(moving: session, from: from, to: to, on: &board)
    }
    if !weekRuns.isEmpty {
      sum += weekRuns.change(moving: session, from: from, to: to, on: &board)
    }
    if !others.isEmpty {
      sum += others.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// What whole days, or all of them, have to be looked through for.
  mutating func patternChange(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    if !spans.isEmpty {
      sum += spans.change(moving: session, from: from, to: to, on: &board)
    }
    if !patterns.isEmpty {
      sum += patterns.change(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// The most that ``patternChange(moving:from:to:on:)`` can save: what is there to be saved.
  mutating func mostSavedByPatterns(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    if !spans.isEmpty {
      sum += spans.mostSaved(moving: session, from: from, to: to, on: &board)
    }
    if !patterns.isEmpty {
      sum += patterns.mostSaved(moving: session, from: from, to: to, on: &board)
    }
    return sum
  }

  /// What two sessions that exchange places change in what is counted one by one, where
  /// ``exchangesAtOnce``.
  @inline(__always)
  mutating func countedChange(
    exchanging first: Int,
    at one: Place,
    with second: Int,
    at other: Place,
    on board: inout Board
  ) -> Change {
    var sum = distincts.change(exchanging: first, at: one, with: second, at: other, on: &board)
    if one.block != other.block {
      sum += isolations.change(exchanging: first, at: one, with: second, at: other, on: &board)
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
  mutating func change(
    chained session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change? {
    if periodClashes.hasClash(session, at: from, on: &board) { return nil }
    guard
      let change = isolations.change(chained: session, from: from, to: to, on: &board)
    else { return nil }
    return change
      + placements.change(moving: session, from: from, to: to, on: &board)
      + distincts.change(moving: session, from: from, to: to, on: &board)
  }
}

// MARK: - Counting

extension AllCounters {
  /// Counts a session in.
  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    if hasPeriods { periodClashes.add(session, at: place, on: &board) }
    if !clashes.isEmpty { clashes.add(session, at: place, on: &board) }
    if !distincts.isEmpty { distincts.add(session, at: place, on: &board) }
    if !isolations.isEmpty { isolations.add(session, at: place, on: &board) }
    if !loads.isEmpty { loads.add(session, at: place, on: &board) }
    if !spans.isEmpty { spans.add(session, at: place, on: &board) }
    if !aparts.isEmpty { aparts.add(session, at: place, on: &board) }
    if !weekRuns.isEmpty { weekRuns.add(session, at: place, on: &board) }
    if !patterns.isEmpty { patterns.add(session, at: place, on: &board) }
  }

  /// Counts a session out; the board still shows it.
  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    if hasPeriods { periodClashes.remove(session, at: place, on: &board) }
    if !clashes.isEmpty { clashes.remove(session, at: place, on: &board) }
    if !distincts.isEmpty { distincts.remove(session, at: place, on: &board) }
    if !isolations.isEmpty { isolations.remove(session, at: place, on: &board) }
    if !loads.isEmpty { loads.remove(session, at: place, on: &board) }
    if !spans.isEmpty { spans.remove(session, at: place, on: &board) }
    if !aparts.isEmpty { aparts.remove(session, at: place, on: &board) }
    if !weekRuns.isEmpty { weekRuns.remove(session, at: place, on: &board) }
    if !patterns.isEmpty { patterns.remove(session, at: place, on: &board) }
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
    sum += loads.total(on: &board)
    sum += spans.total(on: &board)
    sum += aparts.total(on: &board)
    sum += weekRuns.total(on: &board)
    sum += patterns.total(on: &board)
    sum += others.total(on: &board)
    return sum
  }
}

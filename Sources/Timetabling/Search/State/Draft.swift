internal import Curricula

/// The constraints of a problem, sorted by their form, gathered and made ready for counters.
///
/// Only sessions that fit a block are placed; the others count as hard violations once and for all.
struct Draft: Sendable {
  let problem: Problem
  /// For each session whether it fits a block.
  let isPlaced: [Bool]
  /// By how many bits the weights are reduced so that no sum of penalties can overflow.
  let reduction: Int
  private(set) var placements: [(form: PlacementForm, level: Level)] = []
  private(set) var clashes = Gathered<Selection>()
  private(set) var orders: [(form: OrderForm, level: Level)] = []
  private(set) var loads: [(form: LoadDraft, level: Level)] = []
  private(set) var distincts: [(form: DistinctForm, level: Level)] = []
  private(set) var spans: [(form: SpanForm, level: Level)] = []
  private(set) var sequences: [(form: SequenceDraft, level: Level)] = []
  private(set) var isolations = Gathered<Selection>()
  private(set) var aparts: [(form: ApartForm, level: Level)] = []
  private(set) var others: [(constraint: any Constraint, level: Level)] = []
  /// What no placing changes.
  private(set) var constant: Change

  init(_ problem: Problem) {
    self.problem = problem
    isPlaced = problem.sessions.map { session in
      problem.blocks.contains { $0.minutes >= session.minutes }
    }
    reduction = Self.reduction(for: problem)
    constant = Change(hard: isPlaced.count { !$0 }, soft: 0)
    for constraint in problem.constraints {
      // Holds by construction: a search draws only starts and teams that are possible.
      if constraint is InsideBlock { continue }
      let level =
        switch constraint.weight {
        case .hard: Level(hard: 1, soft: 0)
        case .soft(let weight): Level(hard: 0, soft: weight == 0 ? 0 : max(1, weight >> reduction))
        }
      if level != .none { add(constraint, level) }
    }
  }

  private mutating func add(_ constraint: any Constraint, _ level: Level) {
    switch constraint.form {
    case .placement(let form): placements.append((form, level))
    case .clash(let selection): clashes.add(settled(selection), level)
    case .order(let form):
      guard isPlaced[form.earlier], isPlaced[form.later] else { return }
      if form.earlier == form.later {
        constant += Change(1, at: level)
      } else {
        orders.append((form, level))
      }
    case .load(let form):
      loads.append(
        (
          LoadDraft(
            selection: settled(form.selection),
            unit: form.unit,
            per: form.per,
            least: form.least,
            most: form.most
          ), level
        )
      )
    case .distinct(let form):
      let selection = settled(form.selection)
      distincts.append(
        (
          DistinctForm(selection: selection, of: form.of, least: form.least, most: form.most),
          level
        )
      )
    case .span(let form):
      let selection = settled(form.selection)
      spans.append((SpanForm(selection: selection, mostDays: form.mostDays), level))
    case .sequence(let form):
      let selection = settled(form.selection)
      if form.pattern == .isolated {
        isolations.add(selection, level)
      } else {
        sequences.append((SequenceDraft(selection: selection, pattern: .form(form.pattern)), level))
      }
    case .apart(let form):
      let sessions = form.sessions.filter { isPlaced[$0] }
      aparts.append((ApartForm(sessions: sessions, leastDays: form.leastDays), level))
    case .other: addOther(constraint, level)
    }
  }

  /// Adds what has no form of its own, where its definition can be put together from what can be
  /// counted.
  private mutating func addOther(_ constraint: any Constraint, _ level: Level) {
    switch constraint {
    case let constraint as TotalLoad:
      loads.append(
        (
          LoadDraft(
            selection: settled(constraint.selection),
            unit: constraint.unit,
            per: nil,
            least: constraint.least,
            most: constraint.most
          ), level
        )
      )
    case let constraint as Consecutive:
      // Of the placements in the order of time, as many follow one in another block as there are
      // blocks beyond the first.
      let selection = settled(constraint.selection)
      distincts.append(
        (DistinctForm(selection: selection, of: .bucket(.block), least: 0, most: 1), level)
      )
      let pattern = SequenceDraft.Pattern.paused(most: constraint.longestPause)
      sequences.append((SequenceDraft(selection: selection, pattern: pattern), level))
    case let constraint as Travel:
      let pattern = SequenceDraft.Pattern.travel(
        rooms: constraint.rooms,
        minutes: constraint.minutes
      )
      sequences.append(
        (SequenceDraft(selection: settled(constraint.selection), pattern: pattern), level)
      )
    default: others.append((constraint, level))
    }
  }

  /// The selection by sessions where it does not depend on the placements, else as it is.
  private func settled(_ selection: Selection) -> Selection {
    switch selection {
    case .sessions(let sessions): return .sessions(sessions.filter { isPlaced[$0] }.sorted())
    case .room: return selection
    case .trainer(let trainer):
      var sessions: [Int] = []
      for (session, facts) in problem.sessions.enumerated() where isPlaced[session] {
        let count = facts.teams.count { $0.trainers.contains(trainer) }
        guard count == 0 || count == facts.teams.count else { return selection }
        if count > 0 { sessions.append(session) }
      }
      return .sessions(sessions)
    }
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

/// A load in buckets, or in the whole programme.
struct LoadDraft: Sendable {
  let selection: Selection
  let unit: LoadForm.Unit
  /// `nil` for the whole programme.
  let per: Bucket?
  let least: Int
  let most: Int?
}

/// What is counted day by day, in the order of time.
struct SequenceDraft: Sendable {
  let selection: Selection
  let pattern: Pattern

  enum Pattern: Sendable {
    /// A pattern of a form.
    case form(SequenceForm.Pattern)
    /// 1 for each placement that begins in the block of the one before it, more than `most` minutes
    /// after that one ends.
    case paused(most: Int)
    /// For each two in two different ones of the rooms, the minutes by which the time between them
    /// falls short.
    case travel(rooms: Set<Int>, minutes: Int)
  }
}

/// Things with their levels, each thing once, in the order in which they came.
struct Gathered<Thing: Hashable & Sendable>: Sendable {
  private(set) var things: [Thing] = []
  private(set) var levels: [Level] = []
  private var index: [Thing: Int] = [:]

  mutating func add(_ thing: Thing, _ level: Level) {
    if let known = index[thing] {
      levels[known] += level
    } else {
      index[thing] = things.count
      things.append(thing)
      levels.append(level)
    }
  }
}

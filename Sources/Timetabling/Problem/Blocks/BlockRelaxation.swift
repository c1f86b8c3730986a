internal import Curricula

/// A problem as far as it only says in which block each session is held, and by whom.
///
/// Each way to hold a session in a block is a literal; what shapes say of blocks are clauses and sums of
/// these. Nothing is left of the times within a block, so that whatever timetable can be held is among
/// what the relaxation allows, at the same cost or more: its least cost is a bound, and where it allows
/// nothing, there is no timetable.
struct BlockRelaxation: Sendable {
  /// The problem.
  let problem: Problem
  /// Whether sessions are placed at all, and weights are exact.
  let draft: Draft
  /// What must hold, and what it costs.
  var penalty = LeastPenalty()
  /// For each session and block the literal that it is held there; `nil` where it cannot be.
  private var held: [[Literal?]]
  /// For each session its ways to be held: a team, a block, and the literal of both.
  private(set) var ways: [[Way]]
  private var heldBy: [HeldBy: Literal] = [:]
  private var heldUntil: [[Literal?]]
  /// The blocks in the order of time, and for each block its place in it.
  let order: [Int]
  let rank: [Int]

  /// Where each team may hold its session.
  let placements: PlacementDraft
  /// The constraints that let one thing be held at a time, by their indices.
  let exclusions: [Int]
  /// The rooms in which one thing is held at a time.
  let takenRooms: Set<Int>
  /// For each room those that are used at once when it is; none for one that is not made of others.
  let roomParts: [[Int]]
  /// Which session must be held before which, be it on the same day.
  let orders: [(earlier: Int, later: Int)]
  /// Sets of sessions that are to stay together.
  var bundles: [Bundle] = []
  /// For each variable that says something of one day the day.
  private var dayOfVariable: [Int: Int] = [:]
  /// For each wish, by its place among all, the day that it is about; `nil` where that is not one day.
  private(set) var dayOfWish: [Int?] = []
  /// In which rooms sessions are, where a constraint asked for it.
  var knownRoomChoices: RoomChoices?
  /// What times add to the cost of days, as far as it was looked at.
  var lessons = DayLessons()
  /// For each constraint its wishes, by their places among all.
  private(set) var wishes: [Range<Int>] = []
  /// What is avoided by assumption, where something is.
  var trials: Trials?
  /// For some sets of sessions, of which one is held at a time, the minutes that each block has for them.
  var capacities: [(sessions: Set<Int>, minutes: [Int])] = []
  private let firstTeams: [Int]

  /// A way to hold a session: by a team, as placements count them, in a block.
  struct Way: Sendable {
    let team: Int
    let block: Int
    let literal: Literal
    /// What it costs at least by itself.
    let cost: Int
  }

  private struct HeldBy: Hashable {
    let session: Int
    let trainer: Int
    let block: Int
  }

  /// Prepares the relaxation; `nil` where the problem is too large for it or its weights are not exact.
  ///
  /// - Complexity: Linear in sessions × teams × blocks × rooms, and in what constraints say of blocks.
  init?(_ problem: Problem) {
    let draft = Draft(problem)
    let size = problem.sessions.reduce(0) { $0 + $1.teams.count } * problem.blocks.count
    guard size <= Self.sizeLimit, draft.reduction == 0, draft.constant.hard == 0 else { return nil }
    self.problem = problem
    self.draft = draft
    order = problem.blocks.indices.sorted { left, right in
      let (left, right) = (problem.blocks[left], problem.blocks[right])
      return (left.date, left.start, left.end) < (right.date, right.start, right.end)
    }
    var rank = [Int](repeating: 0, count: problem.blocks.count)
    for (place, block) in order.enumerated() { rank[block] = place }
    self.rank = rank
    held = []
    ways = []
    heldUntil = Array(repeating: [], count: problem.sessions.count)
    placements = PlacementDraft(draft)
    let hard = problem.constraints.indices.filter { problem.constraints[$0].weight == .hard }
    exclusions = hard.filter { index in
      if case .overlaps = problem.constraints[index].shape.outlook { true } else { false }
    }
    takenRooms = Set(
      exclusions.flatMap { index -> [Int] in
        switch problem.constraints[index].shape.selection {
        case .room(let room): [room]
        case .rooms(let rooms): rooms
        case .sessions, .trainer: []
        }
      }
    )
    let rooms = problem.curriculum.rooms
    roomParts = rooms.map { room in rooms.indices.filter { room.parts.contains(rooms[$0].id) } }
    orders = hard.compactMap { index in
      guard case .order(let earlier, let later, _) = problem.constraints[index].shape.tie else {
        return nil
      }
      return (earlier, later)
    }
    firstTeams = problem.sessions.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.teams.count) }
    for session in problem.sessions.indices { enter(session) }
    for constraint in problem.constraints {
      let first = penalty.wishCount
      constraint.shape.relax(in: &self, at: constraint.weight)
      wishes.append(first..<penalty.wishCount)
    }
    limitRooms()
    limitBundles()
  }

  /// The ways of holding sessions above which the relaxation would take too long.
  private static let sizeLimit = 60_000

  /// Enters a session: it is held in one way, each of which costs what it costs at its best start in
  /// its best room.
  private mutating func enter(_ session: Int) {
    var own: [Way] = []
    for team in placements.teams[session] {
      let costs = placements.costs(
        ofTeam: team,
        of: trainers(of: team, session),
        holding: session,
        in: problem
      )
      for (block, cost) in costs.sorted(by: { $0.key < $1.key }) {
        let literal = penalty.solver.variable()
        own.append(Way(team: team, block: block, literal: literal, cost: cost))
        dayOfVariable[literal.variable] = problem.dayOfBlock[block]
        if cost > 0 { want(!literal, weight: cost, on: problem.dayOfBlock[block]) }
      }
    }
    penalty.solver.require(anyOf: own.map(\.literal))
    if own.count > 1 { penalty.solver.require(own.map { Term(1, $0.literal) }, atMost: 1) }
    var row = [Literal?](repeating: nil, count: problem.blocks.count)
    for (block, ways) in Dictionary(grouping: own, by: \.block).sorted(by: { $0.key < $1.key }) {
      if ways.count == 1 {
        row[block] = ways[0].literal
      } else {
        row[block] = any(of: ways.map(\.literal))
      }
    }
    held.append(row)
    ways.append(own)
  }
}

extension BlockRelaxation {
  /// The block of each session in the last answer; the first block for a session that is not placed.
  var chosenBlocks: [Int] {
    ways.map { ways in ways.first { penalty.solver.isTrue($0.literal) }?.block ?? 0 }
  }
}

extension BlockRelaxation {
  /// The way of each session in the last answer.
  var chosenWays: [Literal] {
    ways.compactMap { ways in ways.first { penalty.solver.isTrue($0.literal) }?.literal }
  }

  /// The way in which a placement holds its session; `nil` where it is not among them.
  func way(of placement: Placement) -> Literal? { entry(of: placement)?.literal }

  /// What a placement costs by itself at least, as the ways to hold its session have it.
  func cost(of placement: Placement) -> Int { entry(of: placement)?.cost ?? 0 }

  private func entry(of placement: Placement) -> Way? {
    ways[placement.session].first { way in
      way.block == placement.block
        && trainers(of: way.team, placement.session) == placement.trainers
    }
  }
}

// What shapes ask for and enter.
extension BlockRelaxation {
  /// The trainers of a team of a session.
  func trainers(of team: Int, _ session: Int) -> [Int] {
    problem.sessions[session].teams[team - firstTeams[session]].trainers
  }

  /// The literal that a session is held in a block; `nil` where it cannot be.
  func held(_ session: Int, in block: Int) -> Literal? { held[session][block] }

  /// A literal that is true where, and only where, one of some literals is.
  mutating func any(of literals: [Literal]) -> Literal {
    let literal = penalty.solver.variable()
    for one in literals { penalty.solver.require(anyOf: [!one, literal]) }
    penalty.solver.require(anyOf: literals + [!literal])
    dayOfVariable[literal.variable] = day(of: literals)
    return literal
  }

  /// The day that literals are about; `nil` where it is not one day.
  private func day(of literals: [Literal]) -> Int? {
    let days = Set(literals.map { dayOfVariable[$0.variable] })
    return days.count == 1 ? days.first ?? nil : nil
  }

  /// Wants a literal; where it is false, that costs a weight, on account of a day where it is about one.
  private mutating func want(_ literal: Literal, weight: Int, on day: Int?) {
    penalty.want(literal, weight: weight)
    dayOfWish.append(day)
  }

  /// A literal that costs a weight where it is true, as a breach of what literals say.
  mutating func breach(costing weight: Int, of literals: [Literal]) -> Literal {
    let breach = penalty.solver.variable()
    want(!breach, weight: weight, on: day(of: literals))
    return breach
  }

  /// What of a selection is taken in for certain, however trainers and rooms are chosen.
  func members(certainlyIn selection: Selection) -> [Int] {
    problem.sessions.indices(certainlyIn: selection).filter { draft.isPlaced[$0] }
  }

  /// Whether ``held(_:in:by:)`` says exactly which placements a selection takes in.
  func isExact(_ selection: Selection) -> Bool {
    !selection.dependsOnRooms
      || problem.sessions.indices(certainlyIn: selection)
        == problem.sessions.indices(possiblyIn: selection)
  }

  /// The sessions that a selection takes in, as far as the relaxation knows.
  func members(of selection: Selection) -> [Int] {
    guard !selection.dependsOnRooms else { return members(certainlyIn: selection) }
    return problem.sessions.indices(possiblyIn: selection).filter { draft.isPlaced[$0] }
  }

  /// The literal that a session is held in a block as a selection takes it in; `nil` where it cannot be.
  mutating func held(_ session: Int, in block: Int, by selection: Selection) -> Literal? {
    guard case .trainer(let trainer) = selection else { return held[session][block] }
    let key = HeldBy(session: session, trainer: trainer, block: block)
    if let known = heldBy[key] { return known }
    let all = ways[session].filter { $0.block == block }
    let own = all.filter { trainers(of: $0.team, session).contains(trainer) }
    guard !own.isEmpty else { return nil }
    let literal: Literal? =
      own.count == all.count ? held[session][block] : any(of: own.map(\.literal))
    heldBy[key] = literal
    return literal
  }

  /// The literals of all that a selection takes in within some blocks.
  mutating func held(
    by selection: Selection,
    in blocks: [Int]
  ) -> [(session: Int, literal: Literal)] {
    var found: [(session: Int, literal: Literal)] = []
    for session in members(of: selection) {
      for block in blocks {
        guard let literal = held(session, in: block, by: selection) else { continue }
        found.append((session, literal))
      }
    }
    return found
  }

  /// The buckets of a sort, each with its blocks, in the order of time.
  func buckets(_ bucket: Bucket?) -> [[Int]] {
    switch bucket {
    case .block: order.map { [$0] }
    case .day: problem.days.map { Array($0.blocks) }
    case .week:
      problem.buckets(.week).map { week in order.filter { problem.blocks[$0].week == week } }
    case nil: [order]
    }
  }

  /// For each bucket the literal that a selection takes in something there; `nil` where it cannot.
  mutating func used(_ bucket: Bucket, by selection: Selection) -> [Literal?] {
    var used: [Literal?] = []
    for blocks in buckets(bucket) {
      let literals = held(by: selection, in: blocks).map(\.literal)
      used.append(literals.isEmpty ? nil : literals.count == 1 ? literals[0] : any(of: literals))
    }
    return used
  }

  /// The literal that a session is held in the block of a place in the order of time, or earlier; `nil`
  /// where it cannot be.
  mutating func held(_ session: Int, until place: Int) -> Literal? {
    if heldUntil[session].isEmpty {
      var last: Literal?
      for block in order {
        if let here = held[session][block] {
          last = last.map { any(of: [$0, here]) } ?? here
        }
        heldUntil[session].append(last)
      }
    }
    return place < 0 ? nil : heldUntil[session][place]
  }

  /// A new literal, of which nothing is said yet.
  mutating func variable() -> Literal { penalty.solver.variable() }

  /// Whether placements that a selection takes in never share a minute.
  func isOneAtATime(_ selection: Selection) -> Bool {
    problem.constraints.contains { constraint in
      guard constraint.weight == .hard, case .overlaps = constraint.shape.outlook else {
        return false
      }
      let other = constraint.shape.selection
      return other == selection
        || other.isFixed && selection.isFixed
          && Set(selection.named).isSubset(of: other.named)
    }
  }
}

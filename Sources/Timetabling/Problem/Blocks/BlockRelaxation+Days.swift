internal import Curricula

// What the times within a day cost beside what its blocks say.
extension BlockRelaxation {
  /// Looks at the last answer day by day, and learns what days cost more than it says.
  ///
  /// A lesson is that some constraints cost at least so much on a day in which some sessions are held so,
  /// and none of some others. What a constraint costs there, or at all, is what blocks say of it, and an
  /// extra; lessons are sums of these, so that many of them about one day never count anything twice.
  ///
  /// Source: Hooker and Ottosson, *Logic-based Benders decomposition*, 2003.
  ///
  /// - Parameters:
  ///   - limit: A penalty of which it does not matter how much dearer something is.
  ///   - watch: Where it is over, nothing more is looked at.
  /// - Returns: Whether anything was learnt.
  mutating func learnDays(upTo limit: Int, _ watch: inout Watch) -> Bool {
    while !watch.isOver {
      if learnSomeDays(upTo: limit, &watch) { return true }
      guard !lessons.undecided.isEmpty, lessons.patience < Self.mostPatience else { return false }
      // What was too difficult is all that is left: it is looked at for longer.
      lessons.patience *= Self.morePatience
      lessons.settled.subtract(lessons.undecided)
      lessons.undecided = []
    }
    return false
  }

  private mutating func learnSomeDays(upTo limit: Int, _ watch: inout Watch) -> Bool {
    var found = false
    let chosen = ways.map { ways in ways.first { penalty.solver.isTrue($0.literal) } }
    let truths = Truths(model: penalty.solver.model)
    for day in problem.days.indices {
      let blocks = problem.days[day].blocks
      let held = chosen.indices.filter { chosen[$0].map { blocks.contains($0.block) } ?? false }
      guard !held.isEmpty, held.count <= Self.dayLimit, !watch.isOver else { continue }
      let ways = held.compactMap { session in chosen[session].map { (session: session, way: $0) } }
      if learn(of: day, ways, truths, upTo: limit, &watch) { found = true }
    }
    return found
  }

  /// A timetable in the ways of the last answer, each day laid out by itself as cheaply as it can be;
  /// `nil` where that takes too long.
  mutating func timetableByDays(_ watch: inout Watch) -> Timetable? {
    let rules = dailyRules()
    var placements: [Placement] = []
    let chosen = ways.map { ways in ways.first { penalty.solver.isTrue($0.literal) } }
    for day in problem.days {
      let held = chosen.indices.compactMap { session in
        chosen[session].map { (session: session, way: $0) }
      }.filter { day.blocks.contains($0.way.block) }
      guard !held.isEmpty else { continue }
      guard held.count <= Self.dayLimit, !watch.isOver else { return nil }
      var trial = self.trial(
        Excerpt(held: held, rules: rules, hasRooms: true, exclusions: Set(exclusions))
      )
      placements += trial.cheapestPlacements()
      watch.take(trial.steps * Self.stepsOfWatch + Self.stepsOfTrial)
    }
    return placements.count == problem.sessions.count ? Timetable(of: problem, placements) : nil
  }

  /// The steps of a trial at most, and how many times more each time.
  private static let (mostPatience, morePatience) = (1_280_000, 8)
  /// The most sessions of a day that are looked at.
  private static let dayLimit = 16
  /// The most that a lesson says that something costs.
  private static let mostLearnt = 1 << 20

  /// The values of literals in an answer; those of later variables count as false.
  private struct Truths {
    let model: [Int8]
    func isTrue(_ literal: Literal) -> Bool {
      literal.index < model.count && model[literal.index] > 0
    }
  }

  private typealias HeldSession = (session: Int, way: Way)

  private typealias Excerpt = DayLessons.Excerpt

  /// Learns from a day, and what is like it from other days.
  private mutating func learn(
    of day: Int,
    _ held: [HeldSession],
    _ truths: Truths,
    upTo limit: Int,
    _ watch: inout Watch
  ) -> Bool {
    let ceiling = min(limit, Self.mostLearnt)
    let all = Excerpt(
      held: held,
      rules: rules(concerning: held),
      hasRooms: false,
      exclusions: occupied(by: held)
    )
    let spent = spent(on: all, of: day, truths)
    let question = DayLessons.Question(ways: held.map(\.way.literal), spent: spent)
    guard !lessons.settled.contains(question) else { return false }
    var isDecided = true
    guard let reason = reason(whyDearer: all, day, truths, &isDecided, &watch) else {
      lessons.settled.insert(question)
      if !isDecided { lessons.undecided.insert(question) }
      return false
    }
    let size = self.spent(on: reason, of: day, truths)
    let least = least(of: reason, below: ceiling, &watch) ?? size + 1
    guard size < ceiling, teach(reason, on: day, costing: least, ceiling) > size else {
      lessons.settled.insert(question)
      return false
    }
    for other in problem.days.indices where other != day && !watch.isOver {
      guard let like = excerpt(like: reason, from: day, to: other) else { continue }
      let alone = like.hasSingles ? like.held.reduce(0) { $0.cappedSum($1.way.cost) } : 0
      if let least = self.least(of: like, below: ceiling, &watch), least > alone {
        _ = teach(like, on: other, costing: least, ceiling)
      }
    }
    return true
  }

  /// The least of what makes a day dearer than an answer says; `nil` where it is not, or where that takes
  /// too long to decide.
  private func reason(
    whyDearer all: Excerpt,
    _ day: Int,
    _ truths: Truths,
    _ isDecided: inout Bool,
    _ watch: inout Watch
  ) -> Excerpt? {
    var excerpt = all
    func canKeep(_ excerpt: Excerpt, _ watch: inout Watch) -> Bool? {
      var trial = self.trial(excerpt)
      defer { watch.take(trial.steps * Self.stepsOfWatch + Self.stepsOfTrial) }
      return trial.canCost(atMost: spent(on: excerpt, of: day, truths))
    }
    func leaveOut(_ change: (inout Excerpt) -> Void, _ watch: inout Watch) {
      var less = excerpt
      change(&less)
      if canKeep(less, &watch) == false { excerpt = less }
    }
    var canKeepAll = canKeep(excerpt, &watch)
    if canKeepAll != false, !problem.curriculum.rooms.isEmpty {
      excerpt.hasRooms = true
      canKeepAll = canKeep(excerpt, &watch)
    }
    guard canKeepAll == false else {
      isDecided = canKeepAll != nil
      return nil
    }
    leaveOut({ $0.hasSingles = false }, &watch)
    for rule in all.rules { leaveOut({ $0.rules.removeAll { $0 == rule } }, &watch) }
    if orders.contains(where: { order in
      all.held.contains { $0.session == order.earlier }
        && all.held.contains { $0.session == order.later }
    }) {
      leaveOut({ $0.hasOrders = false }, &watch)
    } else {
      excerpt.hasOrders = false
    }
    for exclusion in all.exclusions.sorted() {
      leaveOut({ $0.exclusions.remove(exclusion) }, &watch)
    }
    let asked = asked(by: excerpt)
    for (session, _) in all.held where !asked.contains(session) && excerpt.held.count > 1 {
      leaveOut({ $0.held.removeAll { $0.session == session } }, &watch)
    }
    return excerpt
  }

  /// What lets one thing be held at a time, and is occupied by sessions.
  private func occupied(by held: [HeldSession]) -> Set<Int> {
    held.reduce(into: []) {
      $0.formUnion(occupied(by: $1.session, trainers: trainers(of: $1.way.team, $1.session)))
    }
  }

  /// The sessions of which it matters to an excerpt whether they are on the day.
  func asked(by excerpt: DayLessons.Excerpt) -> Set<Int> {
    excerpt.rules.map { rule($0) }.filter(\.asksForAll)
      .reduce(into: []) { $0.formUnion(problem.sessions.indices(possiblyIn: $1.scope)) }
  }

  /// What an excerpt costs by an answer.
  private func spent(on excerpt: Excerpt, of day: Int, _ truths: Truths) -> Int {
    costs(of: excerpt, on: day).reduce(0) {
      truths.isTrue($1.literal) ? $0.cappedSum($1.weight) : $0
    }
  }

  /// The least that an excerpt costs, or a limit where it is not below that; `nil` where that takes too
  /// long.
  private func least(of excerpt: Excerpt, below limit: Int, _ watch: inout Watch) -> Int? {
    var trial = self.trial(excerpt)
    defer { watch.take(trial.steps * Self.stepsOfWatch + Self.stepsOfTrial) }
    return trial.least(below: limit)
  }

  /// The literals that could be followed in the time of a step of a trial.
  private static let stepsOfWatch = 4
  /// The same for preparing a trial.
  private static let stepsOfTrial = 50

  /// The constraints that cost a day by itself no more than all days.
  private mutating func dailyRules() -> [Int] {
    if let known = lessons.rules { return known }
    let rules = problem.constraints.indices.filter { index in
      let constraint = problem.constraints[index]
      switch (constraint.shape.outlook, constraint.weight) {
      case (.days, .hard): return true
      case (.days, .soft(let weight)), (.overlaps, .soft(let weight)):
        return weight > 0 && wishes[index].allSatisfy { dayOfWish[$0] != nil }
      case (.growing, .soft(let weight)): return weight > 0
      default: return false
      }
    }
    lessons.rules = rules
    return rules
  }

  /// The same, without what other days alone decide: what that costs says nothing of this one.
  private mutating func rules(concerning held: [HeldSession]) -> [Int] {
    let sessions = Set(held.map(\.session))
    return dailyRules().filter { index in
      let constraint = problem.constraints[index]
      guard case .growing = constraint.shape.outlook else { return true }
      return problem.sessions.indices(possiblyIn: constraint.shape.selection)
        .count(where: sessions.contains) > 1
    }
  }

  func rule(_ index: Int) -> DayTrial.Rule {
    DayTrial.Rule(
      shape: problem.constraints[index].shape,
      weight: problem.constraints[index].weight
    )
  }

  /// What can make an excerpt cost something: what blocks say of it, and what was learnt beside.
  private func costs(of excerpt: Excerpt, on day: Int) -> [DayLessons.Cost] {
    var costs: [DayLessons.Cost] = []
    func addExtras(_ constraint: Int?) {
      costs += lessons.extras[pool(of: constraint, on: day)] ?? []
    }
    if excerpt.hasSingles {
      costs += excerpt.held.filter { $0.way.cost > 0 }.map { ($0.way.cost, $0.way.literal) }
      addExtras(nil)
    }
    for index in excerpt.rules {
      let own = pool(of: index, on: day).day
      for place in wishes[index] where own == nil || dayOfWish[place] == own {
        let wish = penalty.wish(at: place)
        costs.append((wish.weight, !wish.literal))
      }
      addExtras(index)
    }
    return costs
  }

  /// What single placements, or a constraint, cost on a day; for a constraint that is not about single
  /// days what it costs at all.
  private func pool(of constraint: Int?, on day: Int) -> DayLessons.Pool {
    if let constraint, case .growing = problem.constraints[constraint].shape.outlook {
      return DayLessons.Pool(day: nil, constraint: constraint)
    }
    return DayLessons.Pool(day: day, constraint: constraint)
  }

  private func trial(_ excerpt: Excerpt) -> DayTrial {
    DayTrial(
      excerpt.held.map { entry($0.session, in: $0.way, by: excerpt) },
      excerpt.rules.map { rule($0) }.filter { excerpt.hasRooms || !$0.scope.dependsOnRooms },
      orders: excerpt.hasOrders ? orders : [],
      of: problem,
      steps: lessons.patience
    )
  }

  /// The same on another day, in the blocks at the same places; `nil` where there are none.
  private func excerpt(like excerpt: Excerpt, from day: Int, to other: Int) -> Excerpt? {
    let (own, like) = (problem.days[day].blocks, problem.days[other].blocks)
    guard own.count == like.count else { return nil }
    var moved = excerpt
    moved.held = excerpt.held.compactMap { held in
      let block = held.way.block - own.lowerBound + like.lowerBound
      return ways[held.session].first { $0.team == held.way.team && $0.block == block }
        .map { (session: held.session, way: $0) }
    }
    return moved.held.count == excerpt.held.count ? moved : nil
  }

  /// Teaches that an excerpt costs at least so much.
  ///
  /// - Returns: What it is taught to cost at least, which is less where sums cannot say more.
  private mutating func teach(
    _ excerpt: Excerpt,
    on day: Int,
    costing least: Int,
    _ ceiling: Int
  ) -> Int {
    let conditions = conditions(of: excerpt, on: day)
    let isCostly =
      excerpt.hasSingles || excerpt.rules.contains { problem.constraints[$0].weight != .hard }
    guard isCostly else {
      penalty.solver.require(anyOf: conditions)
      return .max
    }
    if excerpt.hasSingles { addExtras(to: nil, on: day, unit: 1, upTo: ceiling) }
    for index in excerpt.rules {
      guard case .soft(let weight) = problem.constraints[index].weight else { continue }
      addExtras(
        to: index,
        on: day,
        unit: weight.saturatingMultiplied(by: unit(of: index)),
        upTo: ceiling
      )
    }
    // What an extra cannot say is not asked of it, nor what would be too large a sum.
    let pools = excerpt.rules.map(Optional.some) + (excerpt.hasSingles ? [nil] : [])
    let most =
      pools.compactMap { lessons.extras[pool(of: $0, on: day)] }
      .map { $0.reduce(0) { $0.cappedSum($1.weight) } }.min() ?? 0
    let costs = costs(of: excerpt, on: day)
    let count = costs.count + conditions.count
    let least = min(least, most, Self.mostInSum / count)
    guard least > 0 else { return 0 }
    let sum =
      costs.map { Term(min($0.weight, least), !$0.literal) }
      + conditions.map { Term(least, !$0) }
    penalty.solver.require(sum, atMost: sum.reduce(0) { $0 + Int($1.coefficient) } - least)
    return least
  }

  /// What a lesson adds up to at most.
  private static let mostInSum = 1 << 29

  /// What the excess of a constraint is a multiple of on each day.
  private func unit(of constraint: Int) -> Int {
    guard case .days(of: _, let step) = problem.constraints[constraint].shape.outlook, step != 1
    else { return 1 }
    var unit = step.greatestCommonDivisor(with: problem.curriculum.grid)
    for block in problem.blocks {
      unit = unit.greatestCommonDivisor(with: block.start)
        .greatestCommonDivisor(with: block.end)
    }
    for session in problem.sessions {
      unit = unit.greatestCommonDivisor(with: session.minutes)
    }
    return max(1, unit)
  }

  /// Prepares what a pool may cost beside what blocks say, unless that is prepared.
  private mutating func addExtras(to constraint: Int?, on day: Int, unit: Int, upTo ceiling: Int) {
    let pool = pool(of: constraint, on: day)
    guard lessons.extras[pool] == nil else { return }
    var (size, sum) = (unit, 0)
    var extras: [DayLessons.Cost] = []
    while sum < ceiling {
      let extra = penalty.solver.variable()
      penalty.want(!extra, weight: size)
      extras.append((size, extra))
      sum = sum.cappedSum(size)
      size = size.cappedSum(size)
    }
    lessons.extras[pool] = extras
  }
}

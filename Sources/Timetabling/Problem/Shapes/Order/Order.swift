internal import Curricula

/// One session is held before another, with least and most days between.
struct Order: Shape {
  let earlier: Int
  let later: Int
  var days = Limits()

  var selection: Selection { .sessions([earlier, later]) }

  var outlook: Outlook { .growing }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    guard let first = timetable.placement(of: earlier),
      let second = timetable.placement(of: later)
    else { return [] }
    let distance = timetable.date(of: second).days(since: timetable.date(of: first))
    let isTooEarly =
      distance < 0 || distance == 0 && second.start < timetable.end(of: first)
    let excess = isTooEarly ? 1 : days.excess(distance)
    return excess > 0 ? [Violation(by: [first, second], excess: excess)] : []
  }

  func count(in draft: inout Draft, at level: Level) {
    guard draft.isPlaced[earlier], draft.isPlaced[later] else { return }
    if earlier == later {
      draft.constant += Change(1, at: level)
    } else {
      draft.orders.append((self, level))
    }
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    guard let first = compiler.ranks[earlier], let second = compiler.ranks[later] else {
      compiler.giveUp()
      return
    }
    let isHard = weight == .hard
    // What a hard one says of the order, and of one day or the next, the track's ranks and units say.
    if isHard, days.least <= 1, days.most.map({ $0 == 0 && days.least <= 0 }) ?? true { return }
    let extent = compiler.extent(of: selection)
    let isRemembered = days.least > 0 || days.most != nil
    compiler.couple(
      OrderRule(earlier: first, later: second, days: days, isRemembered: isRemembered),
      selection,
      extent,
      weight,
      isRemembered ? compiler.dayBits : 0
    )
    if !isHard {
      let pattern = OrderPattern(earlier: earlier, later: later, leastDays: days.least)
      compiler.add(pattern, of: selection, extent, weight)
    }
  }

  /// The later session is held in a block before which, or in which, there is time for the earlier one.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let problem = relaxation.problem
    guard earlier != later, relaxation.draft.isPlaced[earlier], relaxation.draft.isPlaced[later]
    else { return }
    var clauses: [(excess: Int, literals: [Literal])] = []
    for block in problem.blocks.indices {
      guard let literal = relaxation.held(later, in: block) else { continue }
      let excess = relaxation.order.map { self.excess(in: $0, before: block, of: problem) }
      // It costs so much unless the earlier session is where it costs less.
      let levels = Set(excess).subtracting([0]).sorted()
      for most in weight == .hard ? levels.prefix(1) : levels[...] {
        let places = excess.indices.filter { excess[$0] < most }
        let until = places.last.flatMap { relaxation.held(earlier, until: $0) }
        clauses.append((most, [!literal] + [until].compactMap(\.self)))
        if days.most != nil {
          let ways = places.compactMap { relaxation.held(earlier, in: relaxation.order[$0]) }
          clauses.append((most, [!literal] + ways))
        }
      }
    }
    relaxation.require(clauses, weight)
  }

  /// The least excess with the earlier session in one block and the later one in another.
  private func excess(in first: Int, before second: Int, of problem: Problem) -> Int {
    let (before, after) = (problem.blocks[first], problem.blocks[second])
    let distance = after.date.days(since: before.date)
    let (minutes, others) = (problem.sessions[earlier].minutes, problem.sessions[later].minutes)
    guard distance > 0 || distance == 0 && before.start + minutes + others <= after.end else {
      return 1
    }
    // On one day the later one may also begin too early, which is an excess of 1.
    return distance == 0 ? min(1, days.excess(0)) : days.excess(distance)
  }

  var tie: Tie { .order(earlier: earlier, later: later, days: days) }

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    guard let earlier = excerpt.position(earlier), let later = excerpt.position(later) else {
      return nil
    }
    return Order(earlier: earlier, later: later, days: days)
  }

  var coarse: Coarse { .kept }
  /// What is said by ``tie``.
  var distinctions: [Distinction] { [] }

  func eased(by excess: Int) -> Easing { Easing(self, \.days, by: excess) }
}

extension Problem {
  /// That sessions are held in an order, each as the earlier and the later of two.
  func ordering(_ pairs: [(earlier: Int, later: Int)]) -> [Constraint] {
    pairs.map { rule(Order(earlier: $0.earlier, later: $0.later)) }
  }
}

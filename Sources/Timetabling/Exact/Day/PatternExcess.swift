internal import Curricula

/// What the arrangement within one day costs, by the forms of the constraints.
struct PatternExcess {
  let problem: Problem
  let day: Int

  /// The excess of a constraint for the placements of the day, in the order of time.
  func excess(of constraint: any Constraint, _ placements: [Placement]) -> Int {
    switch constraint.form {
    case .load(let limits): load(limits, placements)
    case .sequence(let sequence): excess(of: sequence, placements)
    case .order(let order): excess(of: order, placements)
    case .other:
      constraint.violations(in: Timetable(of: problem, placements)).reduce(0) {
        $0.saturatingAdded(to: $1.excess)
      }
    case .placement, .clash, .distinct, .span, .apart: 0
    }
  }

  private func excess(of order: OrderForm, _ placements: [Placement]) -> Int {
    guard let earlier = placements.firstIndex(where: { $0.session == order.earlier }),
      let later = placements.firstIndex(where: { $0.session == order.later })
    else { return 0 }
    return later < earlier ? 1 : max(0, order.leastDays)
  }

  private func load(_ limits: LoadForm, _ placements: [Placement]) -> Int {
    var amounts: [Int: Int] = [:]
    for placement in placements where isSelected(placement, by: limits.selection) {
      let bucket = limits.per == .block ? placement.block : day
      amounts[bucket, default: 0] +=
        limits.unit == .minutes ? problem.sessions[placement.session].minutes : 1
    }
    let buckets = limits.per == .block ? problem.days[day].blocks : day..<day + 1
    return buckets.reduce(0) { sum, bucket in
      let amount = amounts[bucket] ?? 0
      return sum + max(0, limits.least - amount, amount - (limits.most ?? amount))
    }
  }

  private func excess(of sequence: SequenceForm, _ placements: [Placement]) -> Int {
    let selected = placements.filter { isSelected($0, by: sequence.selection) }
    switch sequence.pattern {
    case .isolated:
      return selected.count { placement in
        !selected.contains { $0.start == end(of: placement) || end(of: $0) == placement.start }
      }
    case .idle: return idle(selected)
    case .backToBack(let among):
      let row = placements.filter { among.contains($0.session) }
      return zip(row, row.dropFirst()).count { first, second in
        first.block == second.block && isSelected(first, by: sequence.selection)
          && isSelected(second, by: sequence.selection)
      }
    case .unbroken(let run, let pause): return unbroken(selected, run: run, pause: pause)
    }
  }

  private func idle(_ placements: [Placement]) -> Int {
    zip(placements, placements.dropFirst()).reduce(0) { sum, pair in
      let (first, second) = pair
      guard first.block != second.block else { return sum + second.start - end(of: first) }
      // Between two blocks only the time inside blocks counts.
      let between = problem.blocks[(first.block + 1)..<second.block].reduce(0) { $0 + $1.minutes }
      return sum + problem.blocks[first.block].end - end(of: first) + between
        + second.start - problem.blocks[second.block].start
    }
  }

  private func unbroken(_ placements: [Placement], run limit: Int, pause: Int) -> Int {
    var sum = 0
    var first = 0
    for index in placements.indices {
      let next = index + 1
      let goesOn =
        next < placements.count && placements[next].block == placements[index].block
        && placements[next].start - end(of: placements[index]) < pause
      guard !goesOn else { continue }
      if index > first {
        sum += max(0, end(of: placements[index]) - placements[first].start - limit)
      }
      first = next
    }
    return sum
  }

  private func end(of placement: Placement) -> Int {
    placement.start + problem.sessions[placement.session].minutes
  }

  private func isSelected(_ placement: Placement, by selection: Selection) -> Bool {
    switch selection {
    case .sessions(let sessions): sessions.contains(placement.session)
    case .trainer(let trainer): placement.trainers.contains(trainer)
    case .room(let room): placement.room == room
    }
  }
}

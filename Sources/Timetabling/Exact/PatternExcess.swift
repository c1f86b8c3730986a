internal import Curricula

/// What the arrangement within one day costs, by the forms of the constraints.
struct PatternExcess {
  let problem: Problem

  /// The excess of a form for the placements of one day, in the order of time. A least load does not
  /// count.
  func excess(of form: Form, _ placements: [Placement]) -> Int {
    switch form {
    case .load(let limits): load(limits, placements)
    case .sequence(let sequence): excess(of: sequence, placements)
    case .order(let order):
      placements.firstIndex { $0.session == order.later }.flatMap { later in
        placements.firstIndex { $0.session == order.earlier }.map { $0 > later ? 1 : 0 }
      } ?? 0
    case .placement, .clash, .distinct, .span, .apart, .other: 0
    }
  }

  private func load(_ limits: LoadForm, _ placements: [Placement]) -> Int {
    guard let most = limits.most else { return 0 }
    var amounts: [Int: Int] = [:]
    for placement in placements where isSelected(placement, by: limits.selection) {
      let bucket = limits.per == .block ? placement.block : 0
      amounts[bucket, default: 0] +=
        limits.unit == .minutes ? problem.sessions[placement.session].minutes : 1
    }
    return amounts.values.reduce(0) { $0 + max(0, $1 - most) }
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

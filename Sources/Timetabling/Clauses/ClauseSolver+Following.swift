// What follows from what is true: unit propagation of clauses and of sums.
extension ClauseSolver {
  /// What contradicts itself.
  enum Contradiction {
    case clause(Int32)
    case sum(Int32)
  }

  var level: Int { levelStarts.count }

  /// Makes a literal true.
  @inline(__always)
  mutating func enqueue(_ literal: Literal, _ reason: Reason) {
    values[literal.index] = 1
    values[(!literal).index] = -1
    let variable = literal.variable
    levels[variable] = Int32(levelStarts.count)
    positions[variable] = Int32(trail.count)
    reasons[variable] = reason
    trail.append(literal)
  }

  /// Follows all that was made true; returns what contradicts itself, `nil` where nothing does.
  mutating func follow(_ watch: inout Watch) -> Contradiction? {
    while head < trail.count {
      let literal = trail[head]
      head += 1
      watch.take(1 + occurrences[literal.index].count / Self.stepSize)
      // All sums are brought up to date before one of them may end this.
      pressed.removeAll(keepingCapacity: true)
      Self.lowerSlacks(of: &sums, by: occurrences[literal.index], noting: &pressed)
      for sum in pressed where !followLimit(of: Int(sum)) { return .sum(sum) }
      if let clause = followClauses(watching: !literal) { return .clause(clause) }
    }
    return nil
  }

  /// Takes from sums what a literal counts in them, and notes those where little is left.
  @inline(__always)
  private static func lowerSlacks(
    of sums: inout [Sum],
    by occurrences: [Occurrence],
    noting pressed: inout [Int32]
  ) {
    var sums = sums.mutableSpan
    for occurrence in occurrences {
      let index = Int(occurrence.sum)
      let slack = sums[index].slack - Int(occurrence.coefficient)
      sums[index].slack = slack
      if slack < sums[index].largest { pressed.append(occurrence.sum) }
    }
  }

  /// Gives back to sums what a literal counted in them.
  @inline(__always)
  private static func raiseSlacks(of sums: inout [Sum], by occurrences: [Occurrence]) {
    var sums = sums.mutableSpan
    for occurrence in occurrences {
      sums[Int(occurrence.sum)].slack += Int(occurrence.coefficient)
    }
  }

  /// Makes false what is too much for a sum; returns whether it is within its limit.
  @inline(__always)
  mutating func followLimit(of index: Int) -> Bool {
    let sum = sums[index]
    if sum.slack < 0 { return false }
    for place in Int(sum.first)..<Int(sum.end) {
      let term = terms[place]
      if Int(term.coefficient) <= sum.slack { break }
      if values[term.literal.index] == 0 { enqueue(!term.literal, .sum(Int32(index))) }
    }
    return true
  }

  /// Looks at the clauses in which a literal, now false, is watched; returns one without a literal left.
  private mutating func followClauses(watching falsified: Literal) -> Int32? {
    var watching: [Watcher] = []
    swap(&watching, &watchers[falsified.index])
    defer { swap(&watching, &watchers[falsified.index]) }
    var kept = 0
    var index = 0
    var contradiction: Int32?
    while index < watching.count {
      let watcher = watching[index]
      index += 1
      if values[watcher.blocker.index] > 0 {
        watching[kept] = watcher
        kept += 1
        continue
      }
      let start = Int(watcher.clause) + 2
      let count = Int(arena[Int(watcher.clause)])
      var first = Literal(code: arena[start])
      if first == falsified {
        first = Literal(code: arena[start + 1])
        arena[start] = first.code
        arena[start + 1] = falsified.code
      }
      if values[first.index] > 0 {
        watching[kept] = Watcher(clause: watcher.clause, blocker: first)
        kept += 1
        continue
      }
      var hasMoved = false
      for place in (start + 2)..<max(start + 2, start + count)
      where values[Int(arena[place])] >= 0 {
        let other = arena[place]
        arena[place] = falsified.code
        arena[start + 1] = other
        watchers[Int(other)].append(Watcher(clause: watcher.clause, blocker: first))
        hasMoved = true
        break
      }
      if hasMoved { continue }
      watching[kept] = Watcher(clause: watcher.clause, blocker: first)
      kept += 1
      if values[first.index] < 0 {
        contradiction = watcher.clause
        while index < watching.count {
          watching[kept] = watching[index]
          kept += 1
          index += 1
        }
      } else {
        enqueue(first, .clause(watcher.clause))
      }
    }
    watching.removeLast(watching.count - kept)
    return contradiction
  }

  /// Takes back all decisions above a level.
  mutating func backtrack(to level: Int) {
    guard levelStarts.count > level else { return }
    let start = levelStarts[level]
    for position in stride(from: trail.count - 1, through: start, by: -1) {
      let literal = trail[position]
      if position < head { Self.raiseSlacks(of: &sums, by: occurrences[literal.index]) }
      values[literal.index] = 0
      values[(!literal).index] = 0
      phases[literal.variable] = literal.code & 1 == 0
      queue.insert(literal.variable)
    }
    trail.removeLast(trail.count - start)
    levelStarts.removeLast(levelStarts.count - level)
    head = min(head, trail.count)
  }
}

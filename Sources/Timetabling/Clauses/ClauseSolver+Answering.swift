// The search for an answer: decisions, restarts, and forgetting.
extension ClauseSolver {
  /// Whether all that is required can be true together with some assumptions.
  ///
  /// - Parameters:
  ///   - assumptions: Literals that are to be true.
  ///   - watch: When it is over, the answer stays open.
  ///   - conflicts: The contradictions after which it stays open, too.
  /// - Returns: The answer; it holds for what was required until now.
  /// - Complexity: At worst exponential in the variables.
  mutating func answer(
    assuming assumptions: [Literal],
    _ watch: inout Watch,
    conflicts: Int = .max
  ) -> Answer {
    backtrack(to: 0)
    var left = conflicts
    var round = 0
    while !isRefuted {
      round += 1
      let pace = 100 * Self.luby(round)
      switch run(assuming: assumptions, conflicts: min(pace, left), &watch) {
      case let answer?:
        if case .possible = answer { keepModel() }
        backtrack(to: 0)
        return answer
      case nil:
        left -= min(pace, left)
        backtrack(to: 0)
        if watch.isOver || left <= 0 { return .unknown }
        if learnt.count > 4_000 + 300 * round { forget() }
      }
    }
    return .impossible([])
  }

  /// Searches until a number of contradictions; `nil` where they were not enough.
  private mutating func run(
    assuming assumptions: [Literal],
    conflicts: Int,
    _ watch: inout Watch
  ) -> Answer? {
    var left = conflicts
    while true {
      if let contradiction = follow(&watch) {
        guard level > 0 else {
          isRefuted = true
          return .impossible([])
        }
        let lesson = learn(from: contradiction)
        backtrack(to: lesson.level)
        if lesson.literals.count == 1 {
          enqueue(lesson.literals[0], .none)
        } else {
          let place = attach(lesson.literals, quality: lesson.quality)
          enqueue(lesson.literals[0], .clause(place))
        }
        left -= 1
        continue
      }
      if watch.isOver || left <= 0 { return nil }
      if level < assumptions.count {
        let assumed = assumptions[level]
        if values[assumed.index] < 0 { return .impossible(self.assumptions(against: assumed)) }
        levelStarts.append(trail.count)
        if values[assumed.index] == 0 { enqueue(assumed, .none) }
        continue
      }
      var decision: Literal?
      while let variable = queue.popFirst() {
        guard values[Literal(variable).index] == 0 else { continue }
        decision = phases[variable] ? Literal(variable) : !Literal(variable)
        break
      }
      guard let decision else { return .possible }
      levelStarts.append(trail.count)
      enqueue(decision, .none)
    }
  }

  /// Forgets the worse half of what was learnt; only at level 0.
  private mutating func forget() {
    let rest = learnt.filter { arena[Int($0) + 1] > 2 }
      .sorted { (arena[Int($0) + 1], -$0) < (arena[Int($1) + 1], -$1) }
    let gone = Set(rest.dropFirst(rest.count / 2))
    var former: [Int32] = []
    swap(&former, &arena)
    learnt = []
    for literal in watchers.indices { watchers[literal] = [] }
    for literal in trail { reasons[literal.variable] = .none }
    var place = 0
    while place < former.count {
      let end = place + 2 + Int(former[place])
      let literals = former[(place + 2)..<end].map(Literal.init(code:))
      if !gone.contains(Int32(place)), !literals.contains(where: { values[$0.index] > 0 }) {
        attach(literals, quality: former[place + 1])
      }
      place = end
    }
  }

  /// How long the restarts are, one after the other: 1, 1, 2, 1, 1, 2, 4 and so on.
  ///
  /// Source: Luby, Sinclair and Zuckerman, *Optimal speedup of Las Vegas algorithms*, 1993.
  static func luby(_ index: Int) -> Int {
    var (size, step, index) = (1, 0, index - 1)
    while size < index + 1 {
      step += 1
      size = 2 * size + 1
    }
    while size - 1 != index {
      size = (size - 1) / 2
      step -= 1
      index %= size
    }
    return 1 << step
  }
}

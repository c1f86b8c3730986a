// The search for an answer: decisions and restarts.
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
        if learnt.count > 4_000 + 300 * round { forgetClauses() }
        if learntSums.count > 1_000 + 20 * round { forgetSums() }
      }
    }
    return .impossible(.none)
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
          return .impossible(.none)
        }
        guard learnAll(from: contradiction, &watch) else {
          isRefuted = true
          return .impossible(.none)
        }
        left -= 1
        continue
      }
      if watch.isOver || left <= 0 { return nil }
      if level < assumptions.count {
        let assumed = assumptions[level]
        if values[assumed.index] < 0 { return .impossible(core(against: assumed)) }
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

  /// Learns from a contradiction, and from those that follow from the lesson; returns whether anything
  /// can be true.
  private mutating func learnAll(from first: Contradiction, _ watch: inout Watch) -> Bool {
    var contradiction = first
    while level > 0 {
      switch learn(from: contradiction, &watch) {
      case .entered: return true
      case .contradicted(let next): contradiction = next
      case .refutes: return false
      }
    }
    return false
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

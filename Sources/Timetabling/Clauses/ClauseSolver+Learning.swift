// What a contradiction teaches: the first point of the current level through which all of it goes.
extension ClauseSolver {
  /// A clause that was learnt.
  struct Lesson {
    /// Its literals: first the one that follows from it, then one of the level to go back to.
    var literals: [Literal]
    /// The level to go back to.
    var level: Int
    /// The number of levels in it; fewer are better.
    var quality: Int32
  }

  /// Learns from a contradiction above level 0.
  mutating func learn(from contradiction: Contradiction) -> Lesson {
    var literals: [Literal] = [Literal(0)]
    var marked: [Int] = []
    var open = 0
    var causes: [Literal] = []
    switch contradiction {
    case .clause(let place): collect(clause: place, except: nil, into: &causes)
    case .sum(let index): collect(sum: index, implying: nil, into: &causes)
    }
    var position = trail.count - 1
    var pivot = Literal(0)
    while true {
      // Each cause is a literal that is false.
      for cause in causes {
        let variable = cause.variable
        guard !isMarked[variable], levels[variable] > 0 else { continue }
        isMarked[variable] = true
        marked.append(variable)
        queue.bump(variable)
        if Int(levels[variable]) == level { open += 1 } else { literals.append(cause) }
      }
      while !isMarked[trail[position].variable] { position -= 1 }
      pivot = trail[position]
      position -= 1
      open -= 1
      if open == 0 { break }
      causes.removeAll(keepingCapacity: true)
      collect(reasonOf: pivot, into: &causes)
    }
    literals[0] = !pivot
    var kept = [literals[0]]
    var waiting: [Literal] = []
    for literal in literals.dropFirst() where !isImplied(literal, &marked, &waiting, &causes) {
      kept.append(literal)
    }
    for variable in marked { isMarked[variable] = false }
    queue.fade()
    return lesson(kept)
  }

  /// Whether a literal of a lesson follows from the others, however indirectly.
  ///
  /// The variables of the lesson are marked; those on the way are marked, too, where it does.
  ///
  /// Source: Sörensson and Biere, *Minimizing learned clauses*, 2009.
  private mutating func isImplied(
    _ literal: Literal,
    _ marked: inout [Int],
    _ waiting: inout [Literal],
    _ causes: inout [Literal]
  ) -> Bool {
    if case .none = reasons[literal.variable] { return false }
    let before = marked.count
    waiting.removeAll(keepingCapacity: true)
    waiting.append(!literal)
    while let next = waiting.popLast() {
      causes.removeAll(keepingCapacity: true)
      collect(reasonOf: next, into: &causes)
      for cause in causes {
        let variable = cause.variable
        guard !isMarked[variable], levels[variable] > 0 else { continue }
        if case .none = reasons[variable] {
          for other in marked[before...] { isMarked[other] = false }
          marked.removeLast(marked.count - before)
          return false
        }
        isMarked[variable] = true
        marked.append(variable)
        waiting.append(!cause)
      }
    }
    return true
  }

  private mutating func lesson(_ learnt: [Literal]) -> Lesson {
    var literals = learnt
    var back = 0
    if literals.count > 1 {
      let highest =
        (1..<literals.count).max { levels[literals[$0].variable] < levels[literals[$1].variable] }
        ?? 1
      literals.swapAt(1, highest)
      back = Int(levels[literals[1].variable])
    }
    lessons += 1
    while lessonOfLevel.count <= level { lessonOfLevel.append(0) }
    var quality: Int32 = 0
    for literal in literals where lessonOfLevel[Int(levels[literal.variable])] != lessons {
      lessonOfLevel[Int(levels[literal.variable])] = lessons
      quality += 1
    }
    return Lesson(literals: literals, level: back, quality: max(1, quality))
  }

  /// The assumptions that make a literal false.
  mutating func assumptions(against literal: Literal) -> [Literal] {
    var found = [literal]
    guard levels[literal.variable] > 0 else { return found }
    var isMarked = [Bool](repeating: false, count: variableCount)
    isMarked[literal.variable] = true
    var causes: [Literal] = []
    for position in stride(from: trail.count - 1, through: levelStarts.first ?? 0, by: -1) {
      let reached = trail[position]
      guard isMarked[reached.variable] else { continue }
      if case .none = reasons[reached.variable] {
        if reached != !literal { found.append(reached) }
        continue
      }
      causes.removeAll(keepingCapacity: true)
      collect(reasonOf: reached, into: &causes)
      for cause in causes where levels[cause.variable] > 0 { isMarked[cause.variable] = true }
    }
    return found
  }

  /// The literals, all false, because of which one that is true is true.
  private func collect(reasonOf literal: Literal, into causes: inout [Literal]) {
    switch reasons[literal.variable] {
    case .none: return
    case .clause(let place): collect(clause: place, except: literal, into: &causes)
    case .sum(let index): collect(sum: index, implying: literal, into: &causes)
    }
  }

  private func collect(clause place: Int32, except: Literal?, into causes: inout [Literal]) {
    let start = Int(place) + 2
    for index in start..<(start + Int(arena[Int(place)])) {
      let literal = Literal(code: arena[index])
      if literal != except { causes.append(literal) }
    }
  }

  /// As many of a sum's true literals, negated, as are too much, or too much with one more.
  private func collect(sum index: Int32, implying literal: Literal?, into causes: inout [Literal]) {
    let sum = sums[Int(index)]
    let range = Int(sum.first)..<Int(sum.end)
    let latest = literal.map { positions[$0.variable] } ?? .max
    let own = literal.flatMap { implied in range.first { terms[$0].literal == !implied } }
    var reached = own.map { Int(terms[$0].coefficient) } ?? 0
    for place in range where reached <= sum.limit && place != own {
      let term = terms[place]
      guard values[term.literal.index] > 0, positions[term.literal.variable] < latest else {
        continue
      }
      causes.append(!term.literal)
      reached += Int(term.coefficient)
    }
  }
}

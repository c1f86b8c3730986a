// Which assumptions contradict each other, and how many of them have to go.
extension ClauseSolver {
  /// Assumptions that cannot all be true.
  struct Core {
    let assumptions: [Literal]
    /// At least so many of them are false; none where nothing can be true at all.
    let refused: Int

    static let none = Core(assumptions: [], refused: 0)
  }

  /// Some of the assumptions that make one false, with it.
  mutating func core(against assumed: Literal) -> Core {
    guard levels[assumed.variable] > 0 else { return Core(assumptions: [assumed], refused: 1) }
    if let core = coreOfSums(against: assumed) { return core }
    return Core(assumptions: assumptions(against: assumed), refused: 1)
  }

  /// The core that remains of the sums that make an assumption false; `nil` where they say too little.
  private mutating func coreOfSums(against assumed: Literal) -> Core? {
    var sum = Inequality()
    swap(&sum, &inequality)
    defer { swap(&sum, &inequality) }
    sum.clear(variables: variableCount)
    switch reasons[assumed.variable] {
    case .none: return nil
    case .clause(let place): add(clause: place, to: &sum)
    case .sum(let index): add(sum: index, to: &sum)
    }
    // It implies the opposite of what is assumed: with that, too, it is contradicted.
    var position = Int(positions[assumed.variable])
    let own = abs(sum.coefficients[assumed.variable])
    if own > 1 {
      sum.divide(by: own) {
        values[$0.index] < 0 && Int(positions[$0.variable]) < position
      }
    }
    lessen(&sum, before: position)
    while position > 0 {
      position -= 1
      let literal = trail[position]
      guard sum.hasOpposite(of: literal) else { continue }
      if case .none = reasons[literal.variable] { continue }
      guard resolve(&sum, on: literal, at: position) else { return nil }
    }
    var terms: [(coefficient: Int, literal: Literal)] = []
    var degree = sum.degree
    for term in sum.terms {
      let isAssumption: Bool =
        if case .none = reasons[term.literal.variable] { values[term.literal.index] < 0 } else {
          term.literal == !assumed
        }
      if isAssumption { terms.append(term) } else { degree -= term.coefficient }
    }
    return core(terms, reaching: degree)
  }

  /// How many of some terms, the largest first, are needed to reach a degree, without those that change
  /// nothing of it.
  private func core(
    _ terms: [(coefficient: Int, literal: Literal)],
    reaching degree: Int
  ) -> Core? {
    guard degree > 0 else { return nil }
    var (terms, degree) = (terms, degree)
    func needed(for degree: Int) -> Int {
      var reached = 0
      return 1
        + (terms.firstIndex {
          reached += $0.coefficient
          return reached >= degree
        } ?? terms.count)
    }
    let refused = needed(for: degree)
    while terms.count > refused, let last = terms.popLast() {
      guard degree > last.coefficient, needed(for: degree - last.coefficient) == refused else {
        terms.append(last)
        break
      }
      degree -= last.coefficient
    }
    guard terms.count >= refused else { return nil }
    return Core(assumptions: terms.map { !$0.literal }, refused: refused)
  }

  /// The assumptions that make one false, with it.
  private mutating func assumptions(against literal: Literal) -> [Literal] {
    var found = [literal]
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
}
